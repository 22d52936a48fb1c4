package org.cotsim.construct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Hash;
import org.cotsim.simulator.construct.ConstructionOptions.Norms;
import org.cotsim.simulator.construct.ConstructionOptions.Positions;
import org.cotsim.simulator.construct.ConstructionOptions.Rightmost;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.decode.Verifier;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Arithmetic;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Tries to break certificates at the largest lengths that they promise, in every arithmetic. */
class CertificateTest {

  private static final long SEED = 20_261_122;

  /** The most symbols or steps, so that the scan of every pair stays cheap. */
  private static final int LONGEST = Integer.getInteger("cotsim.certificates", 40);

  private static final String CHAMPION = "tm:1RB1LC_1RC1RB_1RD0LE_1LA1LD_1RZ0LA";

  private static final String COMPARED = "formula:3#('1') >= 3#('0') & !(#('1') > #('0') + 1)";

  private record Trial(String problem, Optional<Recipe> recipe, ConstructionOptions options) {

    Trial(String problem, ConstructionOptions options) {
      this(problem, Optional.empty(), options);
    }

    Trial(String problem, Recipe recipe, ConstructionOptions options) {
      this(problem, Optional.of(recipe), options);
    }

    @Override
    public String toString() {
      return String.join(
          ", ",
          problem,
          recipe.map(Recipe::toString).orElse("the usual way"),
          options.arithmetic().name(),
          options.hash().name(),
          options.positions().name(),
          options.rightmost().name(),
          options.norms().name());
    }
  }

  @TestFactory
  Stream<DynamicTest> noInputBreaksACertificate() {
    List<Trial> trials =
        arithmetics().flatMap(CertificateTest::trials).filter(t -> certified(t) > 0).toList();
    assertThat(trials).as("trials with a length that is certified").hasSizeGreaterThan(120);
    return trials.stream()
        .map(trial -> DynamicTest.dynamicTest(trial.toString(), () -> tryToBreak(trial)));
  }

  private static int certified(Trial trial) {
    try {
      return find(trial).construction(trial.options()).largestCertified();
    } catch (InputException | ExperimentException e) {
      throw new AssertionError(e);
    }
  }

  private static Problem<?> find(Trial trial) throws InputException, ExperimentException {
    Problem<?> problem = Problems.find(trial.problem(), Optional.empty(), 10_000);
    return trial.recipe().isPresent() ? WaysToBuild.built(problem, trial.recipe().get()) : problem;
  }

  private static Stream<Arithmetic> arithmetics() {
    return Stream.concat(
            Arithmetic.values().stream(),
            IntStream.of(6, 13, 21, 26, 33, 52, 60).mapToObj(Arithmetic::bits))
        .flatMap(arithmetic -> Stream.of(arithmetic, arithmetic.truncating()));
  }

