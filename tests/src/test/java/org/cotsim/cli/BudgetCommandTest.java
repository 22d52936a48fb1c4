package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code cot budget}, and {@code --by} on the commands that build. */
class BudgetCommandTest {

  private static Cli refused(String... arguments) {
    Cli cli = Cli.cot(arguments);
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(cli.out()).isEmpty();
    return cli;
  }

  @ParameterizedTest
  @CsvSource({
    "parity, solvable, Z2, 2, cascade",
    "tomita-7, R-trivial, '', 6, cascade",
    "first-symbol, R-trivial, '', 2, ordered",
    "dyck-2-5, star-free, '', 7, cascade",
    "word-z60, solvable, Z60, 8, cascade",
  })
  void jsonSaysClassGroupsAndLayers(
      String problem, String languageClass, String group, int layers, String recipe) {
    JsonObject budget = Cli.done("budget", problem, "--format", "json").json();
    assertThat(budget.get("class").getAsString()).isEqualTo(languageClass);
    assertThat(
            String.join(
                ",",
                budget.getAsJsonArray("groups").asList().stream()
                    .map(one -> one.getAsJsonObject().get("name").getAsString())
                    .toList()))
        .isEqualTo(group);
    assertThat(budget.get("zero_step_layers").getAsInt()).isEqualTo(layers);
    assertThat(budget.get("zero_step_by").getAsString()).isEqualTo(recipe);
    assertThat(budget.get("assumed").getAsString()).isEqualTo("nothing");
  }

  @ParameterizedTest
  @CsvSource({"word-a5, A5", "word-s5, S5"})
  void noDecoderIsKnownForAGroupThatIsNotSolvableAndNobodySaysImpossible(
      String problem, String group) {
    JsonObject budget = Cli.done("budget", problem, "--format", "json").json();
    assertThat(budget.get("class").getAsString()).isEqualTo("non-solvable");
    assertThat(budget.get("zero_step_layers").isJsonNull()).isTrue();
    assertThat(budget.get("zero_steps").getAsString())
        .isEqualTo("none is known; one would show TC0 = NC1");
    String text = Cli.done("budget", problem).out().replaceAll("\\s+", " ");
    assertThat(text)
        .contains("words permute a set of", "by " + group + ", which is not solvable")
        .contains("rests on TC0 not being NC1")
        .contains("2503.03961, theorem 4")
        .doesNotContainIgnoringCase("impossible");
  }

  @Test
  void anAutomatonOfTwoHundredStatesIsAnswered() {
    JsonObject budget = Cli.done("budget", "random-200-2-1", "--format", "json").json();
    assertThat(budget.get("class").getAsString()).isEqualTo("non-solvable");
    assertThat(budget.get("groups_complete").getAsBoolean()).isFalse();
    assertThat(budget.get("zero_step_layers").isJsonNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"palindrome", "graph-path"})
  void onlyRegularLanguagesHaveABudget(String problem) {
    assertThat(refused("budget", problem).err())
        .isEqualTo(
            "cot: "
                + problem
                + " has no finite automaton; what has: formulas, regular languages\n");
  }

  @Test
  void aFormulaThatDoesNotCountHasTheBudgetOfItsAutomatonAndItsOwnDecoder() {
    JsonObject budget = Cli.done("budget", "formula:a & Y b", "--format", "json").json();
    assertThat(budget.get("class").getAsString()).isEqualTo("star-free");
    assertThat(budget.get("zero_step_by").getAsString()).isEqualTo("default");
    assertThat(budget.get("zero_step_layers").getAsInt())
        .isEqualTo(
            Cli.done("explain", "formula:a & Y b", "--format", "json")
                .json()
                .getAsJsonObject("model")
                .get("layers")
                .getAsInt());
    assertThat(Cli.done("budget", "formula:a & Y b").out())
        .contains("zero steps  enough: the decoder that is built for it")
        .doesNotContain("--by");
    assertThat(refused("budget", "formula:#(a)>1").err())
        .isEqualTo(
            "cot: formula:#(a)>1 counts, and only of formulas that do not is a finite automaton"
                + " made\n");
  }

  @Test
  void anLtlfFormulaIsBuiltInAllWays() {
    assertThat(Cli.done("check", "ltlf:G(a -> X b)", "--by", "cascade").out())
        .startsWith("note")
        .contains("problem   ltlf:G(a -> X b) by cascade")
        .contains(" right, 0 wrong; 0 intermediate tokens");
  }

  @Test
  void aFileAndAnExpressionHaveOneToo() {
    assertThat(Cli.done("budget", "regex:((a|b)(a|b))*").out())
        .contains("solvable: words permute sets of states by Z2, which is solvable")
        .contains("and in AC0");
  }

