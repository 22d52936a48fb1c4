package org.cotsim.benchmarks.problem.hops;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.cotsim.benchmarks.problem.AllInputs;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.ExplainsChain;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.benchmarks.problem.VocabularyByInput;
import org.cotsim.benchmarks.problem.VocabularyByLength;
import org.cotsim.languages.hops.HopCount;
import org.cotsim.languages.hops.HopInstance;
import org.cotsim.languages.hops.HopInstances;
import org.cotsim.languages.hops.HopText;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.oracle.HopOracle;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.hops.HopConstruction;
import org.cotsim.simulator.construct.hops.HopTokens;

/**
 * Whether f^K(s) = t, for a function f on n points that is written out in the prompt.
 *
 * <p>The length n of an input is the number of points; a problem has tokens for so many or fewer.
 */
public final class HopProblem
    implements AllInputs<HopInstance>,
        RandomInputs<HopInstance>,
        ExplainsChain<HopInstance>,
        VocabularyByLength<HopInstance>,
        VocabularyByInput<HopInstance> {

  /** What the names of these problems begin with. */
  public static final String PREFIX = "hops-";

  private static final int USUAL_POINTS = 64;
  private static final int USUALLY_UP_TO = 4; // 4 356 instances
  private static final int MOST_ENUMERATED = 6; // points: 1 679 616 instances
  private static final int MOST_POINTS = 1 << 17; // 4 tokens for each

  private final HopCount hops;
  private final int points;
  private final HopTokens tokens;

  private HopProblem(HopCount hops, int points) {
    this.hops = hops;
    this.points = points;
    this.tokens = construct(ConstructionOptions.defaults()).tokens();
  }

  /** The problem of so many hops. */
  public static HopProblem of(HopCount hops) {
    return new HopProblem(hops, USUAL_POINTS);
  }

  @Override
  public HopProblem forLength(int n) throws ExperimentException {
    if (n > MOST_POINTS) {
      throw new ExperimentException(
          name() + " has tokens for at most " + MOST_POINTS + " points, not " + n);
    }
    return n == points ? this : new HopProblem(hops, Math.max(1, n));
  }

  @Override
  public HopProblem forInput(HopInstance input) {
    return input.points() == points ? this : new HopProblem(hops, input.points());
  }

  @Override
  public String name() {
    return PREFIX + hops;
  }

  @Override
  public String summary() {
    return "whether f^K(s) = t for a function f on n points, K = " + steps();
  }

  private String steps() {
    return switch (hops.toString()) {
      case "log" -> "log n";
      case "sqrt" -> "sqrt n";
      case "half" -> "n/2";
      default -> hops.toString();
    };
  }

  @Override
  public String languageClass() {
    if (hops.isFixed()) {
      return "AC0, as K is fixed";
    }
    return hops.toString().equals("log") ? "in L, not known to be in TC0" : "L-complete";
  }

  @Override
  public List<String> whyTheChainHelps() {
    return List.of(
        "Every intermediate token is one hop: it names the point that f leads to from the one"
            + " before, found by one head at the position that the point's number gives.",
        "A token that names one of n points carries log n bits, so that even a few tokens hold more"
            + " than any fixed alphabet can write; log n tokens of a fixed alphabet could all be"
            + " tried side by side.",
        "Forced to answer earlier, the model can only say whether the point reached so far is t; the"
            + " instances come in twins that agree up to the last hop, so that it is right half the"
            + " time.");
  }

  @Override
  public String source() {
    return "the decoder is this project's; W. Merrill and A. Sabharwal 2025 (arXiv 2503.03961),"
        + " theorem 4, for log n tokens of a fixed alphabet";
  }

  @Override
  public HopConstruction build(ConstructionOptions options) throws ExperimentException {
    Optional<String> problem = HopConstruction.problem(options);
    if (problem.isPresent()) {
      throw new ExperimentException(problem.get());
    }
    return construct(options);
  }

  private HopConstruction construct(ConstructionOptions options) {
    return HopConstruction.of(points, steps(), options);
  }

  @Override
  public HopInstance parse(String text) throws InputException {
    HopInstance instance = HopText.parse(name(), text, hops);
    if (instance.points() > MOST_POINTS) {
      throw InputException.in(
          name(), "at most " + MOST_POINTS + " points, not " + instance.points());
    }
    return instance;
  }

  @Override
  public String format(HopInstance input) {
    return HopText.format(input);
  }

  @Override
  public int length(HopInstance input) {
    return input.points();
  }

  @Override
  public int promptLength(HopInstance input) {
    return HopTokens.promptLength(input);
  }

  @Override
  public long mostSteps(int n) {
    return hops.on(n);
  }

  @Override
  public Expected expected(HopInstance input, long limit) {
    IntStream path =
        IntStream.of(HopOracle.path(input, (int) Math.min(limit, input.hops()))).map(tokens::step);
    if (input.hops() > limit) {
      return Expected.stopped(path.toArray());
    }
    boolean accepts = HopOracle.accepts(input);
    IntStream answer = IntStream.of(tokens.answer(accepts));
    return Expected.answered(IntStream.concat(path, answer).toArray(), input.hops(), accepts);
  }

  @Override
  public String ofLength(int n) {
    return "permutations of " + n + " points";
  }

  @Override
  public String sampling() {
    return "twins that differ in where the last hop goes, one of each answer";
  }

  @Override
  public int shortest() {
    return hops.fewestPoints();
  }

  @Override
  public int usualLength() {
    return Math.max(USUAL_POINTS, shortest());
  }

  @Override
  public Iterator<HopInstance> random(int length, long seed) throws InputException {
    if (length < shortest()) {
      throw InputException.in(
          name(),
          "random instances have a path of all hops and a point beside it, so at least "
              + shortest()
              + " points, not "
              + length);
    }
    return HopInstances.twins(length, hops.on(length), seed);
  }

  @Override
  public Iterator<HopInstance> exhaustive(int length) {
    return HopInstances.all(length, hops.on(length)).iterator();
  }

  @Override
  public void requireEnumerable(int longest) throws ExperimentException {
    if (longest > MOST_ENUMERATED) {
      throw new ExperimentException(
          "--exhaustive "
              + longest
              + ": all functions can be gone through up to "
              + MOST_ENUMERATED
              + " points");
    }
  }

  @Override
  public String upToLength(int n) {
    return "all functions on up to "
        + n
        + (n == 1 ? " point" : " points")
        + ", with every s and t; more points are not covered";
  }

  @Override
  public OptionalInt usuallyUpTo() {
    return OptionalInt.of(USUALLY_UP_TO);
  }
}
