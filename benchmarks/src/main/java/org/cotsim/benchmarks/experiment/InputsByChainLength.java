package org.cotsim.benchmarks.experiment;

import java.util.Iterator;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.benchmarks.problem.UnboundedRuns;
import org.cotsim.benchmarks.problem.VocabularyByInput;
import org.cotsim.benchmarks.problem.WordsOfEveryLength;
import org.cotsim.languages.input.InputException;

/** Chooses inputs whose chains have a wanted length, or that have it where there is no chain. */
public final class InputsByChainLength {

  private static final int TRIED = 2; // inputs of each length: one of each answer

  private InputsByChainLength() {}

  /** An input with a chain of so many tokens, or the shortest one tried with a longer chain. */
  public static <I> I of(Problem<I> problem, int length, long seed)
      throws InputException, ExperimentException {
    if (problem instanceof WordsOfEveryLength<I> words) {
      return words.uniform(words.chain(length) == 0 ? length : length - 1, seed);
    }
    RandomInputs<I> drawing = RandomInputs.of(problem);
    I longest = null;
    long most = -1;
    for (int n = drawing.shortest(); n <= 2L * length + drawing.shortest(); n += 1 + n / 4) {
      Iterator<I> inputs = drawing.random(n, seed);
      for (int i = 0; i < TRIED && inputs.hasNext(); i++) {
        I input = inputs.next();
        long steps = steps(VocabularyByInput.suited(problem, input), input, length);
        if (steps >= length) {
          return input;
        }
        if (steps > most) {
          longest = input;
          most = steps;
        }
      }
      if (longest != null && problem.length(longest) < n / 4) {
        break; // longer words do not make longer chains
      }
    }
    return longest;
  }

  private static <I> long steps(Problem<I> problem, I input, int length) {
    return problem instanceof UnboundedRuns<I> able && able.holdsNoChain()
        ? able.chain(input, length).count()
        : problem.expected(input, length).steps();
  }

  /** Refuses an input whose chain is empty. */
  public static void requireChain(Problem<?> problem, long steps) throws ExperimentException {
    if (steps == 0) {
      throw new ExperimentException(
          problem.name() + ": the chain of this input is empty, there is nothing to measure");
    }
  }
}
