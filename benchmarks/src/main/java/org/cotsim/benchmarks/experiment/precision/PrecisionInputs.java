package org.cotsim.benchmarks.experiment.precision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotsim.benchmarks.experiment.InputsByChainLength;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.UnboundedRuns;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.benchmarks.problem.WordsOfEveryLength;
import org.cotsim.languages.input.InputException;

/**
 * The inputs with which a length is tried: for a regular language its words of that length, for a
 * Turing machine inputs on which it runs for at least the longest one, cut at the length.
 *
 * @param <I> the inputs
 */
public final class PrecisionInputs<I> {

  private final Problem<I> problem;
  private final Optional<WordsOfEveryLength<I>> words;
  private final List<I> runs; // where there are no words of every length
  private final long seed;
  private final int samples;

  private PrecisionInputs(
      Problem<I> problem,
      Optional<WordsOfEveryLength<I>> words,
      List<I> runs,
      long seed,
      int samples) {
    this.problem = problem;
    this.words = words;
    this.runs = runs;
    this.seed = seed;
    this.samples = samples;
  }

  /**
   * The inputs of all lengths up to the longest.
   *
   * @throws ExperimentException if there are none
   */
  public static <I> PrecisionInputs<I> of(Problem<I> problem, int longest, long seed, int samples)
      throws ExperimentException, InputException {
    if (problem instanceof WordsOfEveryLength<I> words) {
      return new PrecisionInputs<>(problem, Optional.of(words), List.of(), seed, samples);
    }
    UnboundedRuns.of(problem);
    if (problem instanceof WaysToBuild<I> ways && ways.recipe() == Recipe.FORGETTING) {
      throw new ExperimentException(
          "how far a chain that forgets is right depends on its contexts, not on its length");
    }
    List<I> runs = new ArrayList<>();
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
    return new PrecisionInputs<>(problem, Optional.empty(), runs, seed, samples);
  }

  /** The inputs of one length, in machine steps for a Turing machine. */
  public List<I> of(int length) {
    if (words.isEmpty()) {
      return runs;
    }
    List<I> inputs = new ArrayList<>();
    inputs.add(words.get().alternating(length));
    for (int i = 1; i < samples; i++) {
      inputs.add(words.get().uniform(length, seed + i));
    }
    return inputs;
  }

  /** The longest prompt, in tokens between start and think. */
  public int promptLength(int length) {
    return words.isPresent()
        ? length
        : runs.stream().mapToInt(problem::promptLength).max().orElse(0);
  }

  /** The chain that a length stands for. */
  public int steps(int length) {
    return words.isPresent() ? words.get().chain(length) : length;
  }
}
