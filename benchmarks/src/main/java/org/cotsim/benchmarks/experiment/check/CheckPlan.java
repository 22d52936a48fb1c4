package org.cotsim.benchmarks.experiment.check;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.cotsim.benchmarks.problem.AllInputs;
import org.cotsim.benchmarks.problem.ConformanceSuite;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.languages.input.InputException;

/**
 * Which inputs a check looks at, and what they show.
 *
 * @param <I> the inputs
 */
public final class CheckPlan<I> {

  private static final long DEFAULT_EXHAUSTIVE = 1000;
  private static final BigInteger MOST_EXHAUSTIVE = BigInteger.valueOf(1_000_000_000);
  private static final int DEFAULT_RANDOM = 100;
  private static final int LONGEST_BY_DEFAULT = 64;

  /** One choice of inputs. */
  private record Part<I>(CheckedInputs<I> cases, OptionalLong size, Supplier<String> shown) {}

  private final Problem<I> problem;
  private final List<Part<I>> parts = new ArrayList<>();

  public CheckPlan(Problem<I> problem) {
    this.problem = problem;
  }

  /** Adds one input. */
  public void only(I input, String place) {
    add(List.of(input).iterator(), place, OptionalLong.of(1), "one input");
  }

  /** Adds all inputs up to a length. */
  public void exhaustive(int longest) throws ExperimentException {
    requireAtLeastZero("--exhaustive", longest);
    AllInputs<I> all = AllInputs.of(problem);
    all.requireEnumerable(longest);
    add(
        new UpToLength<>(all, longest),
        "length up to " + longest,
        requireFinite(all, longest),
        all.upToLength(longest));
  }

  /** How many inputs there are up to a length, if that is known and there is an end in sight. */
  private static OptionalLong requireFinite(AllInputs<?> all, int longest)
      throws ExperimentException {
    BigInteger sum = BigInteger.ZERO;
    for (int n = 0; n <= longest; n++) {
      Optional<BigInteger> more = all.count(n);
      if (more.isEmpty()) {
        return OptionalLong.empty();
      }
      sum = sum.add(more.get());
      if (sum.compareTo(MOST_EXHAUSTIVE) > 0) {
        throw new ExperimentException(
            ("--exhaustive %d: there are %d inputs up to length %d alone, and at most %d are gone"
                    + " through; --random or --conformance chooses some")
                .formatted(longest, sum, n, MOST_EXHAUSTIVE));
      }
    }
    return OptionalLong.of(sum.longValueExact());
  }

  /** Adds random inputs of one length, drawn as the problem draws them. */
  public void random(int count, int n, long seed) throws ExperimentException, InputException {
    requireAtLeastZero("--random", count);
    requireAtLeastZero("--length", n);
    RandomInputs<I> drawing = RandomInputs.of(problem);
    Iterator<I> endless = drawing.random(n, seed);
    Drawn drawn = new Drawn();
    add(
        Stream.generate(endless::next).limit(count).iterator(),
        "random " + drawing.ofLength(n),
        OptionalLong.of(count),
        drawn,
        () ->
            count
                + " random "
                + drawing.ofLength(n)
                + " (seed "
                + seed
                + "), "
                + drawn.inWords()
                + (drawing.sampling().isEmpty() ? "" : "; " + drawing.sampling())
                + "; a sample, no proof");
  }

  /** Adds inputs that tell the problem from all others with few more states. */
  public void conformance(int extraStates) throws ExperimentException {
    requireAtLeastZero("--conformance", extraStates);
    ConformanceSuite<I> suite = ConformanceSuite.of(problem);
    add(
        suite.conformance(extraStates),
        "conformance words",
        OptionalLong.empty(),
        suite.conformanceEvidence(extraStates));
  }

  /** Adds the inputs of a file, with their labels if there is a file of these. */
  public void words(Path words, Optional<Path> labels) throws InputException {
    LabelledWords<I> file = LabelledWords.open(problem, words, labels);
    parts.add(
        new Part<>(
            file,
            OptionalLong.empty(),
            () ->
                "the words of "
                    + words
                    + (labels.isPresent() ? " and the labels of " + labels.get() : "")
                    + "; no others"));
  }

