package org.cotsim.benchmarks.experiment.currencies;

import java.util.Optional;
import java.util.OptionalLong;
import org.cotsim.benchmarks.experiment.Spent;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.decode.Outcome;
import org.cotsim.simulator.decode.RestartingSession;

/** The figures of one row, summed up answer by answer. */
final class RowTally {

  private final ConstructedDecoder<?> decoder;
  private final Currency currency;
  private final Spent size;
  private Spent spent = Spent.NONE;
  private int right;
  private int wrong;
  private long claimed;
  private long taken; // of the currency, by all answers together
  private long operations;
  private String disagreement;

  RowTally(ConstructedDecoder<?> decoder, Currency currency) {
    this.decoder = decoder;
    this.currency = currency;
    this.size = Spent.of(decoder.model());
  }

  void add(int[] prompt, Expected expected, long claim, Decoding decoding) {
    boolean agrees = expected.isGivenBy(decoding, decoding.outcome());
    right += agrees ? 1 : 0;
    wrong += agrees ? 0 : 1;
    claimed = Math.max(claimed, claim);
    Spent one = size.on(decoder, prompt, decoding, decoding.outcome());
    spent = spent.max(one);
    taken += one.of(currency);
    long chain = decoding.steps();
    operations = Math.max(operations, operations(prompt.length, decoding));
    boolean free = decoding.outcome() instanceof Outcome.Answered;
    if (!free || chain != expected.steps()) {
      disagreement =
          "%d steps were claimed for an answer; after %d there was %s"
              .formatted(expected.steps(), chain, free ? "one" : "none yet");
    }
  }

  private long operations(int prompt, Decoding decoding) {
    long sum = 0;
    for (RestartingSession.Seen one :
        RestartingSession.contexts(decoder.model().vocabulary(), prompt, decoding)) {
      sum += Operations.of(decoder.model(), one.tokens(), one.choices());
    }
    return sum;
  }

  boolean allRight() {
    return wrong == 0;
  }

  long claimed() {
    return claimed;
  }

  Optional<String> disagreement(Problem<?> problem, int n) {
    return Optional.ofNullable(disagreement)
        .map(what -> "%s, n = %d: %s".formatted(problem.name(), n, what));
  }

  CurrencyRow toRow(Problem<?> problem, int n, OptionalLong observed, double seconds) {
    return new CurrencyRow(
        WaysToBuild.subject(problem),
        WaysToBuild.way(problem),
        n,
        spent,
        new CurrencyRow.Need(currency, claimed, observed, (double) taken / (right + wrong)),
        decoder.model().layers().size(),
        right,
        wrong,
        operations,
        seconds);
  }
}
