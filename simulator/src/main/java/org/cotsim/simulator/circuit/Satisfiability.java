package org.cotsim.simulator.circuit;

import java.util.Optional;
import org.sat4j.core.VecInt;
import org.sat4j.minisat.SolverFactory;
import org.sat4j.specs.ContradictionException;
import org.sat4j.specs.ISolver;
import org.sat4j.specs.TimeoutException;

/**
 * Decides with Sat4j whether an output can be 1. Only clauses are given to it, three a gate; time
 * and memory may grow exponentially with the gates. Its default solver is used: {@code newBest17}
 * of 2.3.6 is faster, and said of clauses that can be satisfied that they cannot.
 */
public final class Satisfiability {

  private Satisfiability() {}

  /** Values of the inputs for which the output is 1; empty if there are none. */
  public static Optional<boolean[]> inputs(OneOutput circuit) {
    if (circuit.graph().size() == 0) {
      return constant(circuit);
    }
    ISolver solver = SolverFactory.newDefault();
    solver.setTimeout(Integer.MAX_VALUE); // seconds
    solver.newVar(DimacsFile.variables(circuit));
    solver.setExpectedNumberOfClauses(DimacsFile.clauses(circuit));
    try {
      DimacsFile.<ContradictionException>clauses(
          circuit, (int... literals) -> solver.addClause(new VecInt(literals)));
      return solver.isSatisfiable() ? Optional.of(values(circuit, solver)) : Optional.empty();
    } catch (ContradictionException e) {
      return Optional.empty();
    } catch (TimeoutException e) {
      throw new IllegalStateException("Sat4j gave up after 68 years", e);
    }
  }

  /** The answer where the output is a constant, an input or the negation of one. */
  private static Optional<boolean[]> constant(OneOutput circuit) {
    boolean[] values = new boolean[circuit.graph().inputs().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = circuit.literal() == 2 * (i + 1);
    }
    return circuit.evaluate(values) ? Optional.of(values) : Optional.empty();
  }

  private static boolean[] values(OneOutput circuit, ISolver solver) {
    boolean[] values = new boolean[circuit.graph().inputs().size()];
    for (int literal : solver.model()) {
      if (literal > 0 && literal <= values.length) {
        values[literal - 1] = true;
      }
    }
    return values;
  }
}
