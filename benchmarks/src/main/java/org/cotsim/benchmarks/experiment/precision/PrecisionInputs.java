package org.cotsim.benchmarks.experiment.precision;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cotsim.benchmarks.experiment.InputsByChainLength;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.RegularProblem;
import org.cotsim.benchmarks.problem.TuringProblem;
import org.cotsim.languages.input.InputException;

/**
 * The inputs with which a length is tried: for a regular language its words of that length, for a
 * Turing machine inputs on which it runs for at least the longest one, cut at the length.
 *
 * @param <I> the inputs
 */
final class PrecisionInputs<I> {

  private final Problem<I> problem;
  private final List<I> runs; // of a Turing machine
  private final long seed;
  private final int samples;

  private PrecisionInputs(Problem<I> problem, List<I> runs, long seed, int samples) {
    this.problem = problem;
    this.runs = runs;
    this.seed = seed;
    this.samples = samples;
  }

  static <I> PrecisionInputs<I> of(Problem<I> problem, int longest, long seed, int samples)
      throws ExperimentException, InputException {
    List<I> runs = new ArrayList<>();
    if (problem instanceof TuringProblem) {
      for (int i = 0; i < samples; i++) {
        I run = InputsByChainLength.of(problem, longest, seed + i);
        if (problem.expected(run, longest).steps() < longest) {
          throw new ExperimentException(
              "no input of "
                  + problem.name()
                  + " was found with a run of "
                  + longest
                  + " steps; choose a smaller --longest");
        }
        if (!runs.contains(run)) {
          runs.add(run);
        }
      }
    } else if (!(problem instanceof RegularProblem)) {
      throw new ExperimentException("cot precision is for regular languages and Turing machines");
    }
    return new PrecisionInputs<>(problem, runs, seed, samples);
  }

  /** The inputs of one length, in machine steps for a Turing machine. */
  @SuppressWarnings("unchecked")
  List<I> of(int length) {
    if (!(problem instanceof RegularProblem regular)) {
      return runs;
    }
    List<String> symbols = List.copyOf(regular.language().alphabet());
    List<I> words = new ArrayList<>();
    words.add( // neighbours differ, so that reading a neighbour shows
        (I) IntStream.range(0, length).mapToObj(i -> symbols.get(i % symbols.size())).toList());
    for (int i = 1; i < samples; i++) {
      words.add((I) InputsByChainLength.uniform(regular, length, seed + i));
    }
    return words;
  }

  /** The longest prompt, in tokens between start and think. */
  int promptLength(int length) {
    return problem instanceof RegularProblem
        ? length
        : runs.stream().mapToInt(problem::promptLength).max().orElse(0);
  }

  /** The chain that a length stands for. */
  int steps(int length) {
    return problem instanceof RegularProblem ? length + 1 : length;
  }
}
