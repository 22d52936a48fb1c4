package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {

  @TempDir private Path folder;

  /** One run of one chain, whatever else runs on this machine. */
  private static JsonObject bench(String... more) {
    return Cli.done(
            Stream.concat(
                    Stream.concat(Stream.of("bench"), Stream.of(more)),
                    Stream.of("--runs", "1", "--allow-load", "--format", "json"))
                .toArray(String[]::new))
        .json();
  }

  @Test
  void aChainIsMeasuredAndCheckedAgainstTheOracle() {
    JsonObject json = bench("parity", "--length", "300");
    assertThat(json.get("tokens").getAsInt()).isEqualTo(300);
    assertThat(json.get("right").getAsBoolean()).isTrue();
    assertThat(json.get("certified").getAsBoolean()).isTrue();
    assertThat(json.keySet())
        .contains("seconds", "tokens_per_second", "bytes_per_token", "held_bytes", "machine");
    assertThat(json.get("tokens_per_cpu_second").getAsDouble())
        .isEqualTo(300 / json.get("cpu_seconds").getAsDouble());
  }

  @Test
  void aMachineThatHaltsLeavesItsTape() {
    JsonObject json = bench("busy-beaver-4", "--length", "200");
    assertThat(json.get("tokens").getAsInt()).isEqualTo(107);
    assertThat(json.get("note").getAsString())
        .isEqualTo("the chain ends after 107 tokens; --length 200 is beyond it");
    assertThat(json.get("halted").getAsBoolean()).isTrue();
    assertThat(json.get("cells_not_blank").getAsInt()).as("ones").isEqualTo(13);
    assertThat(json.get("tapes_right").getAsBoolean()).isTrue();
    assertThat(json.get("right").getAsBoolean()).as("it halts by itself").isTrue();
  }

  @Test
  void aMachineThatIsStoppedLeavesItsTapeSoFar() {
    JsonObject json = bench("busy-beaver-4", "--length", "106");
    assertThat(json.get("halted").getAsBoolean()).isFalse();
    assertThat(json.has("note")).isFalse();
    assertThat(json.get("tapes_right").getAsBoolean()).isTrue();
  }

  @Test
  void aChainThatForgetsIsCheckedBeyondItsFirstRestart() {
    JsonObject json = bench("palindrome", "--by", "forgetting", "--length", "300");
    assertThat(json.get("tokens").getAsInt()).isEqualTo(300);
    assertThat(json.get("right").getAsBoolean()).isTrue();
  }

  @Test
  void aGraphFileIsSearchedToItsEnd() throws IOException {
    Path file = folder.resolve("path.edges");
    Files.writeString(file, "a b\nb c\nc d\nx y\n");
    JsonObject json = bench("graph:" + file, "--source", "a", "--target", "x");
    assertThat(json.get("tokens").getAsInt()).as("each edge from both ends").isEqualTo(6);
    assertThat(json.get("right").getAsBoolean()).isTrue();
  }

  @Test
  void aFamilyHasTokensForItsOneGraph() {
    JsonObject json = bench("graph-tree", "--length", "600");
    assertThat(json.get("tokens").getAsInt()).isGreaterThan(400);
    assertThat(json.get("right").getAsBoolean()).isTrue();
  }

  private static Cli compare(String... more) {
    return Cli.cot(
        Stream.concat(
                Stream.of("bench", "parity", "--patience", "2", "--allow-load"), Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void executorsAreComparedAtTheSameLengths() throws IOException {
    Cli cli =
        compare(
            "--lengths",
            "4..16*2",
            "--against",
            "reference,tokens-only",
            "--memory",
            "--out",
            folder.toString());
    assertThat(cli.code()).isEqualTo(Cot.DONE);
    assertThat(cli.out())
        .contains("times slower", "bytes held", "machine", "tokens-only: plain Java, binary64")
        .containsPattern("reference +16 ")
        .containsPattern("tokens-only: time grows as the length to the power [0-9.]+");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("parity.csv", "parity.json", "parity.md", "parity.svg");
    }
    assertThat(Files.readAllLines(folder.resolve("parity.csv"))).hasSize(10);
  }

  @Test
  void theExecutorThatKeepsTokensOnlyGrowsByTheTokens() {
    JsonObject json =
        compare("--lengths", "20,40", "--executor", "tokens-only", "--format", "json").json();
    long shorter = held(json, 0);
    long longer = held(json, 1);
    assertThat(longer - shorter).as("bytes for 40 more tokens").isBetween(1L, 400L);
  }

  private static long held(JsonObject json, int row) {
    return json.getAsJsonArray("rows").get(row).getAsJsonObject().get("held_bytes").getAsLong();
  }

  @Test
  void anExecutorThatTakesTooLongStopsAndSaysSo() throws IOException {
    Cli cli =
        Cli.cot(
            "bench",
            "parity",
            "--patience",
            "0.5",
            "--allow-load",
            "--lengths",
            "4,250",
            "--executor",
            "tokens-only",
            "--out",
            folder.toString());
    assertThat(cli.code()).isEqualTo(Cot.DONE);
    String stopped = "tokens-only: stopped before length 250, which ";
    assertThat(cli.out()).contains(stopped);
    assertThat(Files.readString(folder.resolve("parity.md")))
        .contains("tokens-only stopped before length 250, which ");
    assertThat(Files.readString(folder.resolve("parity.json"))).contains("\"stopped before");
  }

  /**
   * The champion of four states halts after 107 steps with 13 ones, which stand in its last row.
   */
  @Test
  void theTapeOfAChainIsDrawnAsItsTokensWriteIt() throws IOException {
    Path file = folder.resolve("tape.svg");
    Cli.done(
        "bench", "busy-beaver-4", "--length", "200", "--allow-load", "--picture", file.toString());
    String svg = Files.readString(file);
    assertThat(svg)
        .contains("The tape of busy-beaver-4")
        .contains("what 107 emitted tokens write, every one compared with the interpreter");
    double bottom = 472; // of the plot, which has a row for each of the 107 steps
    double row = (bottom - 72) / 107;
    double marked =
        Pattern.compile("M([0-9.]+) ([0-9.]+)h([0-9.]+)v")
            .matcher(svg)
            .results()
            .filter(match -> Double.parseDouble(match.group(2)) > bottom - row - 0.01)
            .mapToDouble(match -> Double.parseDouble(match.group(3)))
            .sum();
    int cells = 14; // that the head visits
    assertThat(marked).isCloseTo((800 - 24 - 74) * 13.0 / cells, within(1.0));
    assertThat(Cli.cot("bench", "parity", "--length", "8", "--picture", "x.svg").err())
        .isEqualTo("cot: --picture is for a Turing machine whose chain is its run\n");
  }

  @Test
  void nothingMeasuredIsNoSuccess() {
    Cli cli = Cli.cot("bench", "parity", "--length", "64", "--memory", "--patience", "1e-9");
    assertThat(cli.err())
        .isEqualTo(
            "cot: nothing was measured: the executor indexed stopped before length 64, which took"
                + " more than 1.0E-9 s\n");
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
  }

  @Test
  void anEmptyChainCannotBeMeasured() throws IOException {
    Path file = folder.resolve("edge.edges");
    Files.writeString(file, "a b\n");
    Cli cli = Cli.cot("bench", "graph:" + file, "--source", "a", "--target", "a");
    assertThat(cli.err())
        .endsWith("the chain of this input is empty, there is nothing to measure\n");
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
  }

  @Test
  void mistakesAreOneSentence() {
    assertThat(compare("--lengths", "0").err())
        .isEqualTo("cot: --lengths 0: expected at least 1\n");
    assertThat(compare("--lengths", "4..x").err())
        .isEqualTo("cot: --lengths, column 4: found \"x\", expected the end of the range\n");
    assertThat(compare("--lengths", "5", "--patience=-1").code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(compare("--lengths", "5", "--profile").err())
        .isEqualTo("cot: --profile is for one executor at one length\n");
    assertThat(compare("--lengths", "5", "--runs", "2").err())
        .isEqualTo("cot: --runs is for one executor at one length\n");
    assertThat(compare("--lengths", "5", "--length", "5").err())
        .isEqualTo("cot: --length and --lengths exclude each other\n");
    assertThat(compare("--lengths", "5", "--against", "gpu").err())
        .startsWith("cot: no executor is called gpu; there are indexed,");
  }

  @Test
  void aFormulaIsMeasuredAtTheLengthAskedThoughItsChainIsEmpty() {
    assertThat(bench("formula:O a", "--length", "100").get("n").getAsInt()).isEqualTo(100);
  }
}
