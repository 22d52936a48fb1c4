package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cotsim.benchmarks.cli.Cot;
import org.cotsim.benchmarks.problem.Recipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LoopsOptionTest {

  private static Cli check(int loops, int length) {
    return Cli.cot(
        "check word-a5 --by loops --loops %d --random 40 --length %d --format json"
            .formatted(loops, length)
            .split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource({"3, 7, 0", "3, 8, 1", "4, 8, 0", "5, 31, 0", "5, 32, 1", "7, 32, 0"})
  void oneLoopLessThanClaimedFails(int loops, int length, int code) {
    Cli cli = check(loops, length);
    assertThat(cli.err()).isEmpty();
    assertThat(cli.code()).isEqualTo(code);
    assertThat(cli.json().get("wrong").getAsInt() > 0).isEqualTo(code == Cot.CHECK_FAILED);
    assertThat(cli.json().get("problem").getAsString()).isEqualTo("word-a5 by loops");
    assertThat(cli.json().get("currency").getAsString()).isEqualTo("loops");
    assertThat(cli.json().get("budget").getAsString()).isEqualTo(String.valueOf(loops));
  }

  /**
   * With too few loops the answer is that of the last 2^loops - 1 letters; less than claimed was
   * allowed, so a wrong one is no failure.
   */
  @ParameterizedTest
  @CsvSource({"0, reject", "1, accept", "2, accept", "3, reject"})
  void theAnswerIsThatOfTheEndOfTheWord(int loops, String answer) {
    Cli cli =
        Cli.cot(
            ("run parity --word 1001 --by loops --format json --loops " + loops).split(" ", -1));
    assertThat(cli.json().get("answer").getAsString()).isEqualTo(answer);
    assertThat(cli.json().get("needed").getAsInt()).isEqualTo(3);
    assertThat(cli.json().get("right").getAsBoolean()).isEqualTo(answer.equals("reject"));
    assertThat(cli.code()).isEqualTo(Cot.DONE);
  }

  @Test
  void explainShowsAsManyLayers() {
    Cli cli = Cli.done("explain", "parity", "--by", "loops", "--loops", "5", "--format", "json");
    assertThat(cli.json().getAsJsonObject("model").get("layers").getAsInt()).isEqualTo(1 + 5);
  }

  @Test
  void explainSaysThatALayerIsRepeated() {
    assertThat(Cli.done("explain", "parity", "--by", "loops", "--max-length", "7").out())
        .contains("4 layers, 2 of them distinct,", "layer 3 is layer 2 again")
        .doesNotContain("layer 2 is");
    assertThat(Cli.done("explain", "parity").out()).doesNotContain("distinct", "again");
  }

  @Test
  void aBudgetNamesLoopsOnlyWhereTheyCanBeBuilt() {
    assertThat(Cli.done("budget", "dyck-2-5").out()).doesNotContain("--by loops");
    assertThat(Cli.done("budget", "word-a5").out()).contains("--by loops");
  }

  @ParameterizedTest
  @EnumSource(
      value = Recipe.class,
      names = {"THEOREM1", "CASCADE", "LOOPS", "ORDERED"})
  void anExportedDecoderOfAnyKindRunsBesideTheOracle(Recipe recipe, @TempDir Path folder) {
    String file = folder.resolve("model.json").toString();
    String by = recipe.toString();
    Cli.done("export", "tomita-1", "--by", by, "--max-length", "8", "--out", file);
    assertThat(Cli.done("run", "model:" + file, "--word", "1111").out())
        .contains("problem   tomita-1: ", "answer    accept; the oracle says accept")
        .doesNotContain(" by cascade", " by loops", " by ordered");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run parity --word 1 --loops 1 | parity by theorem1 is bought with steps, not with loops",
        "run parity --word 1 --by loops --padding 1 | parity by loops is bought with loops, not with"
            + " padding",
        "check hops-2 --thoughts 1 | hops-2 is bought with steps, not with thoughts",
        "check parity --by loops --loops 1 --context n | a budget is in one currency at a time, not in"
            + " loops and context",
        "explain parity --by loops --loops 1 --padding 1 | a budget is in one currency at a time, not"
            + " in loops and padding",
        "explain parity --loops 1 | parity by theorem1 is bought with steps, not with loops",
        "explain parity --by loops --loops -1 | --loops -1: expected at least 0",
        "check parity --by loops --loops 1 --one-pass | --loops cannot be given for --one-pass, which"
            + " follows the whole chain",
        "run graph-path --word 1 --by theorem1 | graph-path has no decoder --by theorem1; its ways:"
            + " search, thoughts, squaring, padding",
        "run palindrome --word a --by loops --loops 1 | palindrome has no decoder --by loops; its"
            + " ways: theorem2, forgetting",
        "run parity --word 1 --by search | parity has no decoder --by search; its ways: theorem1,"
            + " cascade, loops, ordered",
        "check graph:FILE --by search | --by search cannot be given for graph:FILE",
        "run parity --word 1 --by cascade --loops 1 | parity by cascade is bought with steps, not with"
            + " loops",
        "check parity --by loops --loops n/ | budget \"n/\", column 3: it ends too early; expected a"
            + " number, n, t, V, E, log, sqrt or an opening bracket",
        "explain parity --by loops --loops 1025 | parity by loops is built with at most 1024 loops, not"
            + " 1025",
        "check hops-2 --by loops --loops 1 | hops-2 has no other way to build its decoder; what has:"
            + " Turing machines, graphs, regular languages",
        "check --machines FILE --loops 1 | --loops cannot be given for a list of Turing machines",
      })
  void badInputIsOneSentence(String command, String sentence) {
    Cli cli = Cli.cot(command.split(" ", -1));
    assertThat(cli.err()).isEqualTo("cot: " + sentence + "\n");
    assertThat(cli.out()).isEmpty();
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
  }
}
