package org.cotsim.construct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.decode.Outcome;
import org.cotsim.simulator.decode.Verifier;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/**
 * What every construction promises, as one container of tests for a cell.
 *
 * @param <I> the inputs
 */
class ConstructionContract<I> {

  private static final int PLANTED = 40;
  private static final int LONGEST_SEARCHED = Integer.MAX_VALUE / 4 - 1; // twice fits a sequence
  private static final int TRIES = 1000;

  private final Cell<I> cell;

  ConstructionContract(Cell<I> cell) {
    this.cell = cell;
  }

  /** The tests of this cell, under its recipe. */
  final DynamicContainer container() {
    return DynamicContainer.dynamicContainer(cell.toString(), tests());
  }

  /** All the promises; a construction that promises more adds its own. */
  Stream<DynamicTest> tests() {
    return Stream.of(
        test(
            "every token of the chain is the machines own",
            this::everyTokenOfTheChainIsTheMachinesOwn),
        test(
            "answers when the machine halts and not later than claimed",
            this::answersWhenTheMachineHaltsAndNotLaterThanClaimed),
        test(
            "answers as the independent definition says",
            this::answersAsTheIndependentDefinitionSays),
        test(
            "under a smaller budget the answer is forced from the chain so far",
            this::underASmallerBudgetTheAnswerIsForcedFromTheChainSoFar),
        test(
            "the chain under a smaller budget is a prefix",
            this::theChainUnderASmallerBudgetIsAPrefix),
        test("one pass confirms every right chain", this::onePassConfirmsEveryRightChain),
        test(
            "one pass finds a planted wrong token at its place",
            this::onePassFindsAPlantedWrongTokenAtItsPlace),
        test(
            "the certificate holds for the length of the model",
            this::theCertificateHoldsForTheLengthOfTheModel),
        test(
            "a length beyond the certificate is refused",
            this::aLengthBeyondTheCertificateIsRefused),
        test(
            "an input longer than the model is refused", this::anInputLongerThanTheModelIsRefused));
  }

  static DynamicTest test(String name, Executable body) {
    return DynamicTest.dynamicTest(name, body);
  }

  /** All the short inputs, then the random ones. */
  final List<Run<I>> runs() throws InputException {
    return Stream.of(cell.shortRuns(), cell.randomRuns()).flatMap(List::stream).toList();
  }

  /** The recipe of a failure. */
  final String recipe(I input) {
    return "%s, seed %d, input \"%s\"".formatted(cell, Cell.SEED, cell.problem().format(input));
  }

  private void everyTokenOfTheChainIsTheMachinesOwn() throws InputException {
    for (Run<I> run : runs()) {
      assertThat(run.decoding().chain()).as(recipe(run.input())).isEqualTo(run.expectedChain());
    }
  }

  private void answersWhenTheMachineHaltsAndNotLaterThanClaimed() throws InputException {
    for (Run<I> run : runs()) {
      int steps = run.expected().steps();
      assertThat(steps).as(recipe(run.input())).isLessThanOrEqualTo(run.claimed());
      Outcome right = new Outcome.Answered(steps, run.expected().answer().orElseThrow());
      for (int budget = steps; budget <= run.claimed() + Run.SPARE; budget++) {
        assertThat(run.outcome(budget))
            .as("%s, budget %d", recipe(run.input()), budget)
            .isEqualTo(right);
      }
    }
  }

  private void answersAsTheIndependentDefinitionSays() throws InputException {
    for (Run<I> run : runs()) {
      assertThat(text(run.outcome(run.claimed())))
          .as(recipe(run.input()))
          .isEqualTo(cell.subject().answer(run.input()));
    }
  }

  private void underASmallerBudgetTheAnswerIsForcedFromTheChainSoFar() throws InputException {
    for (Run<I> run : runs()) {
      for (int budget = 0; budget < run.expected().steps(); budget++) {
        String recipe = "%s, budget %d".formatted(recipe(run.input()), budget);
        assertThat(run.outcome(budget)).as(recipe).isInstanceOf(Outcome.BudgetSpent.class);
        assertThat(((Outcome.BudgetSpent) run.outcome(budget)).limit())
            .as(recipe)
            .isEqualTo(budget);
        assertThat(text(run.outcome(budget)))
            .as(recipe)
            .isEqualTo(cell.subject().forced(run.input(), budget));
      }
    }
  }

  /** Each budget on its own gives what all of them together gave. */
  private void theChainUnderASmallerBudgetIsAPrefix() throws InputException {
    Run<I> run = cell.randomRuns().get(0);
    long[][] budgets =
        Arrays.stream(Run.budgets(run.claimed()))
            .mapToObj(budget -> new long[] {budget})
            .toArray(long[][]::new);
    int[][] prompts = new int[budgets.length][];
    Arrays.fill(prompts, cell.decoder(cell.longest()).prompt(run.input()));
    List<Decoding> alone = decoder().decode(prompts, budgets);
    for (int budget = 0; budget < budgets.length; budget++) {
      int[] prefix = Arrays.copyOf(run.expectedChain(), Math.min(budget, run.expected().steps()));
      String recipe = "%s, budget %d".formatted(recipe(run.input()), budget);
      assertThat(alone.get(budget).chain()).as(recipe).isEqualTo(prefix);
      assertThat(alone.get(budget).outcome()).as(recipe).isEqualTo(run.outcome(budget));
    }
  }

