package org.cotsim.benchmarks.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cotsim.benchmarks.problem.graph.GraphMachineProblem;
import org.cotsim.benchmarks.problem.graph.GraphProblem;
import org.cotsim.benchmarks.problem.hops.HopProblem;
import org.cotsim.benchmarks.problem.logic.FormulaProblem;
import org.cotsim.benchmarks.problem.regular.RegularProblem;
import org.cotsim.benchmarks.problem.turing.TuringProblem;
import org.cotsim.languages.input.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "parity; RegularProblem",
        "regex:a\\.txt; RegularProblem",
        "regex:a\\.bb; RegularProblem",
        "regex:a\\.crasp; RegularProblem",
        "palindrome; TuringProblem",
        "tm:1RB1LB_1LA1RZ; TuringProblem",
        "graph-gnp; GraphProblem",
        "graph-gnp-by-machine; GraphMachineProblem",
        "hops-log; HopProblem",
        "hops-17; HopProblem",
        "formula:O 'a.bb'; FormulaProblem",
        "ltlf:F a; RegularProblem"
      })
  void aTextIsOfTheKindThatItNames(String text, String kind) throws InputException {
    assertThat(Problems.find(text).getClass().getSimpleName()).isEqualTo(kind);
  }

  @Test
  void aFileIsReadByItsPrefixFirstAndByItsExtensionThen() throws IOException, InputException {
    Path edges = Files.writeString(folder.resolve("edges.txt"), "a b\nb c\n");
    assertThat(Problems.find("graph:" + edges)).isInstanceOf(GraphProblem.class);
    Path machine = Files.writeString(folder.resolve("m.txt"), "1RB1LB_1LA1RZ\n");
    assertThat(Problems.find(machine.toString())).isInstanceOf(TuringProblem.class);
    Path formula = Files.writeString(folder.resolve("f.crasp"), "A := 'a'\n");
    assertThat(Problems.find(formula.toString())).isInstanceOf(FormulaProblem.class);
  }

  @Test
  void aCapabilityThatIsLackingNamesTheKindsThatHaveIt() throws InputException {
    Problem<?> machine = Problems.find("palindrome");
    assertThatThrownBy(() -> ConformanceSuite.of(machine))
        .isInstanceOf(ExperimentException.class)
        .hasMessage("palindrome has no conformance suite; what has: formulas, regular languages");
  }

  @Test
  void everyKindThatIsKnownHereIsRegistered() {
    assertThat(Problems.kinds())
        .extracting(ProblemKind::problems)
        .contains(
            RegularProblem.class,
            TuringProblem.class,
            GraphProblem.class,
            GraphMachineProblem.class,
            HopProblem.class,
            FormulaProblem.class);
  }

  @Test
  void anUnknownNameGetsSuggestions() {
    assertThatThrownBy(() -> Problems.find("paritty"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no such problem in the catalogue");
  }
}
