package org.cotsim.simulator.execute.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.alphabet.impl.Alphabets;
import net.automatalib.automaton.fsa.impl.CompactDFA;
import net.automatalib.util.automaton.builder.AutomatonBuilders;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.construct.regular.DfaConstruction;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Transformer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WideSequenceTest {

  private static final Alphabet<String> AB = Alphabets.fromArray("a", "b");

  /** With few bits, the wide numbers give the scores of the narrow ones, bit for bit. */
  @ParameterizedTest
  @ValueSource(ints = {9, 24, 40})
  void theScoresAreThoseOfNarrowNumbers(int bits) throws NotCertifiedException {
    ConstructionOptions options = ConstructionOptions.defaults().uncertified();
    ConstructedDecoder<List<String>> decoder =
        DfaConstruction.of(endsInB(), AB, options).compile(Extent.of(12));
    Random random = new Random(3);
    int[] prompt =
        decoder.prompt(
            IntStream.range(0, 12).mapToObj(i -> random.nextBoolean() ? "a" : "b").toList());
    for (Arithmetic narrow : List.of(Arithmetic.bits(bits), Arithmetic.bits(bits).truncating())) {
      Transformer model = RoundedWeights.of(decoder.model(), narrow);
      Sequence wide = new WideSequence(model, narrow, Observer.NONE);
      Sequence doubles = new DoubleSequence(model, narrow, Observer.NONE);
      for (int token : prompt) {
        wide.append(token);
        doubles.append(token);
        assertThat(wide.scores()).as("%s", narrow).isEqualTo(doubles.scores());
      }
    }
  }

  private static CompactDFA<String> endsInB() {
    return AutomatonBuilders.newDFA(AB)
        .withInitial("no")
        .from("no")
        .on("a")
        .loop()
        .on("b")
        .to("yes")
        .from("yes")
        .on("b")
        .loop()
        .on("a")
        .to("no")
        .withAccepting("yes")
        .create();
  }
}
