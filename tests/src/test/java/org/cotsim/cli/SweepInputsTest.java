package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sweep on words and graphs of a file, and over several seeds. */
class SweepInputsTest {

  @TempDir private Path folder;

  private Path out() {
    return folder.resolve("out");
  }

  private String[] sweep(String options) {
    return Stream.concat(
            Stream.of("sweep", "--out", out().toString()),
            Stream.of(options.replace("{}", folder.toString()).split(" ", -1)))
        .toArray(String[]::new);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void theWordsOfAFileAreMeasuredLengthByLength() throws IOException {
    write("words", "1011\n0\n\n1\n11\n0110\n");
    Cli.done(sweep("parity --words {}/words --budgets 0,n+1"));
    List<JsonObject> rows = SweepFolder.rows(out());
    assertThat(rows)
        .extracting(row -> row.get("n").getAsInt() + ":" + row.get("samples").getAsInt())
        .containsExactly("0:1", "0:1", "1:2", "1:2", "2:1", "2:1", "4:2", "4:2");
    assertThat(rows).extracting(row -> row.get("positives").getAsInt()).startsWith(0, 0, 1, 1, 0);
    assertThat(rows)
        .filteredOn(row -> row.get("steps").getAsLong() > row.get("n").getAsLong())
        .hasSize(4)
        .allSatisfy(row -> assertThat(row.get("accuracy").getAsDouble()).isEqualTo(1));
    assertThat(rows.get(0).has("seed")).isFalse();
    assertThat(Files.readString(out().resolve("report.md")))
        .contains("inputs as listed", "on inputs that are\n  listed.");
  }

  @Test
  void theGraphsOfAFileAreMeasuredSizeBySize() throws IOException {
    String path =
        Stream.iterate(0, i -> i < 40, i -> i + 1)
            .map(i -> "[%d,%d]".formatted(i, i + 1))
            .toList()
            .toString();
    write(
        "graphs.jsonl",
        """
        {"edges": [["a","b"],["b","c"]], "source": "a", "target": "c", "label": true}
        {"edges": %s, "source": 0, "target": 40}
        {"edges": [["a","b"],["c","d"]], "source": "a", "target": "d", "label": 0}
        {"edges": [["x","y"],["z","y"]], "source": "x", "target": "z"}
        """
            .formatted(path));
    Cli.done(sweep("graph:{}/graphs.jsonl --by search,thoughts --budgets 0,V+E"));
    List<JsonObject> rows = SweepFolder.rows(out());
    assertThat(rows)
        .extracting(row -> row.get("by").getAsString() + row.get("n") + ":" + row.get("samples"))
        .containsExactly(
            "search3:2",
            "search3:2",
            "search4:1",
            "search4:1",
            "search41:1",
            "search41:1",
            "thoughts3:2",
            "thoughts3:2",
            "thoughts4:1",
            "thoughts4:1",
            "thoughts41:1",
            "thoughts41:1");
    assertThat(rows)
        .filteredOn(row -> !row.get("budget").getAsString().equals("0"))
        .allSatisfy(row -> assertThat(row.get("wrong").getAsInt()).as("%s", row).isZero());
    assertThat(rows.get(5).get("distance_right").getAsDouble()).isEqualTo(40);
  }

  @Test
  void oneGraphOfAFileOfManyIsRunByItself() throws IOException {
    write("graphs.jsonl", "{\"edges\": [[1, 2]], \"source\": 1, \"target\": 2}\n");
    String longer = "{\"edges\": [[1,2],[2,3],[3,4]], \"source\": 1, \"target\": 4}";
    Cli cli = Cli.done("run", "graph:" + folder.resolve("graphs.jsonl"), "--word", longer);
    assertThat(cli.out()).contains("answer    accept; the oracle says accept");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          parity --words {}/words --lengths 4 | --words gives the inputs, so that --lengths cannot be given
          parity --words {}/words --seed 4 | --words gives the inputs, so that --seed cannot be given
          parity --words {}/words | {}/words:2:2: unknown symbol '2', expected one of '0', '1'
          parity --words {}/empty | {}/empty: the file holds no word
          parity --words {}/none | {}/none: there is no such file
          graph:{}/mixed.jsonl | {}/mixed.jsonl:2: found "directed": true, expected false as in the lines before
          graph:{}/false.jsonl | {}/false.jsonl:1: the label says false, but t is reachable from s
          graph:{}/good.jsonl --samples 3 | the inputs are those of the file, so that --samples cannot be given
          graph:{}/good.jsonl --words {}/words | graph:{}/good.jsonl has its own inputs, so that --words cannot be given for it
          """)
  void inputsThatCannotBeAreRefusedBeforeAnythingIsMeasured(String options, String message)
      throws IOException {
    String good = "{\"edges\": [[1, 2]], \"source\": 1, \"target\": 2}\n";
    write("words", "11\n12\n");
    write("empty", "");
    write("good.jsonl", good);
    write("mixed.jsonl", good + good.replace("}", ", \"directed\": true}"));
    write("false.jsonl", good.replace("}", ", \"label\": false}"));
    Cli cli = Cli.cot(sweep(options));
    assertThat(cli.err()).isEqualTo("cot: " + message.replace("{}", folder.toString()) + "\n");
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(out()).doesNotExist();
  }

  @Test
  void severalSeedsAreTheSweepsOfEachWithIntervalsOverThem() throws IOException {
    String what = "word-a5 --lengths 6..12/6 --samples 20 --budgets n/2,n+1 --seed";
    Cli several = Cli.done(sweep(what + "s 3..5"));
    List<JsonObject> rows = SweepFolder.rows(out());
    assertThat(rows).hasSize(12);
    JsonObject first =
        SweepFolder.results(out()).getAsJsonArray("over_seeds").get(0).getAsJsonObject();
    double[] accuracies =
        rows.stream()
            .filter(
                row ->
                    row.get("n").getAsInt() == 6 && row.get("budget").getAsString().equals("n/2"))
            .mapToDouble(row -> row.get("accuracy").getAsDouble())
            .toArray();
    assertThat(accuracies).hasSize(3);
    double mean = (accuracies[0] + accuracies[1] + accuracies[2]) / 3;
    assertThat(first.get("accuracy").getAsDouble()).isCloseTo(mean, within(1e-6));
    assertThat(first.get("samples").getAsInt()).isEqualTo(60);
    assertThat(several.out()).contains("the mean of 3 seeds and its 95 % interval");
    assertThat(SweepFolder.texts(out()).get("seeds.csv").lines()).hasSize(5);
    assertThat(SweepFolder.texts(out()).get("report.md")).contains("seeds 3, 4, 5", " ± ");
    assertThat(SweepFolder.texts(out()).get("accuracy.svg")).contains("95 % interval over 3 seeds");
    for (int seed = 3; seed <= 5; seed++) {
      int one = seed;
      Cli.done(sweep(what + " " + seed + " --overwrite"));
      assertThat(SweepFolder.rows(out()))
          .isEqualTo(rows.stream().filter(row -> row.get("seed").getAsInt() == one).toList());
      assertThat(out().resolve("seeds.csv")).doesNotExist();
    }
  }

  @Test
  void aBudgetThatCannotBeDecidedIsPassedOver() throws IOException {
    Cli cli =
        Cli.cot(sweep("binary-increment --by forgetting --lengths 4 --samples 5 --context 4,64"));
    assertThat(cli.err())
        .isEqualTo(
            "cot: binary-increment by forgetting, n = 4, budget 4: a context of 4 tokens has no room"
                + " for a prompt of 6\n");
    assertThat(cli.code()).isEqualTo(Cot.CHECK_FAILED);
    assertThat(SweepFolder.rows(out())).hasSize(1);
    assertThat(SweepFolder.rows(out()).get(0).get("budget").getAsString()).isEqualTo("64");
    assertThat(Files.readString(out().resolve("report.md")))
        .contains("Not measured: ", "has no room");
  }
}
