package org.cotsim.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import scala.Tuple2;

/**
 * The packaged job as {@code spark-submit} runs it, on executors that are processes of their own.
 */
@EnabledOnOs(OS.LINUX)
class SparkJobIT {

  private static final String PROBLEM = "machines/even.att";
  private static final int PATIENCE = 180; // seconds

  @TempDir private static Path shared;
  private static SparkHome spark;
  private static Map<String, String> expected;

  @TempDir private Path folder;

  /** What the command writes that is started where the names of the files hold. */
  @BeforeAll
  static void sweepOnThisMachine() throws IOException, InterruptedException {
    spark = SparkHome.in(shared.resolve("spark"));
    Sweeps.experiment(shared, PROBLEM);
    ProcessBuilder cot =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-cp",
            Path.of("target/cotsim-spark.jar").toAbsolutePath().toString(),
            Cot.class.getName(),
            "sweep",
            "experiment.yaml",
            "--out",
            "here");
    Process process = cot.directory(shared.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isEqualTo(Cot.CHECK_FAILED);
    expected = Sweeps.texts(shared.resolve("here"));
  }

  private Process submit(String master, Trouble.Kind kind, String... more)
      throws IOException, InterruptedException {
    Sweeps.experiment(folder, PROBLEM);
    String own = Path.of("target/test-classes").toAbsolutePath().toString();
    List<String> options = new ArrayList<>(List.of("--master", master, "--driver-class-path", own));
    SparkConf conf =
        Trouble.with(new SparkConf(false), kind, folder.resolve("log"))
            .set("spark.executor.extraClassPath", own)
            .set("spark.ui.enabled", "false");
    for (Tuple2<String, String> setting : conf.getAll()) {
      options.addAll(List.of("--conf", setting._1() + "=" + setting._2()));
    }
    return spark.submit(
        folder,
        options,
        Stream.concat(Stream.of("experiment.yaml", "--out", "out"), Stream.of(more)).toList());
  }

  private void requireEnd(Process job) throws IOException, InterruptedException {
    boolean ended = job.waitFor(PATIENCE, TimeUnit.SECONDS);
    job.destroyForcibly();
    assertThat(ended).isTrue();
    assertThat(job.exitValue())
        .as(Files.readString(folder.resolve("err.txt")))
        .isEqualTo(Cot.CHECK_FAILED);
    assertThat(Sweeps.texts(folder.resolve("out"))).isEqualTo(expected);
  }

  /** The executors work in folders of their own, to which the file of the problem must come. */
  @Test
  void anExecutorThatIsLostIsMadeUpFor() throws IOException, InterruptedException {
    requireEnd(submit("local-cluster[2,1,1024]", Trouble.Kind.SECOND_KILLS_ITS_EXECUTOR));
    assertThat(Files.readString(folder.resolve("log"))).isEqualTo("task 1, attempt 0\n");
    assertThat(folder.resolve("out.txt")).content().contains("written to out: results.csv");
  }

  @Test
  void aKilledJobGoesOnToTheSameBytes() throws IOException, InterruptedException {
    Process killed = submit("local[1]", Trouble.Kind.SLOW);
    Path journal = folder.resolve("out/cells.jsonl");
    while (lines(journal) < 4) {
      assertThat(killed.isAlive()).as(Files.readString(folder.resolve("err.txt"))).isTrue();
      Thread.sleep(20);
    }
    killed.destroyForcibly().waitFor();
    assertThat(lines(journal)).isLessThan(expected.get("cells.jsonl").lines().count());
    requireEnd(submit("local[2]", Trouble.Kind.SLOW, "--resume"));
  }

  private static long lines(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file).lines().count() : 0;
  }
}