  private void onePassConfirmsEveryRightChain() throws InputException {
    List<Run<I>> runs = cell.randomRuns();
    OptionalInt[] differences =
        firstDifferences(
            runs, runs.stream().map(run -> run.expected().continuation()).toArray(int[][]::new));
    for (int b = 0; b < differences.length; b++) {
      assertThat(differences[b]).as(recipe(runs.get(b).input())).isEmpty();
    }
  }

  private void onePassFindsAPlantedWrongTokenAtItsPlace() throws InputException {
    Run<I> run = cell.randomRuns().get(1);
    int tokens = cell.decoder(cell.longest()).model().vocabulary().size();
    int stride = 1 + run.expected().steps() / PLANTED;
    List<int[]> planted = new ArrayList<>();
    for (int place = 0; place <= run.expected().steps(); place += stride) {
      int[] continuation = run.expected().continuation();
      continuation[place] = (continuation[place] + 1 + place % (tokens - 1)) % tokens;
      planted.add(continuation);
    }
    List<Run<I>> copies = planted.stream().map(continuation -> run).toList();
    assertThat(firstDifferences(copies, planted.toArray(int[][]::new)))
        .as(recipe(run.input()))
        .containsExactly(
            IntStream.range(0, planted.size())
                .mapToObj(i -> OptionalInt.of(i * stride))
                .toArray(OptionalInt[]::new));
  }

  private void theCertificateHoldsForTheLengthOfTheModel() {
    Certificate certificate = cell.decoder(cell.longest()).certificate();
    assertThat(certificate.holds()).as("%s", cell).isTrue();
    assertThat(certificate.maxLength())
        .as("%s", cell)
        .isEqualTo(cell.subject().promptLength(cell.longest()));
    assertThat(certificate.arithmetic()).as("%s", cell).isEqualTo(cell.executor().arithmetic());
    assertThat(certificate)
        .as("%s", cell)
        .isEqualTo(cell.construction().certificate(cell.extent(cell.longest())));
  }

  private void aLengthBeyondTheCertificateIsRefused() {
    int largest = cell.construction().largestCertified();
    assertThat(largest).as("%s", cell).isGreaterThanOrEqualTo(cell.longest());
    assertThat(cell.construction().certificate(Extent.of(largest)).holds()).as("%s", cell).isTrue();
    if (cell.construction().certificate(Extent.of(largest + 1)).holds()) { // no limit in reach
      assertThat(largest).as("%s", cell).isEqualTo(LONGEST_SEARCHED);
      return;
    }
    assertThatThrownBy(() -> cell.construction().compile(Extent.of(largest + 1)))
        .as("%s", cell)
        .isInstanceOf(NotCertifiedException.class)
        .hasMessageStartingWith("an input of %d and a chain of".formatted(largest + 1))
        .hasMessageEndingWith("the largest certified length is " + largest);
  }

  private void anInputLongerThanTheModelIsRefused() throws InputException {
    ConstructedDecoder<I> decoder = cell.decoder(cell.longest());
    Iterator<I> endless = ((RandomInputs<I>) cell.problem()).random(cell.longest() + 1, Cell.SEED);
    Stream.generate(endless::next)
        .limit(TRIES)
        .filter(input -> cell.problem().length(input) > cell.longest())
        .findFirst()
        .ifPresent(longer -> refuses(decoder, longer)); // busy beavers read the empty word only
  }

  private void refuses(ConstructedDecoder<I> decoder, I longer) {
    assertThatThrownBy(() -> decoder.prompt(longer))
        .as("%s", cell)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the model is compiled for inputs of up to %d tokens, not %d",
            cell.subject().promptLength(cell.longest()), cell.problem().promptLength(longer));
  }

  private Decoder decoder() {
    return new Decoder(cell.decoder(cell.longest()).model(), cell.executor());
  }

  private OptionalInt[] firstDifferences(List<Run<I>> runs, int[][] continuations) {
    ConstructedDecoder<I> decoder = cell.decoder(cell.longest());
    int[][] prompts = runs.stream().map(run -> decoder.prompt(run.input())).toArray(int[][]::new);
    return new Verifier(decoder.model(), cell.executor()).firstDifferences(prompts, continuations);
  }

  /** The text of an answer; numbers of tokens are the same in all models of a construction. */
  private String text(Outcome outcome) {
    return outcome.answer().isPresent()
        ? cell.decoder(0).model().vocabulary().token(outcome.answer().getAsInt()).text()
        : outcome.toString();
  }
}
