package org.cotsim.simulator.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepBudgetTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "log, 4",
    "log n, 4",
    "sqrt, 4",
    "n/2, 8",
    "n, 16",
    "n+1, 17",
    "nlogn, 64",
    "n log n, 64",
    "n^2, 256",
    "7, 7",
    "2n+3, 35",
    "n*(n-1)/2, 120",
    "sqrt(n)+1, 5",
    "t, 40",
    "t/3, 14",
    "n^2/4 - 1, 63",
    "2^log n, 16",
    "log(2n), 5",
    "3.5, 4",
    "log2(n), 4",
    "log2 n, 4",
    "log_2 n, 4",
    "log2, 4",
    "log10(1000), 3",
    "log10(1000n)-log10 n, 3",
    "log4(n), 2",
    "ln(n), 3",
    "log(n)^2, 16",
    "log^2(n), 16",
    "log^2 n, 16",
    "n log^2 n, 256",
    "log n^2, 8",
    "sqrt(n)^3, 64",
    "sqrt(n) log n, 16",
    "sqrt(2n)+sqrt(2)n, 29",
    "log log n, 2",
    "n(n+1)/2, 136",
    "(n+1)(n-1), 255",
    "n^2 log n, 1024",
    "-n+2n, 16"
  })
  void formulasMeanWhatTheySay(String formula, long expected) throws FormulaException {
    assertThat(StepBudget.parse(formula).at(InputSize.of(16, 40))).isEqualTo(expected);
  }

  @Test
  void logIsExactAtPowersOfTwoAndZeroAtTheEmptyWord() throws FormulaException {
    StepBudget log = StepBudget.parse("log");
    assertThat(log.at(InputSize.of(1 << 29, 0))).isEqualTo(29);
    assertThat(log.at(InputSize.of(0, 0))).isZero();
    assertThat(log.at(InputSize.of(5, 0))).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "n+ | budget \"n+\", column 3: it ends too early; expected a number, n, t, V, E, log, sqrt or"
            + " an opening bracket",
        "(n | budget \"(n\", column 3: a closing bracket is missing",
        "n! | budget \"n!\", column 2: \"!\" is unexpected",
        "1.2.3 | budget \"1.2.3\", column 1: found \"1\"; expected a number, n, t, V, E, log, sqrt or"
            + " an opening bracket",
        "sqrt2(n) | budget \"sqrt2(n)\", column 5: put what sqrt is of into brackets, such as sqrt(2n)",
        "log 2n | budget \"log 2n\", column 5: put what log is of into brackets, such as log(2n)",
        "log2n | budget \"log2n\", column 5: this can be read in two ways: write log2(n) or log(2n)",
        "log1(n) | budget \"log1(n)\", column 5: the base of a logarithm is at least 2",
        "sqrt n log n | budget \"sqrt n log n\", column 8: this can be read in two ways: put what sqrt"
            + " is of into brackets",
        "1/2n | budget \"1/2n\", column 4: this can be read in two ways: after a division, give the"
            + " next factor a * or use brackets",
        "2^2n | budget \"2^2n\", column 4: this can be read in two ways: after an exponent, give the"
            + " next factor a * or use brackets",
        "n^1/2 | budget \"n^1/2\", column 4: this can be read in two ways: put the exponent into"
            + " brackets",
        "log^2n | budget \"log^2n\", column 6: this can be read in two ways: put what log is of into"
            + " brackets",
        "log*n | budget \"log*n\", column 4: log* is not known; write log(n)* for a product",
        "10 000 | budget \"10 000\", column 4: a number after a factor needs a * before it",
        "000 | budget \"000\", column 1: found \"000\"; a number has no zeros before it and no"
            + " separators in it",
        "t(n) | budget \"t(n)\", column 2: t is the running time on the input and takes nothing in"
            + " brackets; write t*("
      })
  void whatCannotBeReadIsNamedWithItsColumn(String formula, String message) {
    assertThatThrownBy(() -> StepBudget.parse(formula))
        .isInstanceOf(FormulaException.class)
        .hasMessage(message);
  }

  @Test
  void aNegativeBudgetIsRefusedWhereItArises() throws FormulaException {
    StepBudget budget = StepBudget.parse("n-5");
    assertThat(budget.at(InputSize.of(5, 0))).isZero();
    assertThatThrownBy(() -> budget.at(InputSize.of(3, 0)))
        .hasMessage("budget \"n-5\": it is -2 for n = 3, not a number of steps");
  }

  @Test
  void graphsHaveVerticesAndEdges() throws FormulaException {
    InputSize.Graph graph = new InputSize.Graph(5, 12);
    assertThat(StepBudget.parse("2V+E/3").at(new InputSize(5, 9, Optional.of(graph))))
        .isEqualTo(14);
    assertThatThrownBy(() -> StepBudget.parse("V+E").at(InputSize.of(5, 9)))
        .hasMessage(
            "budget \"V+E\": V and E are the vertices and edges of a graph; the input is none");
  }

  @Test
  void longFormulasAreReadAndDeepOnesRefused() throws FormulaException {
    InputSize size = InputSize.of(1, 1);
    assertThat(StepBudget.parse("n" + "+n".repeat(20_000)).at(size)).isEqualTo(20_001);
    assertThat(StepBudget.parse("n" + "*n".repeat(20_000)).at(size)).isOne();
    for (String prefix : List.of("(", "-", "2^", "log ", "sqrt(")) {
      assertThatThrownBy(() -> StepBudget.parse(prefix.repeat(20_000) + "n"))
          .isInstanceOf(FormulaException.class)
          .hasMessageEndingWith("it is nested more than 100 deep");
    }
  }
}