  private static Stream<Trial> trials(Arithmetic arithmetic) {
    ConstructionOptions options = ConstructionOptions.defaults().withArithmetic(arithmetic);
    ConstructionOptions embedded = options.withPositions(Positions.EMBEDDED);
    ConstructionOptions digits = embedded.withHash(Hash.DIGITS);
    return Stream.of(
        new Trial("parity", options),
        new Trial("parity", options.withHash(Hash.PLAIN)),
        new Trial("parity", embedded),
        new Trial("parity", embedded.withHash(Hash.PLAIN)),
        new Trial("parity", embedded.withHash(Hash.DIGITS)),
        new Trial("parity", options.withHash(Hash.FOLDED)),
        new Trial("parity", options.withHash(Hash.FOLDED).withNorms(Norms.PROJECTED)),
        new Trial("parity", options.withNorms(Norms.PROJECTED)),
        new Trial("parity", embedded.withHash(Hash.DIGITS).withNorms(Norms.PROJECTED)),
        new Trial(CHAMPION, options.withNorms(Norms.PROJECTED)),
        new Trial(CHAMPION, options),
        new Trial(CHAMPION, options.withHash(Hash.FOLDED)),
        new Trial(CHAMPION, options.withHash(Hash.FOLDED).withNorms(Norms.PROJECTED)),
        new Trial("palindrome-2tape", options.withHash(Hash.FOLDED)),
        new Trial(CHAMPION, options.withRightmost(Rightmost.DIFFERENCES)),
        new Trial("palindrome-2tape", options),
        new Trial("parity", Recipe.CASCADE, options),
        new Trial("parity", Recipe.CASCADE, options.withNorms(Norms.PROJECTED)),
        new Trial("mod-5", Recipe.CASCADE, options),
        new Trial("parity", Recipe.LOOPS, options),
        new Trial("tomita-3", Recipe.LOOPS, options),
        new Trial("tomita-3", Recipe.CASCADE, options),
        new Trial("tomita-4", Recipe.CASCADE, options),
        new Trial("tomita-7", Recipe.ORDERED, options),
        new Trial("tomita-7", Recipe.ORDERED, options.withNorms(Norms.PROJECTED)),
        new Trial(COMPARED, options),
        new Trial(COMPARED, options.withNorms(Norms.PROJECTED)),
        new Trial("formula:#('1') % 2 = 1 & ('0' | '1')", options),
        new Trial("formula:#('1') - 2#('0') % 3 = 1", options.withNorms(Norms.PROJECTED)),
        new Trial("formula:'0' S (Y '1')", options),
        new Trial("formula:2#(H '0') <= #(O '0' & Y '1')", options),
        new Trial("formula:2#(H '0') <= #(O '0' & Y '1')", options.withNorms(Norms.PROJECTED)),
        new Trial("parity", Recipe.CASCADE, embedded),
        new Trial("parity", Recipe.CASCADE, digits),
        new Trial("parity", Recipe.CASCADE, digits.withNorms(Norms.PROJECTED)),
        new Trial("mod-5", Recipe.CASCADE, digits),
        new Trial("tomita-3", Recipe.CASCADE, digits),
        new Trial("tomita-4", Recipe.CASCADE, embedded),
        new Trial("tomita-4", Recipe.CASCADE, digits),
        new Trial(COMPARED, embedded),
        new Trial(COMPARED, digits),
        new Trial("formula:#('1') % 2 = 1 & ('0' | '1')", embedded),
        new Trial("formula:#('1') - 2#('0') % 3 = 1", digits),
        new Trial("formula:#(O '1' & Y '0') % 3 = 1", digits.withNorms(Norms.PROJECTED)),
        new Trial("formula:'0' S (Y '1')", embedded),
        new Trial("formula:'0' S (Y '1')", digits),
        new Trial("formula:2#(H '0') <= #(O '0' & Y '1')", digits));
  }

  private static void tryToBreak(Trial trial)
      throws InputException, ExperimentException, NotCertifiedException {
    tryToBreak(find(trial), trial);
  }

  private static <I> void tryToBreak(Problem<I> problem, Trial trial)
      throws ExperimentException, InputException, NotCertifiedException {
    Construction<I> construction = problem.construction(trial.options());
    int most = trial.options().arithmetic().isWide() ? 12 : LONGEST;
    int length = Math.min(most, construction.largestCertified());
    ConstructedDecoder<I> decoder = construction.compile(Extent.of(length));
    assertThat(decoder.certificate().holds()).isTrue();
    for (I input : adversarial(problem, length)) {
      Expected expected = problem.expected(input, length);
      OptionalInt[] differences =
          new Verifier(decoder.model(), new ReferenceExecutor(trial.options().arithmetic()))
              .firstDifferences(
                  new int[][] {decoder.prompt(input)}, new int[][] {expected.continuation()});
      assertThat(differences[0])
          .as("%s, seed %d, n <= %d, \"%s\"", trial, SEED, length, problem.format(input))
          .isEmpty();
    }
  }

  /**
   * Words in which neighbours differ, words with one odd symbol, and random ones, as long as the
   * model allows and shorter.
   */
  private static <I> List<I> adversarial(Problem<I> problem, int length) throws InputException {
    List<I> inputs = new ArrayList<>();
    if (problem.name().startsWith("tm:")) {
      return List.of(problem.parse(""));
    }
    Random random = new Random(SEED);
    String symbols = problem.name().startsWith("palindrome") ? "ab" : "01";
    for (int n : new int[] {length, length - 1, length / 2, length / 2 + 1}) {
      String random01 =
          random.ints(n, 0, 2).mapToObj(String::valueOf).collect(Collectors.joining());
      for (String word :
          List.of(
              "01".repeat(n).substring(0, n),
              "0".repeat(Math.max(0, n - 1)) + "1".repeat(Math.min(n, 1)),
              "1".repeat(n),
              random01)) {
        inputs.add(
            problem.parse(word.replace('0', symbols.charAt(0)).replace('1', symbols.charAt(1))));
      }
    }
    return inputs;
  }
}
