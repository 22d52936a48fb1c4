package org.cotsim.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListAndExplainTest {

  private static List<String> names() {
    return Catalogue.entries().stream().map(Entry::name).toList();
  }

  /** A text that picocli cannot format is printed as it stands, with a warning past the command. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "list",
        "budget",
        "explain",
        "run",
        "check",
        "sweep",
        "precision",
        "temperature",
        "manifold",
        "trace",
        "gallery",
        "bench",
        "throughput",
        "sparse-rate",
        "export"
      })
  void helpIsFormattedWithoutAWarning(String command) {
    PrintStream errors = System.err;
    ByteArrayOutputStream warnings = new ByteArrayOutputStream();
    System.setErr(new PrintStream(warnings, true, UTF_8));
    try {
      Cli help = command.isEmpty() ? Cli.done("--help") : Cli.done(command, "--help");
      assertThat(help.out()).startsWith("Usage: cot").doesNotContain("%%", "%n");
    } finally {
      System.setErr(errors);
    }
    assertThat(warnings.toString(UTF_8)).isEmpty();
  }

  @Test
  void listNamesEveryEntryOnALineOfItsOwn() {
    List<String> firstWords =
        Cli.done("list").out().lines().map(line -> line.split(" ", 2)[0]).toList();
    assertThat(firstWords).containsSubsequence(names());
  }

  @Test
  void listAsJsonSaysOfEveryEntryWhatItIsAndWhereItComesFrom() {
    JsonObject list = Cli.done("list", "--format", "json").json();
    List<JsonElement> problems = list.getAsJsonArray("problems").asList();
    assertThat(problems)
        .extracting(problem -> problem.getAsJsonObject().get("name").getAsString())
        .isEqualTo(names());
    assertThat(problems)
        .allSatisfy(
            problem ->
                assertThat(problem.getAsJsonObject().keySet())
                    .contains("class", "states", "alphabet", "summary", "citation"));
    assertThat(list.getAsJsonArray("families")).hasSize(Catalogue.families().size());
  }

  @Test
  void explainShowsSizesSubspacesHeadsAndCertificate() {
    assertThat(Cli.done("explain", "parity").out())
        .startsWith("parity: bit strings with an odd number of 1s\n")
        .contains("2 layers, 2 heads, width 23, feed-forward 6")
        .contains("vocabulary 8: start, 2 input, think, 2 step, 2 answer")
        .contains("residual stream\n  token      [0..7]")
        .contains("layer 1\n  head \"count\" counts")
        .contains("layer 2\n  head \"read symbol\" finds")
        .contains("certificate for n <= 1024 in binary64: holds; the largest certified length is");
  }

  @Test
  void explainAsJsonAddsUpToTheModelItDescribes() {
    JsonObject model = Cli.done("explain", "tomita-7", "--format", "json").json();
    assertThat(model.keySet())
        .contains("problem", "class", "model", "residual_stream", "layers", "certificate");
    JsonObject sizes = model.getAsJsonObject("model");
    int width =
        model.getAsJsonArray("residual_stream").asList().stream()
            .mapToInt(subspace -> subspace.getAsJsonObject().get("width").getAsInt())
            .sum();
    assertThat(sizes.get("width").getAsInt()).isEqualTo(width);
    assertThat(sizes.get("layers").getAsInt()).isEqualTo(model.getAsJsonArray("layers").size());
    assertThat(sizes.get("step_tokens").getAsInt()).isEqualTo(5);
    assertThat(model.getAsJsonObject("certificate").asMap())
        .containsKeys("arithmetic", "length", "largest_certified_length", "claims")
        .extracting(Map::toString)
        .asString()
        .contains("holds=true");
  }

  @Test
  void explainFollowsTheOptions() {
    assertThat(Cli.done("explain", "parity", "--positions", "embedded", "--mask", "strict").out())
        .contains("positional embedding: table of 2051")
        .contains("strict causal mask");
    assertThat(Cli.done("explain", "parity", "--max-length", "7").out())
        .contains("certificate for n <= 7 in binary64: holds");
  }

  @Test
  void explainAlignsLongNamesAndSaysOfEveryHeadWhatItAloneDoes() {
    String graph = Cli.done("explain", "graph-gnp").out();
    List<Integer> columns =
        graph
            .lines()
            .filter(line -> line.matches("  \\S.* \\[\\d+(\\.\\.\\d+)?] .*"))
            .map(line -> line.indexOf('['))
            .distinct()
            .toList();
    assertThat(columns).hasSize(1);
    List<String> heads =
        graph
            .lines()
            .filter(line -> line.startsWith("  head "))
            .map(ListAndExplainTest::does)
            .toList();
    assertThat(heads).hasSize(16).doesNotHaveDuplicates();
    assertThat(graph).contains("       1 hidden unit, ").doesNotContain(" 1 hidden units");
  }

  /** What a head does, without its name. */
  private static String does(String line) {
    return line.substring(line.lastIndexOf('"'));
  }

  @Test
  void everyCommandExplainsItself() {
    for (String command : List.of("list", "explain", "run", "check", "sweep")) {
      assertThat(Cli.done(command, "--help").out()).startsWith("Usage: cot " + command);
      assertThat(Cli.done("--help").out()).contains("  " + command + " ");
    }
  }

  @Test
  void theHelpListsWhatTheCommandTakes() {
    assertThat(Cli.done("run", "--help").out()).contains("model:FILE");
    assertThat(Cli.done("bench", "--help").out()).contains("graph:FILE").doesNotContain("model:");
    assertThat(Cli.done("throughput", "--help").out()).doesNotContain("graph:FILE", "model:");
    assertThat(Cli.done("temperature", "--help").out())
        .contains("regular language")
        .doesNotContain("graph:FILE", "model:", "--attention", "--rightmost", "--steps-at-most");
    assertThat(Cli.done("explain", "--help").out()).doesNotContain("--steps-at-most");
  }
}
