package org.cotsim.docs;

import static org.cotsim.junit.DecoderAssertions.assertThatDecoder;

import net.automatalib.alphabet.Alphabet;
import net.automatalib.alphabet.impl.Alphabets;
import net.automatalib.automaton.fsa.DFA;
import net.automatalib.util.automaton.builder.AutomatonBuilders;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.construct.regular.DfaConstruction;
import org.junit.jupiter.api.Test;

/** The assertion of the README, as it stands there. */
class ReadmeExampleTest {

  @Test
  void anOddNumberOfOnes() throws NotCertifiedException {
    Alphabet<String> bits = Alphabets.fromArray("0", "1");
    DFA<?, String> odd =
        AutomatonBuilders.newDFA(bits)
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

    assertThatDecoder(DfaConstruction.of(odd, bits).compile(Extent.of(8)))
        .decides(odd, bits)
        .withSteps("n+1")
        .onAllWordsUpTo(8);
  }
}
