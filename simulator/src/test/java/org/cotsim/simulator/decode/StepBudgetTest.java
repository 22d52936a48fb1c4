package org.cotsim.simulator.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    "3.5, 4"
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
            + " an opening bracket"
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
}
