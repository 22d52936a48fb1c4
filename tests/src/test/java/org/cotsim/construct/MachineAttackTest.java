package org.cotsim.construct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Hash;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.decode.Verifier;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Arithmetic;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Machines and words that make the numbers of a construction as hard to tell apart as they get, at
 * the very length up to which it is certified.
 *
 * <p>{@code -Dcotsim.attack=100000} is the longest run in binary64, {@code
 * -Dcotsim.attack.folded=100000} that of folded counts and {@code -Dcotsim.attack.scanned=2000}
 * that of others in any other arithmetic, where a run costs its square. {@code
 * -Dcotsim.attack.only="one cell rewritten, binary32"} leaves out what is called otherwise.
 */
class MachineAttackTest {

  private static final int INDEXED = Integer.getInteger("cotsim.attack", 2_000);
  private static final int FOLDED = Integer.getInteger("cotsim.attack.folded", 200);
  private static final int SCANNED = Integer.getInteger("cotsim.attack.scanned", 64);
  private static final String ONLY = System.getProperty("cotsim.attack.only", "");

  /** One way to go wrong, at some length. */
  private record Attack(String what, String problem, IntFunction<String> input) {}

  private static final List<Attack> ATTACKS =
      List.of(
          // cell 0 is written at every second step, with 0 and 1 in turn
          new Attack("one cell rewritten", "tm:1RB0RB_0LA0LA", n -> ""),
          new Attack("further right with every step", "tm:1RA1RA", n -> ""),
          new Attack("further left with every step", "tm:1LA1LA", n -> ""),
          // half of the steps along the input, then as in the first one at its far end
          new Attack("a cell far out rewritten", "tm:1RC1RA_1RC0RC_0LB0LB", n -> "1".repeat(n / 2)),
          // to and fro, a cell further every time; every cell changes whenever it is passed
          new Attack("every cell rewritten", "tm:1LB2RA1RA_1RA2LB1LB", n -> ""),
          new Attack("far out and back", "tm:1LB2RA1RA_1RA2LB1LB", n -> "1".repeat(n / 2)),
          new Attack("two heads far out", "palindrome-2tape", n -> cut("ab", n / 2)),
          new Attack("letters in turn", "parity", n -> cut("01", n)),
          new Attack("one odd letter at the end", "parity", n -> "0".repeat(n - 1) + "1"),
          new Attack("one odd letter", "word-a5", n -> "(12345) " + "(123) ".repeat(n - 1)));

  private static String cut(String period, int length) {
    return period.repeat(length).substring(0, length);
  }

  /** An attack on one way to build. */
  private record Trial(Attack attack, ConstructionOptions options) {

    @Override
    public String toString() {
      return String.join(", ", attack.what(), options.arithmetic().name(), options.hash().name());
    }
  }

  private static Stream<Arithmetic> arithmetics() {
    return Stream.concat(
            Arithmetic.values().stream(), IntStream.of(13, 18, 26, 40).mapToObj(Arithmetic::bits))
        .flatMap(arithmetic -> Stream.of(arithmetic, arithmetic.truncating()));
  }

  private static Stream<ConstructionOptions> options() {
    ConstructionOptions scaled = ConstructionOptions.defaults();
    ConstructionOptions folded = scaled.withHash(Hash.FOLDED);
    return arithmetics()
        .flatMap(
            arithmetic ->
                Stream.of(scaled, folded).map(options -> options.withArithmetic(arithmetic)));
  }

  @TestFactory
  Stream<DynamicTest> nothingBreaksACertificateAtItsLimit() {
    return options()
        .flatMap(options -> ATTACKS.stream().map(attack -> new Trial(attack, options)))
        .filter(trial -> trial.toString().startsWith(ONLY))
        .map(trial -> DynamicTest.dynamicTest(trial.toString(), () -> attack(trial)));
  }

  /** Attacks that break nothing where nothing is certified would show nothing where it is. */
  @ParameterizedTest
  @CsvSource({"SCALED, 13, 64", "SCALED, 18, 400", "FOLDED, 7, 200"})
  void beyondTheLimitSomethingBreaks(Hash hash, int bits, int n)
      throws InputException, ExperimentException, NotCertifiedException {
    Arithmetic arithmetic = Arithmetic.bits(bits);
    ConstructionOptions options =
        ConstructionOptions.defaults().withHash(hash).withArithmetic(arithmetic).uncertified();
    List<String> broken = new ArrayList<>();
    for (Attack attack : ATTACKS) {
      Problem<List<String>> problem = find(attack);
      Construction<List<String>> construction = problem.construction(options);
      Executor executor = new ReferenceExecutor(arithmetic);
      if (firstWrong(problem, construction, attack, executor, n).isPresent()) {
        broken.add(attack.what());
      }
    }
    assertThat(broken).as("%s, %s, n = %d", hash, arithmetic, n).hasSizeGreaterThan(2);
  }

