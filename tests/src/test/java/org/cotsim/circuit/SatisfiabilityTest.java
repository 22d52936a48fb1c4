package org.cotsim.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.cotsim.simulator.circuit.OneOutput;
import org.cotsim.simulator.circuit.Satisfiability;
import org.cotsim.simulator.circuit.ThresholdCircuit;
import org.junit.jupiter.api.Test;

/** The solver beside formulas whose answer is known. */
class SatisfiabilityTest {

  private static final long SEED = 20_261_128;
  private static final int FORMULAS = Integer.getInteger("cotsim.formulas", 150);
  private static final int VARIABLES = 100;
  private static final int CLAUSES = 410;

  /**
   * Hard random formulas with a hidden solution; faster solvers of Sat4j call some unsatisfiable.
   */
  @Test
  void whatHasASolutionIsNeverCalledUnsatisfiable() {
    Random random = new Random(SEED);
    for (int f = 0; f < FORMULAS; f++) {
      OneOutput formula = withHiddenSolution(random);
      Optional<boolean[]> found = Satisfiability.inputs(formula);
      assertThat(found).as("seed %d, formula %d", SEED, f).isPresent();
      assertThat(formula.evaluate(found.orElseThrow())).isTrue();
    }
  }

  private static OneOutput withHiddenSolution(Random random) {
    List<String> names = IntStream.range(0, VARIABLES).mapToObj(i -> "x" + i).toList();
    ThresholdCircuit circuit = new ThresholdCircuit(names, 1_000_000);
    boolean[] hidden = new boolean[VARIABLES];
    for (int i = 0; i < VARIABLES; i++) {
      hidden[i] = random.nextBoolean();
    }
    List<Integer> clauses = new ArrayList<>();
    while (clauses.size() < CLAUSES) {
      List<Integer> literals = new ArrayList<>();
      boolean holds = false;
      for (int i = 0; i < 3; i++) {
        int variable = random.nextInt(VARIABLES);
        boolean negated = random.nextBoolean();
        holds |= hidden[variable] != negated;
        literals.add(circuit.input(variable) ^ (negated ? 1 : 0));
      }
      if (holds) {
        clauses.add(circuit.or(literals));
      }
    }
    return OneOutput.of(circuit, circuit.and(clauses), "all");
  }

  @Test
  void constantsAndInputsAreDecided() {
    ThresholdCircuit circuit = new ThresholdCircuit(List.of("a", "b"), 100);
    assertThat(ask(circuit, ThresholdCircuit.FALSE)).isEmpty();
    assertThat(ask(circuit, ThresholdCircuit.TRUE)).isPresent();
    assertThat(ask(circuit, circuit.input(1)).orElseThrow()).containsExactly(false, true);
    assertThat(ask(circuit, circuit.input(0) ^ 1).orElseThrow()[0]).isFalse();
    int equal = circuit.differ(circuit.differ(circuit.input(0), circuit.input(1)), 1);
    int both = circuit.and(List.of(circuit.input(0), circuit.input(1) ^ 1, equal));
    assertThat(ask(circuit, both)).isEmpty();
  }

  private static Optional<boolean[]> ask(ThresholdCircuit circuit, int literal) {
    return Satisfiability.inputs(OneOutput.of(circuit, literal, "o"));
  }
}
