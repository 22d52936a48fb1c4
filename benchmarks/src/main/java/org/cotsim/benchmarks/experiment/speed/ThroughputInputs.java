package org.cotsim.benchmarks.experiment.speed;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.InputsByChainLength;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.benchmarks.problem.VocabularyByLength;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.model.Transformer;

/**
 * Inputs of one length with equally long prompts and chains at least about as long as asked, which
 * are cut there.
 *
 * @param model what decodes them
 * @param n their length
 * @param prompts of equal length, all different
 * @param chains the oracle's, one per prompt
 */
record ThroughputInputs(Transformer model, int n, List<int[]> prompts, List<int[]> chains) {

  private static final int DIFFERENT = 1024;
  private static final int TOKENS = 1 << 23; // of all different inputs together
  private static final int DRAWN_FOR_EACH = 16;

  static <I> ThroughputInputs of(Problem<I> named, int length, long seed, ExperimentSetup setup)
      throws ExperimentException, InputException {
    I first = InputsByChainLength.of(named, length, seed);
    int n = named.length(first);
    Problem<I> problem = VocabularyByLength.suited(named, n);
    int steps = Math.min(length, problem.expected(first, length).steps());
    InputsByChainLength.requireChain(named, steps);
    int tokens = problem.promptLength(first);
    ConstructedDecoder<I> decoder = setup.compiled(problem).forRun(tokens, steps);
    int different = Math.max(1, Math.min(DIFFERENT, TOKENS / (tokens + steps)));
    Map<String, int[]> prompts = new LinkedHashMap<>();
    Map<String, int[]> chains = new LinkedHashMap<>();
    I input = first;
    Iterator<I> more = RandomInputs.of(problem).random(n, seed);
    for (int i = 0; i < DRAWN_FOR_EACH * different && prompts.size() < different; i++) {
      Expected expected = problem.expected(input, steps);
      if (problem.promptLength(input) == tokens && expected.steps() >= steps) {
        String name = problem.format(input);
        prompts.put(name, decoder.prompt(input));
        chains.put(name, Arrays.copyOf(expected.continuation(), steps));
      }
      if (!more.hasNext()) {
        break;
      }
      input = more.next();
    }
    return new ThroughputInputs(
        decoder.model(), n, List.copyOf(prompts.values()), List.copyOf(chains.values()));
  }

  int different() {
    return prompts.size();
  }

  /** The intermediate tokens of every chain. */
  int steps() {
    return chains.get(0).length;
  }

  /** The prompts of a batch: all of them in turn, again and again. */
  int[][] prompts(int first, int batch) {
    return repeated(prompts, first, batch);
  }

  /** The chains that belong to {@link #prompts(int, int)}. */
  int[][] chains(int first, int batch) {
    return repeated(chains, first, batch);
  }

  private static int[][] repeated(List<int[]> all, int first, int batch) {
    int[][] some = new int[batch][];
    Arrays.setAll(some, b -> all.get((first + b) % all.size()));
    return some;
  }

  /** Tokens that each sequence has when its chain is complete. */
  int length() {
    return prompts.get(0).length + steps();
  }
}