  @Test
  void runByCascadeAnswersAfterNoToken() {
    JsonObject run =
        Cli.done("run", "parity", "--by", "cascade", "--word", "10110", "--format", "json").json();
    assertThat(run.get("steps").getAsInt()).isZero();
    assertThat(run.get("needed_steps").getAsInt()).isZero();
    assertThat(run.get("answer").getAsString()).isEqualTo("accept");
    assertThat(run.get("right").getAsBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"parity, cascade", "tomita-7, ordered", "tomita-7, cascade", "dyck-1-16, cascade"})
  void checkByComparesTheAnswers(String problem, String recipe) {
    assertThat(Cli.done("check", problem, "--by", recipe).out())
        .startsWith("problem   " + problem + " by " + recipe)
        .contains(" right, 0 wrong; 0 intermediate tokens");
  }

  @Test
  void explainByCascadeNamesTheHeads() {
    assertThat(Cli.done("explain", "tomita-3", "--by", "cascade").out())
        .contains("steps claimed: 0", "8 layers", "head \"clock\"", "head \"latest ")
        .contains("remainder mod 2", "latest reset");
  }

  @Test
  void whatHasNoSuchDecoderIsRefusedWithTheReason() {
    assertThat(refused("run", "word-a5", "--by", "cascade", "--word", "(123)").err())
        .isEqualTo(
            "cot: word-a5 has no decoder --by cascade: words permute a set of 60 states by the group"
                + " A5 of order 60, which is not solvable; no decoder of 0 steps and a fixed"
                + " number of layers is known, and one"
                + " would show TC0 = NC1\n");
    assertThat(refused("run", "parity", "--by", "ordered", "--word", "1").err())
        .contains("so the language is not R-trivial");
    assertThat(refused("run", "palindrome", "--by", "cascade", "--word", "a").err())
        .isEqualTo("cot: palindrome has no decoder --by cascade; its ways: theorem2, forgetting\n");
    assertThat(refused("run", "parity", "--by", "cascade", "--mask", "strict", "--word", "1").err())
        .contains("leave out --mask");
    assertThat(refused("run", "parity", "--by", "luck", "--word", "1").err())
        .contains("Invalid value for option '--by'");
  }

  @Test
  void aSweepMeasuresWaysSideBySideAndLeavesOutWhatThereIsNot(@TempDir Path folder)
      throws Exception {
    Cli swept =
        Cli.cot(
            "sweep",
            "parity",
            "word-a5",
            "--by",
            "cascade,theorem1",
            "--lengths",
            "8",
            "--samples",
            "20",
            "--budgets",
            "0,n,n+1",
            "--out",
            folder.toString());
    assertThat(swept.err()).contains("cot: left out: word-a5 has no decoder --by cascade");
    List<String> rows = Files.readAllLines(folder.resolve("results.csv"));
    assertThat(rows).hasSize(1 + 3 * 3);
    assertThat(rows.stream().filter(row -> row.startsWith("parity,cascade,")))
        .hasSize(3)
        .allSatisfy(row -> assertThat(row).contains(",20,"));
    assertThat(Files.readString(folder.resolve("accuracy.svg")))
        .contains("n = 8, by cascade", "non-solvable; no decoder by cascade");
  }

  @Test
  void anExportedDecoderWithoutStepsRunsBesideTheOracle(@TempDir Path folder) {
    Path file = folder.resolve("parity.json");
    Cli.done("export", "parity", "--by", "cascade", "--max-length", "16", "--out", file.toString());
    assertThat(Cli.done("run", "model:" + file, "--word", "10111").out())
        .contains("answered by itself after 0 intermediate tokens", "the oracle says reject");
  }

  @Test
  void aTraceShowsAllStatesOfTheRun(@TempDir Path folder) throws Exception {
    Path page = folder.resolve("parity.html");
    Cli.done("trace", "parity", "--by", "cascade", "--word", "101", "--out", page.toString());
    assertThat(Files.readString(page))
        .contains("How it answers without a chain of thought", "\"run\":[0,1,1,0]");
  }

  @Test
  void aBenchMeasuresThePromptAndTheAnswer() {
    JsonObject bench =
        Cli.done(
                "bench",
                "--allow-load",
                "parity",
                "--by",
                "cascade",
                "--length",
                "500",
                "--runs",
                "1",
                "--format",
                "json")
            .json();
    assertThat(bench.get("right").getAsBoolean()).isTrue();
    assertThat(bench.get("n").getAsInt()).isEqualTo(500);
    assertThat(bench.get("tokens").getAsInt()).isEqualTo(1);
  }
}