  /** Counting signs in words gives the numbers of the definition, bit for bit. */
  @Test
  void theFastScanIsTheDefinition()
      throws InputException, ExperimentException, NotCertifiedException {
    for (Arithmetic arithmetic : List.of(Arithmetic.BINARY32, Arithmetic.bits(18).truncating())) {
      for (Attack attack : ATTACKS) {
        Problem<List<String>> problem = find(attack);
        ConstructionOptions options =
            ConstructionOptions.defaults().withHash(Hash.FOLDED).withArithmetic(arithmetic);
        ConstructedDecoder<List<String>> decoder =
            problem.construction(options).compile(Extent.of(40));
        int[] prompt = decoder.prompt(problem.parse(attack.input().apply(40).strip()));
        try (Session scan = new ReferenceExecutor(arithmetic).open(decoder.model(), 1, 200);
            Session signs = new SignExecutor(arithmetic).open(decoder.model(), 1, 200)) {
          scan.appendAll(new int[][] {prompt});
          signs.appendAll(new int[][] {prompt});
          int[] token = new int[1];
          for (int step = 0; step < 40 && token[0] != Session.TIED; step++) {
            assertThat(signs.scores(0)).as("%s, %s", attack, arithmetic).isEqualTo(scan.scores(0));
            scan.choose(decoder.model().vocabulary().all(), token);
            if (token[0] != Session.TIED) {
              scan.append(token);
              signs.append(token);
            }
          }
        }
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static Problem<List<String>> find(Attack attack)
      throws InputException, ExperimentException {
    return (Problem<List<String>>)
        Problems.find(attack.problem(), Optional.empty(), Integer.MAX_VALUE / 4);
  }

  private static void attack(Trial trial)
      throws InputException, ExperimentException, NotCertifiedException {
    Problem<List<String>> problem = find(trial.attack());
    Construction<List<String>> construction = problem.construction(trial.options());
    Executor executor = executor(trial.options());
    int limit = limit(construction, longest(executor));
    if (executor instanceof IndexedExecutor) {
      assertThat(limit).as("%s", trial).isGreaterThan(1);
    }
    if (limit > 1) {
      assertThat(firstWrong(problem, construction, trial.attack(), executor, limit))
          .as("%s, n = %d", trial, limit)
          .isEmpty();
    }
  }

  /** The largest certified length, or the longest that is tried if that is certified. */
  private static int limit(Construction<?> construction, int most) {
    return construction.certificate(Extent.of(most)).holds()
        ? most
        : construction.largestCertified();
  }

  /** The fastest one that computes just what the definition says, where all is as certified. */
  private static Executor executor(ConstructionOptions options) {
    if (options.arithmetic().equals(Arithmetic.BINARY64)) {
      return new IndexedExecutor();
    }
    return options.hash() == Hash.FOLDED
        ? new SignExecutor(options.arithmetic())
        : new ReferenceExecutor(options.arithmetic());
  }

  private static int longest(Executor executor) {
    if (executor instanceof IndexedExecutor) {
      return INDEXED;
    }
    return executor instanceof SignExecutor ? FOLDED : SCANNED;
  }

  /** Where a chain goes wrong in its first n tokens. */
  private static OptionalInt firstWrong(
      Problem<List<String>> problem,
      Construction<List<String>> construction,
      Attack attack,
      Executor executor,
      int n)
      throws InputException, NotCertifiedException {
    List<String> input = problem.parse(attack.input().apply(n).strip());
    ConstructedDecoder<List<String>> decoder = construction.compile(Extent.of(n));
    Expected expected = problem.expected(input, n);
    int[] continuation = expected.continuation();
    return new Verifier(decoder.model(), executor)
        .firstDifferences(
            new int[][] {decoder.prompt(input)},
            new int[][] {Arrays.copyOf(continuation, Math.min(continuation.length, n))})[0];
  }
}
