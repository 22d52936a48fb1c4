package org.cotsim.benchmarks.experiment.data;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotsim.benchmarks.problem.ExperimentException;

/**
 * Which part of a data set an input is in: decided by its text, its length and the seed alone, so
 * that no input is in two parts, whatever the problem and however often it is drawn.
 *
 * @param percent of the inputs in each part
 * @param testLengths the lengths of which all inputs are for testing
 * @param seed chooses which inputs are in which part
 */
public record Splits(Map<Split, Integer> percent, Set<Integer> testLengths, long seed) {

  private static final int WHOLE = 100;

  public Splits {
    percent = Map.copyOf(percent);
    testLengths = Set.copyOf(testLengths);
  }

  /**
   * Parts of these sizes, in the order of {@link Split}.
   *
   * @throws ExperimentException unless they are three whole numbers from 0 to 100 with the sum 100
   */
  public static Splits of(List<Integer> percent, Set<Integer> testLengths, long seed)
      throws ExperimentException {
    int sum = percent.stream().mapToInt(Integer::intValue).sum();
    boolean fits = percent.size() == Split.values().length && sum == WHOLE;
    if (!fits || percent.stream().anyMatch(part -> part < 0)) {
      throw new ExperimentException(
          "--splits %s: expected the per cent of train, validation and test with the sum 100, such as 80,10,10"
              .formatted(String.join(",", percent.stream().map(String::valueOf).toList())));
    }
    Map<Split, Integer> parts = new EnumMap<>(Split.class);
    for (Split split : Split.values()) {
      parts.put(split, percent.get(parts.size()));
    }
    return new Splits(parts, testLengths, seed);
  }

  /** The part that an input is in. */
  public Split of(String input, int n) {
    if (testLengths.contains(n)) {
      return Split.TEST;
    }
    double place = WHOLE * ((Seeds.mix(seed, Seeds.hash(input)) >>> 11) * 0x1p-53);
    int before = 0;
    for (Split split : Split.values()) {
      before += percent.get(split);
      if (place < before) {
        return split;
      }
    }
    throw new IllegalStateException("the parts are less than the whole: " + percent);
  }

  /** Whether a part gets some of the inputs of a length. */
  boolean wants(Split split, int n) {
    return testLengths.contains(n) ? split == Split.TEST : percent.get(split) > 0;
  }
}
