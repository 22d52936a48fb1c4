package org.cotsim.junit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cotsim.junit.DecoderAssertions.assertThatDecoder;

import java.util.List;
import org.cotsim.benchmarks.problem.graph.GraphProblem;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.TuringEntry;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.Edge;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.languages.graph.GraphFamily;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.construct.graph.GraphConstruction;
import org.cotsim.simulator.construct.turing.TuringConstruction;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** Assertions about decoders of Turing machines and of graphs. */
class ProblemDecoderAssertTest {

  private static TuringMachine machine(String name) throws InputException {
    return ((TuringEntry) Catalogue.find(name)).machine();
  }

  private static ConstructedDecoder<List<String>> decoder(TuringMachine machine)
      throws NotCertifiedException {
    return TuringConstruction.of(machine).compile(new Extent(8, 200));
  }

  private static ConstructedDecoder<ConnectivityInstance> graphs(int vertices, boolean directed)
      throws NotCertifiedException {
    return GraphConstruction.complete(vertices, directed, ConstructionOptions.defaults())
        .compile(new Extent(40, 100));
  }

  @Test
  void aTuringMachineDecidesAndComputesAsItRuns() throws Exception {
    TuringMachine palindrome = machine("palindrome");
    assertThatDecoder(decoder(palindrome))
        .decides(palindrome)
        .onAllInputsUpTo(5)
        .onRandomInputs(10, 8, 1)
        .on(new ReferenceExecutor())
        .onInput(List.of("a", "b", "a"));
    TuringMachine increment = machine("binary-increment");
    assertThatDecoder(decoder(increment)).decides(increment).onAllInputsUpTo(5);
  }

  @Test
  void aMachineThatIsCutShortFailsAndShowsItsChain() throws Exception {
    TuringMachine increment = machine("binary-increment");
    ProblemDecoderAssert<List<String>> short1 =
        assertThatDecoder(decoder(increment)).decides(increment).withSteps("t-1");
    assertThatThrownBy(() -> short1.onInput(List.of("1", "0")))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContaining("the decoder is wrong on 10 (n = 2, budget t-1, indexed)")
        .hasMessageContaining("expected  11")
        .hasMessageContaining("right as far as it goes");
  }

  @Test
  void aMachineWithOtherTokensIsRefused() throws Exception {
    ProblemDecoderAssert<List<String>> other =
        assertThatDecoder(decoder(machine("palindrome"))).decides(machine("binary-increment"));
    assertThatThrownBy(() -> other.onInput(List.of("1", "0")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a symbol of the alphabet: 1");
    ProblemDecoderAssert<ConnectivityInstance> larger =
        assertThatDecoder(graphs(2, true), GraphProblem.complete(3, true));
    assertThatThrownBy(() -> larger.onAllInputsUpTo(3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void graphsAreDecidedForAllQuestionsAndForThoseOfAFamily() throws Exception {
    assertThatDecoder(graphs(3, true), GraphProblem.complete(3, true))
        .onAllInputsUpTo(3)
        .withSteps("V+E")
        .onAllInputsUpTo(3);
    assertThatDecoder(graphs(8, false), GraphProblem.of(GraphFamily.GNP).forLength(8))
        .onRandomInputs(20, 8, 1);
    EdgeList path =
        new EdgeList(List.of("a", "b", "c"), List.of(new Edge(0, 1), new Edge(1, 2)), false);
    assertThatDecoder(
            GraphConstruction.of(path, ConstructionOptions.defaults()).compile(new Extent(4, 20)),
            GraphProblem.of(path))
        .onInput(new ConnectivityInstance(path, 0, 2, ""));
  }

  @Test
  void tooFewStepsFailOnAGraphWithItsText() throws Exception {
    ProblemDecoderAssert<ConnectivityInstance> none =
        assertThatDecoder(graphs(3, true), GraphProblem.complete(3, true)).withSteps("0");
    assertThatThrownBy(() -> none.onAllInputsUpTo(3))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContaining("{\"edges\":[")
        .hasMessageContaining("budget 0, indexed")
        .hasMessageContaining("forced after 0 intermediate tokens");
  }

  @Test
  void whatAProblemCannotDoIsRefused() throws Exception {
    ProblemDecoderAssert<ConnectivityInstance> complete =
        assertThatDecoder(graphs(3, true), GraphProblem.complete(3, true));
    assertThatThrownBy(() -> complete.onRandomInputs(1, 3, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("random graphs come from a family");
    assertThatThrownBy(() -> complete.withSteps("n+"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("column 3");
  }
}
