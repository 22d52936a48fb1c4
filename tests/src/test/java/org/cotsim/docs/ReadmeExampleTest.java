package org.cotsim.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.alphabet.impl.Alphabets;
import net.automatalib.automaton.fsa.DFA;
import net.automatalib.util.automaton.builder.AutomatonBuilders;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.DfaConstruction;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Outcome;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.junit.jupiter.api.Test;

/** The Java example of the README, as it stands there. */
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

    ConstructedDecoder<List<String>> decoder =
        DfaConstruction.of(odd, bits).compile(Extent.of(100));
    Outcome outcome =
        new Decoder(decoder.model(), new ReferenceExecutor())
            .decode(decoder.prompt(List.of("0", "1", "1", "1")), 101)
            .outcome();

    int accept = decoder.model().vocabulary().size() - 1;
    assertThat(outcome).isEqualTo(new Outcome.Answered(5, accept));
  }
}