  /** This plan, or a modest one if nothing was chosen. */
  public CheckPlan<I> orDefault() throws ExperimentException, InputException {
    if (!parts.isEmpty()) {
      return this;
    }
    if (problem instanceof AllInputs<I> all) {
      exhaustive(all.usuallyUpTo().orElseGet(() -> aThousand(all)));
    }
    if (problem instanceof RandomInputs<I> drawing) {
      random(DEFAULT_RANDOM, drawing.usualLength(), 1);
    }
    return this;
  }

  /** The length up to which there are a thousand inputs or more. */
  private static <I> int aThousand(AllInputs<I> all) {
    int longest = 0;
    long sum = 1;
    while (longest < LONGEST_BY_DEFAULT && sum < DEFAULT_EXHAUSTIVE) {
      longest++;
      sum += stream(all.exhaustive(longest)).limit(DEFAULT_EXHAUSTIVE).count();
    }
    return longest;
  }

  /** All the cases, one choice of inputs after the other. */
  CheckedInputs<I> cases() {
    Iterator<Part<I>> left = parts.iterator();
    return new CheckedInputs<>() {
      private CheckedInputs<I> current = Optional::empty;

      @Override
      public Optional<CheckedInput<I>> next() throws InputException {
        Optional<CheckedInput<I>> one = current.next();
        while (one.isEmpty() && left.hasNext()) {
          current.close();
          current = left.next().cases();
          one = current.next();
        }
        return one;
      }

      @Override
      public void close() throws InputException {
        current.close();
      }
    };
  }

  /** The number of cases, where it is known. */
  public OptionalLong size() {
    return parts.stream().allMatch(part -> part.size().isPresent())
        ? OptionalLong.of(parts.stream().mapToLong(part -> part.size().getAsLong()).sum())
        : OptionalLong.empty();
  }

  /** What the result shows and what it does not, one sentence per choice of inputs. */
  public List<String> evidence(CheckResult result) {
    if (result.firstWrong().isPresent()) {
      boolean decoder = result.firstWrong().get().firstDifference().isPresent();
      return List.of(
          "a counterexample: " + (decoder ? "the decoder is wrong" : "the label differs"));
    }
    if (result.right() == 0) {
      return List.of("none: there was no input");
    }
    List<String> sentences = new ArrayList<>();
    parts.forEach(part -> sentences.add("no counterexample: " + part.shown().get()));
    if (result.truncated() > 0) {
      sentences.add(
          result.truncated()
              + " runs were stopped before an answer, and compared up to there (--steps-at-most)");
    }
    return sentences;
  }

  private void add(Iterator<I> inputs, String place, OptionalLong size, String shown) {
    add(inputs, place, size, new Drawn(), () -> shown);
  }

  private void add(
      Iterator<I> inputs, String place, OptionalLong size, Drawn drawn, Supplier<String> shown) {
    parts.add(new Part<>(CheckedInputs.of(inputs, place, drawn), size, shown));
  }

  private static <T> Stream<T> stream(Iterator<T> iterator) {
    Iterable<T> once = () -> iterator;
    return StreamSupport.stream(once.spliterator(), false);
  }

  private static void requireAtLeastZero(String option, int value) throws ExperimentException {
    if (value < 0) {
      throw new ExperimentException(option + " " + value + ": expected a number of at least 0");
    }
  }

  /** All inputs up to a length, one at a time; a flat-mapped stream would keep a whole length. */
  private static final class UpToLength<I> implements Iterator<I> {
    private final AllInputs<I> problem;
    private final int longest;
    private int length;
    private Iterator<I> current;

    UpToLength(AllInputs<I> problem, int longest) {
      this.problem = problem;
      this.longest = longest;
      this.current = problem.exhaustive(0);
    }

    @Override
    public boolean hasNext() {
      while (!current.hasNext() && length < longest) {
        current = problem.exhaustive(++length);
      }
      return current.hasNext();
    }

    @Override
    public I next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return current.next();
    }
  }
}
