package org.cotsim.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.alphabet.impl.Alphabets;
import net.automatalib.automaton.fsa.DFA;
import net.automatalib.util.automaton.builder.AutomatonBuilders;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.simulator.assemble.Phrase;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.construct.regular.DfaConstruction;
import org.cotsim.simulator.construct.turing.TuringConstruction;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Arithmetic;
import org.junit.jupiter.api.Test;

class TracerTest {

  private static final Alphabet<String> BITS = Alphabets.fromArray("0", "1");
  private static final List<String> WORD = List.of("0", "1", "1", "0", "1");
  private static final int THINK = WORD.size() + 1;

  private static ConstructedDecoder<List<String>> parity() throws NotCertifiedException {
    DFA<?, String> odd =
        AutomatonBuilders.newDFA(BITS)
            .withInitial("even")
            .from("even")
            .on("0")
            .loop()
            .on("1")
            .to("odd")
            .from("odd")
            .on("0")
            .loop()
            .on("1")
            .to("even")
            .withAccepting("odd")
            .create();
    return DfaConstruction.of(odd, BITS).compile(Extent.of(16));
  }

  /** Walks to the right end and back, so that every cell is written several times. */
  private static ConstructedDecoder<List<String>> walker() throws NotCertifiedException {
    TuringMachine machine =
        TuringMachine.parse(
            "walker",
            """
            input: a
            start: out
            accept: done
            out a -> out a R
            out _ -> back _ L
            back a -> back a L
            back _ -> again _ R
            again a -> again a R
            again _ -> done _ L
            """);
    return TuringConstruction.of(machine).compile(Extent.of(64));
  }

  private static Trace trace(
      ConstructedDecoder<List<String>> decoder, List<String> word, int most) {
    return new Tracer(decoder.assembly(), Arithmetic.BINARY64, most)
        .trace(decoder.prompt(word), 40);
  }

  private static Attended attended(Trace trace, int position, int layer) {
    return trace.moments().get(position).heads().get(layer).get(0);
  }

  @Test
  void theDecodingIsThatOfTheReferenceExecutorUnderEveryBudget() throws NotCertifiedException {
    ConstructedDecoder<List<String>> decoder = walker();
    List<String> word = List.of("a", "a", "a");
    Decoding plain =
        new Decoder(decoder.model(), new ReferenceExecutor())
            .decode(
                new int[][] {decoder.prompt(word)},
                new long[][] {LongStream.rangeClosed(0, 40).toArray()})
            .get(0);
    Decoding traced = trace(decoder, word, 64).decoding();
    assertThat(traced.chain()).isEqualTo(plain.chain());
    assertThat(traced.outcomes()).isEqualTo(plain.outcomes());
  }

  @Test
  void aMomentIsKeptForEveryTokenThatIsRead() throws NotCertifiedException {
    Trace trace = trace(parity(), WORD, 64);
    assertThat(trace.prompt()).hasSize(THINK + 1);
    assertThat(trace.moments()).hasSize(THINK + 1 + trace.decoding().steps());
    for (int position = 0; position < trace.moments().size(); position++) {
      assertThat(trace.moments().get(position).decision().isPresent()).isEqualTo(position >= THINK);
    }
  }

  @Test
  void theHeadsLookWhereTheConstructionSays() throws NotCertifiedException {
    Trace trace = trace(parity(), WORD, 64);
    for (int k = 1; k <= WORD.size() + 1; k++) {
      Attended counts = attended(trace, THINK + k, 0);
      double share = 1.0 / (k + 1);
      assertThat(counts.spans())
          .containsExactly(new Span(0, 1, share), new Span(THINK + 1, k, share));
      assertThat(attended(trace, THINK + k, 1).spans()).containsExactly(new Span(k, 1, 1));
    }
  }

  @Test
  void theSubspacesAreReadInWords() throws NotCertifiedException {
    ConstructedDecoder<List<String>> decoder = parity();
    Trace trace = trace(decoder, WORD, 64);
    List<String> names =
        decoder.blueprint().subspaces().stream().map(subspace -> subspace.name()).toList();
    List<String> third =
        trace.moments().get(THINK + 3).readings().stream().map(Phrase::toString).toList();
    assertThat(third.get(names.indexOf("token"))).isEqualTo("q1");
    assertThat(third.get(names.indexOf("role"))).isEqualTo("step");
    assertThat(third.get(names.indexOf("1/count"))).isEqualTo("1/4, so m = 4");
    assertThat(third.get(names.indexOf("symbol"))).isEqualTo("1");
    assertThat(third.get(names.indexOf("next"))).isEqualTo("q0");
  }

  @Test
  void aChoiceFallsWhereTheTableIs() throws NotCertifiedException {
    Trace trace = trace(parity(), WORD, 64);
    assertThat(trace.moments().get(THINK).decision().orElseThrow().sublayers()).isZero();
    Moment last = trace.moments().get(THINK + WORD.size() + 1);
    assertThat(last.decision().orElseThrow().sublayers()).as("accept is the guess too").isZero();
    for (int k = 1; k <= WORD.size(); k++) {
      Decision decision = trace.moments().get(THINK + k).decision().orElseThrow();
      assertThat(decision.sublayers()).as("two layers, the last sublayer").isEqualTo(4);
      assertThat(decision.scores().get(0).score()).isEqualTo(1);
    }
  }

  @Test
  void weightsSumToOneWhereAnythingIsSeen() throws NotCertifiedException {
    Trace trace = trace(walker(), List.of("a", "a", "a", "a"), 64);
    for (Moment moment : trace.moments()) {
      moment.heads().stream()
          .flatMap(List::stream)
          .filter(attended -> attended.positions() > 0)
          .forEach(
              attended ->
                  assertThat(
                          attended.spans().stream()
                              .mapToDouble(span -> span.length() * span.weight())
                              .sum())
                      .isCloseTo(1, within(1e-12)));
    }
  }

  @Test
  void fewerSpansAreKeptWhereFewAreAskedForAndTheRestIsCounted() throws NotCertifiedException {
    List<String> word = List.of("a", "a", "a", "a");
    Trace whole = trace(walker(), word, 64);
    Trace cut = trace(walker(), word, 2);
    int omitted = 0;
    for (int position = 0; position < whole.moments().size(); position++) {
      for (int layer = 0; layer < 3; layer++) {
        Attended all = attended(whole, position, layer);
        Attended some = attended(cut, position, layer);
        assertThat(some.spans()).hasSizeLessThanOrEqualTo(2);
        assertThat(some.positions()).isEqualTo(all.positions());
        assertThat(all.spans()).containsAll(some.spans());
        omitted += some.omitted();
      }
    }
    assertThat(omitted).as("something was cut").isPositive();
  }

  @Test
  void weightsThatDifferAreKeptOneByOneTheHeaviestIfThereAreTooMany() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    double[] weights = random.doubles(20, 0.01, 1).toArray();
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    Attended cut = Attended.of(weights, 20, total, 5);
    assertThat(cut.spans()).as("seed %d", seed).hasSize(5);
    assertThat(cut.omitted()).isEqualTo(15);
    for (Span span : cut.spans()) {
      assertThat(span.weight()).isEqualTo(weights[span.from()] / total);
    }
    assertThat(Attended.of(weights, 0, 0, 5).positions()).isZero();
  }
}
