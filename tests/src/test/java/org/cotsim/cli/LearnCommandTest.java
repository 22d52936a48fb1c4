package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code cot learn} gets out of a running decoder. */
class LearnCommandTest {

  @TempDir private Path folder;

  @ParameterizedTest(name = "cot learn {0}")
  @ValueSource(
      strings = {
        "parity",
        "parity --by cascade",
        "parity --by loops --executor reference",
        "parity --executor nd4j",
        "tomita-5 --algorithm lstar",
        "first-symbol --by ordered",
        "regex:(ab)*|b+"
      })
  void aRightDecoderHasTheAutomatonOfTheOracle(String problem) {
    JsonObject json = Cli.done(("learn " + problem + " --format json").split(" ", -1)).json();
    assertThat(json.get("equal").getAsBoolean()).isTrue();
    assertThat(json.get("states")).isEqualTo(json.get("oracle_states"));
    assertThat(json.get("queries").getAsInt()).isPositive();
  }

  @Test
  void tttAsksLessThanAngluinForTheSixtyElementsOfA5() {
    JsonObject ttt = Cli.done("learn", "word-a5", "--format", "json").json();
    JsonObject lstar =
        Cli.done("learn", "word-a5", "--algorithm", "lstar", "--format", "json").json();
    assertThat(ttt.get("states").getAsInt()).isEqualTo(60);
    assertThat(lstar.get("states").getAsInt()).isEqualTo(60);
    assertThat(ttt.get("queries").getAsInt() * 4).isLessThan(lstar.get("queries").getAsInt());
  }

  /** Three steps read two letters: the forced answer is that of the first two. */
  @Test
  void tooFewStepsRecogniseAnotherLanguageWhichIsShown() {
    String dot = folder.resolve("learned.dot").toString();
    Cli cli = Cli.cot("learn", "parity", "--budget", "3", "--out", dot);
    assertThat(cli.code()).isEqualTo(Cot.CHECK_FAILED);
    assertThat(cli.out())
        .contains("learned   5 states by TTT")
        .contains("a shortest word that shows it: 001 (oracle accept, learned reject)");
    assertThat(Cli.cot("run", "parity", "--word", "001", "--budget", "3").out())
        .contains("answer    reject; the oracle says accept (WRONG)");
    assertThat(Cli.done("explain", dot).out()).contains("think, 5 step, 2 answer");
    assertThat(Cli.done("check", dot, "--exhaustive", "6").code()).isEqualTo(Cot.DONE);
  }

  @Test
  void aModelOfAFileIsLearnedLikeTheProblemItWasMadeFor() {
    String file = folder.resolve("model.json").toString();
    Cli.done("export", "tomita-4", "--out", file, "--max-length", "64");
    JsonObject json = Cli.done("learn", "model:" + file, "--format", "json").json();
    assertThat(json.get("equal").getAsBoolean()).isTrue();
    assertThat(json.get("states").getAsInt()).isEqualTo(4);
  }

  @Test
  void whatCountsHasNoAutomaton() {
    Cli cli = Cli.cot("learn", "formula:#(a) > #(b)", "--states-at-most", "8");
    assertThat(cli.code()).isEqualTo(Cot.CHECK_FAILED);
    assertThat(cli.out())
        .contains("stopped   there is no automaton of so few states")
        .contains("oracle    none: there is no finite automaton to compare with");
  }

  @ParameterizedTest(name = "cot learn {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          parity --extra -1 | --extra -1: expected at least 0
          parity --random -1 | --random -1: expected at least 0
          parity --states-at-most 0 | --states-at-most 0: expected at least 1
          parity --loops 1 | parity by theorem1 is bought with steps, not with loops
          """)
  void whatCannotBeLearnedIsOneSentence(String arguments, String message) {
    Cli cli = Cli.cot(("learn " + arguments).split(" ", -1));
    assertThat(cli.err()).isEqualToNormalizingNewlines("cot: " + message + "\n");
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(cli.out()).isEmpty();
  }
}
