package org.cotsim.benchmarks.experiment;

import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.RegularProblem;
import org.cotsim.languages.input.InputException;

/** Chooses inputs whose chains have a wanted length, or that have it where there is no chain. */
public final class InputsByChainLength {

  private static final int TRIED = 2; // inputs of each length: one of each answer

  private InputsByChainLength() {}

  /** An input with a chain of so many tokens, or the shortest one tried with a longer chain. */
  @SuppressWarnings("unchecked")
  public static <I> I of(Problem<I> problem, int length, long seed) throws InputException {
    if (problem instanceof RegularProblem regular) {
      int n = problem.mostSteps(length) == 0 ? length : length - 1;
      return (I) uniform(regular, n, seed); // the problem's inputs are such words
    }
    I longest = null;
    long most = -1;
    for (int n = problem.shortest(); n <= 2L * length + problem.shortest(); n += 1 + n / 4) {
      Iterator<I> inputs = problem.random(n, seed);
      for (int i = 0; i < TRIED && inputs.hasNext(); i++) {
        I input = inputs.next();
        long steps = problem.forInput(input).expected(input, length).steps();
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

  /** Refuses an input whose chain is empty. */
  public static void requireChain(Problem<?> problem, int steps) throws ExperimentException {
    if (steps == 0) {
      throw new ExperimentException(
          problem.name() + ": the chain of this input is empty, there is nothing to measure");
    }
  }

  /** A word of a length, every symbol equally likely. */
  public static List<String> uniform(RegularProblem problem, int n, long seed) {
    Random random = new Random(seed);
    List<String> symbols = List.copyOf(problem.language().alphabet());
    return Stream.generate(() -> symbols.get(random.nextInt(symbols.size())))
        .limit(Math.max(0, n))
        .toList();
  }
}
