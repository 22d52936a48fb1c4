package org.cotsim.benchmarks.experiment.sweep;

import java.util.Iterator;
import java.util.OptionalLong;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.languages.input.InputException;

/**
 * A problem, a length and the inputs that are to be decoded; all budgets share them.
 *
 * @param <I> the inputs
 * @param index its number in the sweep, from 0
 * @param name for a person
 * @param problem that asks
 * @param n the length of the inputs
 * @param seed of the inputs; empty where they are listed
 * @param size how many there are
 * @param inputs where they come from
 */
public record PlannedCell<I>(
    int index,
    String name,
    Problem<I> problem,
    int n,
    OptionalLong seed,
    int size,
    Inputs<I> inputs) {

  /** Where the inputs of a cell come from. */
  @FunctionalInterface
  public interface Inputs<I> {
    /**
     * The inputs, one at a time.
     *
     * @param suited the problem for inputs of this length
     */
    Iterator<I> of(Problem<I> suited) throws ExperimentException, InputException;
  }
}
