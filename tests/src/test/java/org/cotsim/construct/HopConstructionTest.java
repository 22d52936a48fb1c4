package org.cotsim.construct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.benchmarks.problem.hops.HopProblem;
import org.cotsim.languages.hops.HopInstance;
import org.cotsim.languages.hops.HopInstances;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Hash;
import org.cotsim.simulator.construct.ConstructionOptions.Norms;
import org.cotsim.simulator.construct.ConstructionOptions.Positions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.construct.hops.HopConstruction;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.decode.Outcome;
import org.cotsim.simulator.decode.Verifier;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Mask;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HopConstructionTest {

  private static final long SEED = 20_261_128;
  private static final int MOST_POINTS = 24; // so that every point is tried
  private static final int MOST_WIDE = 5; // the same where arithmetic is slow

  private static HopProblem problem(String name) {
    try {
      return (HopProblem) Problems.find(name);
    } catch (InputException e) {
      throw new AssertionError(e);
    }
  }

  @TestFactory
  Stream<DynamicContainer> everyCountOfHopsKeepsTheContract() {
    return HopSubject.matrix(Stream.of("hops-1", "hops-log", "hops-half"));
  }

  /** One more or less of the hops would show: both twins get the same answer up to there. */
  @ParameterizedTest
  @ValueSource(strings = {"hops-1", "hops-log", "hops-sqrt", "hops-7"})
  void belowTheHopsHalfTheAnswersAreRightAndFromThereOnAll(String name) throws Exception {
    int points = 1000;
    int inputs = 40;
    HopProblem problem = problem(name).forLength(points);
    int hops = Math.toIntExact(problem.mostSteps(points));
    Iterator<HopInstance> twins = problem.random(points, SEED);
    List<HopInstance> drawn = Stream.generate(twins::next).limit(inputs).toList();
    ConstructedDecoder<HopInstance> decoder =
        problem
            .construction(ConstructionOptions.defaults())
            .compile(new Extent(points + 2 + hops, hops));
    long[][] budgets = new long[inputs][];
    Arrays.fill(budgets, IntStream.rangeClosed(0, hops + 1).asLongStream().toArray());
    List<Decoding> decodings =
        new Decoder(decoder.model(), new IndexedExecutor())
            .decode(drawn.stream().map(decoder::prompt).toArray(int[][]::new), budgets);
    for (int budget = 0; budget <= hops + 1; budget++) {
      int right = 0;
      for (int i = 0; i < inputs; i++) {
        Outcome outcome = decodings.get(i).outcomes().get(budget);
        right += problem.expected(drawn.get(i)).isGivenBy(decodings.get(i), outcome) ? 1 : 0;
      }
      assertThat(right)
          .as("%s, seed %d, %d steps", name, SEED, budget)
          .isEqualTo(budget < hops ? inputs / 2 : inputs);
    }
  }

  @Test
  void theWeightsAreThoseOfEveryNumberOfHops() throws Exception {
    HopProblem one = problem("hops-1").forLength(30);
    ConstructedDecoder<HopInstance> decoder =
        one.construction(ConstructionOptions.defaults()).compile(new Extent(80, 40));
    for (int hops = 0; hops <= 40; hops += 4) {
      HopInstance cycle = cycle(30, 5, (5 + hops) % 30, hops);
      assertThat(differences(decoder, List.of(cycle), one, new IndexedExecutor()))
          .as("%d hops", hops)
          .containsExactly(OptionalInt.empty());
    }
  }

  private static HopInstance cycle(int points, int source, int target, int hops) {
    List<Integer> images = new ArrayList<>(IntStream.range(0, points).boxed().toList());
    Collections.rotate(images, -1);
    return new HopInstance(images, source, target, hops);
  }

  private static OptionalInt[] differences(
      ConstructedDecoder<HopInstance> decoder,
      List<HopInstance> inputs,
      HopProblem problem,
      Executor executor) {
    return new Verifier(decoder.model(), executor)
        .firstDifferences(
            inputs.stream().map(decoder::prompt).toArray(int[][]::new),
            inputs.stream()
                .map(problem::expected)
                .map(Expected::continuation)
                .toArray(int[][]::new));
  }

  /** At the most points that are certified, in every arithmetic. */
  @TestFactory
  Stream<DynamicTest> noFunctionBreaksACertificate() {
    List<ConstructionOptions> certified =
        Stream.concat(
                Arithmetic.values().stream(),
                IntStream.of(6, 9, 13, 21, 26, 33, 52, 60).mapToObj(Arithmetic::bits))
            .flatMap(arithmetic -> Stream.of(arithmetic, arithmetic.truncating()))
            .map(arithmetic -> ConstructionOptions.defaults().withArithmetic(arithmetic))
            .flatMap(
                options ->
                    Stream.of(
                        options, options.withHash(Hash.PLAIN), options.withNorms(Norms.PROJECTED)))
            .filter(options -> certifiedPoints(options) > 1)
            .toList();
    assertThat(certified).as("with points that are certified").hasSizeGreaterThan(30);
    return certified.stream()
        .map(
            options ->
                DynamicTest.dynamicTest(
                    options.arithmetic().name() + ", " + options.hash() + ", " + options.norms(),
                    () -> tryToBreak(options, certifiedPoints(options))));
  }

  private static int certifiedPoints(ConstructionOptions options) {
    int most = options.arithmetic().isWide() ? MOST_WIDE : MOST_POINTS;
    return IntStream.iterate(most, points -> points - 1)
        .filter(
            points -> points == 0 || construct(points, options).certificate(extent(points)).holds())
        .findFirst()
        .orElseThrow();
  }

  private static HopConstruction construct(int points, ConstructionOptions options) {
    return HopConstruction.of(points, "2", options);
  }

  private static Extent extent(int points) {
    return new Extent(points + 4, 2);
  }

  private static void tryToBreak(ConstructionOptions options, int points)
      throws NotCertifiedException, ExperimentException {
    ConstructedDecoder<HopInstance> decoder = construct(points, options).compile(extent(points));
    HopProblem problem = problem("hops-2").forLength(points);
    List<HopInstance> inputs = new ArrayList<>();
    for (int s = 0; s < points; s++) {
      int reached = (s + 2) % points;
      for (int t : new int[] {reached, (reached + 1) % points, (reached + points - 1) % points}) {
        inputs.add(cycle(points, s, t, 2)); // the neighbours of t, and those of every image
      }
    }
    if (points >= 4) {
      Iterator<HopInstance> twins = HopInstances.twins(points, 2, SEED);
      Stream.generate(twins::next).limit(20).forEach(inputs::add);
    }
    assertThat(differences(decoder, inputs, problem, new ReferenceExecutor(options.arithmetic())))
        .as("%s, seed %d, %d points", options, SEED, points)
        .containsOnly(OptionalInt.empty());
  }

  @Test
  void whatItDoesNotHaveIsRefused() {
    ConstructionOptions options = ConstructionOptions.defaults();
    refuses(options.withMask(Mask.STRICT), "the mask cannot be chosen");
    refuses(options.withHash(Hash.DIGITS), "which have no digits; choose another hash");
    refuses(options.withPositions(Positions.EMBEDDED), "there is no embedded variant");
    refuses(options.withNorms(Norms.STANDARD), "standard pre-norm");
    refuses(options.withSoftmax(100), "softmax attention is certified for regular");
  }

  private static void refuses(ConstructionOptions options, String why) {
    assertThatThrownBy(() -> problem("hops-3").construction(options))
        .isInstanceOf(ExperimentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void aFunctionOnMorePointsThanThereAreTokensForIsRefused() throws Exception {
    ConstructedDecoder<HopInstance> decoder =
        problem("hops-2")
            .forLength(5)
            .construction(ConstructionOptions.defaults())
            .compile(Extent.of(50));
    assertThatThrownBy(() -> decoder.prompt(cycle(6, 0, 2, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there are tokens for 5 points, not for 6");
  }
}
