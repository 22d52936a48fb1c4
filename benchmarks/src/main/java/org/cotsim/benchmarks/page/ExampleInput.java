package org.cotsim.benchmarks.page;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.benchmarks.problem.VocabularyByLength;
import org.cotsim.languages.input.InputException;

/**
 * An input that shows much: different letters, different tokens in its chain, and the rarer answer.
 *
 * @param problem for inputs of this length
 * @param input of it
 */
record ExampleInput<I>(Problem<I> problem, I input) {

  private static final int LONGER = 4; // than asked, where only some lengths have such inputs
  private static final int TRIES = 40; // at each length
  private static final int ACCEPTED = 12; // as much as so many more different things

  /** The best of many random inputs of this length or a little more. */
  static <I> ExampleInput<I> of(Problem<I> named, int length, long seed)
      throws InputException, ExperimentException {
    boolean fixed = named instanceof VocabularyByLength || length == 0;
    ExampleInput<I> best = null;
    for (int n = length; n <= (fixed ? length : length + LONGER); n++) {
      Problem<I> problem = VocabularyByLength.suited(named, n);
      Iterator<I> inputs = RandomInputs.of(problem).random(n, seed);
      for (int i = 0; i < TRIES; i++) {
        ExampleInput<I> other = new ExampleInput<>(problem, inputs.next());
        best = best == null || other.worth() > best.worth() ? other : best;
      }
    }
    return best;
  }

  /**
   * The least length from this one on, but not much more, at which some answers are yes and some
   * no; this one if there is none.
   */
  static <I> int length(RandomInputs<I> named, int length, long seed)
      throws InputException, ExperimentException {
    if (named instanceof VocabularyByLength || length == 0) {
      return length;
    }
    for (int n = length; n <= length + LONGER; n++) {
      Iterator<I> inputs = named.random(n, seed);
      Set<Boolean> answers = new HashSet<>();
      for (int i = 0; i < TRIES && answers.size() < 2; i++) {
        answers.add(named.expected(inputs.next()).accepts());
      }
      if (answers.size() == 2) {
        return n;
      }
    }
    return length;
  }

  private int worth() {
    Expected expected = problem.expected(input);
    List<String> letters = letters();
    int pairs = new HashSet<>(pairs(letters)).size();
    int tokens = (int) Arrays.stream(expected.continuation()).distinct().count();
    return (expected.accepts() ? ACCEPTED : 0)
        + ACCEPTED * Math.min(2, new HashSet<>(letters).size())
        + 2 * new HashSet<>(letters).size()
        + pairs
        + tokens;
  }

  private static List<String> pairs(List<String> letters) {
    return IntStream.range(1, letters.size())
        .mapToObj(i -> letters.get(i - 1) + " " + letters.get(i))
        .toList();
  }

  private List<String> letters() {
    return input instanceof List<?> word
        ? word.stream().map(String::valueOf).toList()
        : List.of(problem.format(input).split("[ ,;]+", -1));
  }
}
