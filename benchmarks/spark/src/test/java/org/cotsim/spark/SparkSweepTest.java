package org.cotsim.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.cotsim.benchmarks.cli.Cot;
import org.cotsim.benchmarks.cli.SweepElsewhere;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sweeps on Spark leave the files of {@code cot sweep}, whatever happens on the way. */
class SparkSweepTest {

  @TempDir private static Path shared;
  private static Path experiment;
  private static Map<String, String> expected;

  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void sweepHere() throws IOException {
    experiment = Sweeps.experiment(shared, shared.resolve("even.att").toString());
    expected = Sweeps.here(experiment, shared.resolve("here"), Cot.CHECK_FAILED);
    assertThat(expected).hasSize(7);
    assertThat(expected.get("cells.jsonl").lines()).hasSizeGreaterThan(20);
  }

  private static SparkConf local(String master) {
    return new SparkConf(false)
        .setMaster(master)
        .setAppName("cotsim")
        .set("spark.ui.enabled", "false");
  }

  private int sweep(SparkConf conf, Path out, String... more) {
    List<String> words = new ArrayList<>(List.of(experiment.toString(), "--out", out.toString()));
    words.addAll(List.of(more));
    return sweep(conf, words);
  }

  private int sweep(SparkConf conf, List<String> words) {
    return SweepElsewhere.run(
        new PrintWriter(new StringWriter()),
        new PrintWriter(err),
        new SparkCells(conf),
        words.toArray(String[]::new));
  }

  @ParameterizedTest(name = "{0}, {1} cells a task, {2}")
  @CsvSource({
    "local[2], 1, JavaSerializer",
    "local[2], 7, KryoSerializer",
    "local[1], 1000, JavaSerializer"
  })
  void theFilesAreTheSameWhateverTheNumberOfTasks(
      String master, String cellsPerTask, String serializer) throws IOException {
    SparkConf conf =
        local(master)
            .set(SparkCells.CELLS_PER_TASK, cellsPerTask)
            .set("spark.serializer", "org.apache.spark.serializer." + serializer);
    assertThat(sweep(conf, folder.resolve("out"))).as(err.toString()).isEqualTo(Cot.CHECK_FAILED);
    assertThat(Sweeps.texts(folder.resolve("out"))).isEqualTo(expected);
    assertThat(err.toString()).contains("cot: left out: ", "are not certified in binary32");
  }

  @Test
  void aTaskThatFailsIsTriedAgain() throws IOException {
    Path log = folder.resolve("log");
    SparkConf conf = Trouble.with(local("local[2,4]"), Trouble.Kind.EACH_FAILS_ONCE, log);
    assertThat(sweep(conf, folder.resolve("out"))).as(err.toString()).isEqualTo(Cot.CHECK_FAILED);
    assertThat(Sweeps.texts(folder.resolve("out"))).isEqualTo(expected);
    assertThat(Files.readAllLines(log)).hasSameSizeAs(cells(expected));
  }

  private static List<String> cells(Map<String, String> texts) {
    return texts.get("cells.jsonl").lines().skip(1).toList();
  }

  @Test
  void whatIsFinishedIsKeptWhenSparkGivesUp() throws IOException {
    Path log = folder.resolve("log");
    Path out = folder.resolve("out");
    SparkConf conf = Trouble.with(local("local[1,2]"), Trouble.Kind.THIRD_FAILS_ALWAYS, log);
    assertThat(sweep(conf, out)).isEqualTo(Cot.BAD_INPUT);
    assertThat(Files.readAllLines(log)).hasSize(2);
    String all = String.valueOf(cells(expected).size());
    assertThat(err.toString())
        .contains("cot: Spark gave up after ", " of " + all + " cells, which are kept for --resume")
        .contains("Task 2 ", "an accident");
    assertThat(cells(Sweeps.texts(out))).isNotEmpty().isSubsetOf(cells(expected));

    assertThat(sweep(local("local[2]"), out, "--resume")).isEqualTo(Cot.CHECK_FAILED);
    assertThat(Sweeps.texts(out)).isEqualTo(expected);
  }

  @Test
  void whatTheCommandBeganIsGoneOnWith() throws IOException {
    Path out = Files.createDirectory(folder.resolve("out"));
    String cells = expected.get("cells.jsonl");
    Files.writeString(out.resolve("cells.jsonl"), cells.substring(0, cells.length() / 2));
    assertThat(sweep(local("local[2]"), out, "--resume")).isEqualTo(Cot.CHECK_FAILED);
    assertThat(Sweeps.texts(out)).isEqualTo(expected);
  }

  @Test
  void mistakesAreSaidBeforeSparkStarts() throws IOException {
    SparkConf none = new SparkConf(false); // with which Spark does not start
    Path out = folder.resolve("out");
    Path wrong =
        Files.writeString(
            folder.resolve("wrong.yaml"), "problems: [parity, nope]\nlengths: 16..x\n");
    assertThat(sweep(none, List.of(wrong.toString(), "--out", out.toString())))
        .isEqualTo(Cot.BAD_INPUT);
    assertThat(err.toString())
        .isEqualTo("cot: " + wrong + ":2:14: found \"x\", expected the end of the range\n");
    assertThat(out).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0   | --out OUT             | spark.cotsim.cellsPerTask=0: expected a whole number of at least 1
          two | --out OUT             | spark.cotsim.cellsPerTask=two: expected a whole number of at least 1
          1   | --out OUT --words -   | --words -: executors cannot read the standard input of the driver; name a file
          1   | --out hdfs://a/b      | --out=hdfs://a/b: expected a folder that the driver can write as one of its own
          1   | --out=s3a://b         | --out=s3a://b: expected a folder that the driver can write as one of its own
          1   | --out OUT             | Spark gave up after 0 of 3 cells: A master URL must be set in your configuration
          """)
  void whatCannotBeDoneHereIsRefused(String cellsPerTask, String more, String message) {
    Path out = folder.resolve("out");
    List<String> words = new ArrayList<>(List.of("parity"));
    words.addAll(List.of(more.replace("OUT", out.toString()).split(" ", -1)));
    SparkConf conf = new SparkConf(false).set(SparkCells.CELLS_PER_TASK, cellsPerTask);
    assertThat(sweep(conf, words)).isEqualTo(Cot.BAD_INPUT);
    assertThat(err.toString()).startsWith("cot: " + message);
    assertThat(out).doesNotExist();
  }
}
