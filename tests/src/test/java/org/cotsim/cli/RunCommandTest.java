package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunCommandTest {

  private static JsonObject run(String... more) {
    String[] all = new String[more.length + 3];
    all[0] = "run";
    System.arraycopy(more, 0, all, 1, more.length);
    all[all.length - 2] = "--format";
    all[all.length - 1] = "json";
    return Cli.done(all).json();
  }

  private static List<String> chain(JsonObject run) {
    return run.getAsJsonArray("chain").asList().stream().map(JsonElement::getAsString).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"indexed", "reference", "nd4j"})
  void theJsonHasEverythingThatWasAskedAndFound(String executor) {
    JsonObject run = run("parity", "--word", "0111", "--executor", executor);
    assertThat(run.keySet())
        .contains(
            "problem",
            "input",
            "n",
            "budget",
            "steps",
            "chain",
            "answer",
            "outcome",
            "oracle",
            "executor");
    assertThat(run.get("problem").getAsString()).isEqualTo("parity");
    assertThat(run.get("input").getAsString()).isEqualTo("0111");
    assertThat(run.get("n").getAsInt()).isEqualTo(4);
    assertThat(run.get("budget").getAsInt()).isEqualTo(5);
    assertThat(run.get("steps").getAsInt()).isEqualTo(5);
    assertThat(chain(run)).containsExactly("q0", "q0", "q1", "q0", "q1");
    assertThat(run.get("answer").getAsString()).isEqualTo("accept");
    assertThat(run.get("outcome").getAsString()).isEqualTo("answered");
    assertThat(run.get("oracle").getAsString()).isEqualTo("accept");
    assertThat(run.get("executor").getAsString()).isEqualTo(executor);
  }

  @Test
  void theTextSaysTheSame() {
    assertThat(Cli.done("run", "parity", "--word", "0111", "--show-chain").out())
        .isEqualToNormalizingNewlines(
            """
            problem   parity: bit strings with an odd number of 1s
            input     0111 (n = 4)
            chain     q0 q0 q1 q0 q1
            outcome   answered by itself after 5 intermediate tokens
            answer    accept; the oracle says accept
            executor  indexed (plain Java, binary64)
            model     compiled for n <= 8, certified
            """);
    assertThat(Cli.done("run", "parity", "--word", "0111").out()).doesNotContain("chain");
  }

  @ParameterizedTest(name = "budget {0}: {2} after {1} steps")
  @CsvSource({
    "0, 0, reject, budget spent",
    "1, 1, reject, budget spent",
    "log, 2, reject, budget spent",
    "n-1, 3, accept, budget spent",
    "n, 4, reject, budget spent",
    "n+1, 5, accept, answered",
    "n^2, 5, accept, answered"
  })
  void underABudgetTheAnswerIsThatOfTheLastStateNamed(
      String budget, int steps, String answer, String outcome) {
    JsonObject run = run("parity", "--word", "0111", "--budget", budget);
    assertThat(run.get("steps").getAsInt()).isEqualTo(steps);
    assertThat(run.get("answer").getAsString()).isEqualTo(answer);
    assertThat(run.get("outcome").getAsString()).isEqualTo(outcome);
    assertThat(run.get("oracle").getAsString()).isEqualTo("accept");
  }

  /** A forced answer may be wrong: that is what the experiment is about, not a failed check. */
  @Test
  void aWrongAnswerUnderTooSmallABudgetIsShownAndIsNoFailure() {
    assertThat(Cli.done("run", "parity", "--word", "1", "--budget", "1").out())
        .contains("budget spent after 1 intermediate token of 2 needed; the answer is forced")
        .contains("answer    reject; the oracle says accept (WRONG)");
  }

  @Test
  void theEmptyWordIsAWord() {
    JsonObject run = run("tomita-1", "--word", "");
    assertThat(run.get("n").getAsInt()).isZero();
    assertThat(chain(run)).containsExactly("q0");
    assertThat(run.get("answer").getAsString()).isEqualTo("accept");
    assertThat(Cli.done("run", "tomita-1", "--word", "").out())
        .contains("input     the empty word (n = 0)");
  }

  @Test
  void aRegularExpressionIsAProblem() {
    assertThat(run("regex:(ab)*", "--word", "abab").get("answer").getAsString())
        .isEqualTo("accept");
    assertThat(run("regex:a*", "--alphabet", "ab", "--word", "ab").get("answer").getAsString())
        .isEqualTo("reject");
  }

  @Test
  void aFileIsAProblemAndWhatReadingItChangedIsSaid(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("ends-in-b.att"), "0 0 a\n0 1 b\n1 1 b\n1\n");
    JsonObject run = run(file.toString(), "--word", "aab");
    assertThat(run.get("answer").getAsString()).isEqualTo("accept");
    assertThat(run.getAsJsonArray("notes").toString()).contains("completed with a sink state");
  }

  @ParameterizedTest
  @ValueSource(strings = {"theorem1", "loops", "cascade", "ordered"})
  void aChainSpeaksOfTheStatesOfTheFileWhicheverWayItIsBuilt(String way, @TempDir Path folder)
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("seen.dot"),
            "digraph { s [shape=none]; s -> not_yet; not_yet -> not_yet [label=a];"
                + " not_yet -> seen [label=b]; seen -> seen [label=\"a,b\"];"
                + " seen [shape=doublecircle]; }");
    JsonObject run = run(file.toString(), "--word", "aba", "--by", way);
    assertThat(run.get("answer").getAsString()).isEqualTo("accept");
    if (way.equals("theorem1")) {
      assertThat(chain(run)).containsExactly("not_yet", "not_yet", "seen", "seen");
    }
    assertThat(Cli.done("explain", file.toString(), "--by", way).out())
        .contains(way.equals("loops") ? "the number of the one that it leads to" : "seen")
        .doesNotContain("q0", "q1");
  }

  @Test
  void foldedCountsThatWereChosenForTheirCertificateAreSaid() {
    String[] binary32 = {"busy-beaver-4", "--word", "", "--arithmetic", "binary32"};
    assertThat(run(binary32).getAsJsonArray("notes").toString())
        .contains("the hash folded was chosen", "grows like the logarithm");
    assertThat(run("busy-beaver-4", "--word", "").getAsJsonArray("notes").toString())
        .doesNotContain("folded");
  }

  @Test
  void theModelIsCompiledForTheLengthRoundedUpUnlessALengthIsGiven() {
    assertThat(run("parity", "--word", "010101010").get("compiled_for").getAsInt()).isEqualTo(16);
    assertThat(run("parity", "--word", "01", "--max-length", "2").get("compiled_for").getAsInt())
        .isEqualTo(2);
  }

  @Test
  void withoutACertificateTheModelIsBuiltOnlyWhenAskedForAndThenSaysSo() {
    JsonObject run =
        run(
            "parity",
            "--word",
            "1",
            "--hash",
            "scaled",
            "--arithmetic",
            "binary32",
            "--max-length",
            "127",
            "--uncertified");
    assertThat(run.get("certified").getAsBoolean()).isFalse();
    assertThat(run("parity", "--word", "1").get("certified").getAsBoolean()).isTrue();
  }
}
