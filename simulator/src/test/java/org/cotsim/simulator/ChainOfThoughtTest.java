package org.cotsim.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.alphabet.impl.Alphabets;
import net.automatalib.automaton.fsa.DFA;
import net.automatalib.util.automaton.builder.AutomatonBuilders;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.TuringEntry;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.decode.Outcome;
import org.junit.jupiter.api.Test;

class ChainOfThoughtTest {

  private final Alphabet<String> bits = Alphabets.fromArray("0", "1");
  private final ChainOfThought<List<String>> parity = ChainOfThought.of(odd(), bits);

  private DFA<?, String> odd() {
    return AutomatonBuilders.newDFA(bits)
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
  }

  @Test
  void anAnswerComesWithItsChain() throws NotCertifiedException {
    Answer answer = parity.answer(List.of("0", "1", "1", "1"));
    assertThat(answer.accepted()).isTrue();
    assertThat(answer.chain()).containsExactly("q0", "q0", "q1", "q0", "q1");
    assertThat(answer).hasToString("q0 q0 q1 q0 q1 => accept");
    assertThat(answer.outcome()).isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void aSmallBudgetForcesTheAnswer() throws NotCertifiedException {
    Answer answer = parity.answer(List.of("0", "1", "1", "1"), 2);
    assertThat(answer).hasToString("q0 q0 => reject (forced)");
    assertThat(answer.accepted()).isFalse();
  }

  @Test
  void theModelGrowsWithItsInputs() throws NotCertifiedException {
    for (int n : List.of(3, 1001, 5, 64, 65)) {
      Answer answer = parity.answer(Collections.nCopies(n, "1"));
      assertThat(answer.accepted()).as("%d ones", n).isEqualTo(n % 2 == 1);
      assertThat(answer.chain()).hasSize(n + 1);
    }
  }

  @Test
  void aMachineWritesItsAnswer() throws NotCertifiedException, InputException {
    TuringEntry entry = (TuringEntry) Catalogue.find("binary-increment");
    Answer answer = ChainOfThought.of(entry.machine()).answer(List.of("1", "0", "1", "1"));
    assertThat(answer.text()).isEqualTo("1 1 0 0");
    assertThat(answer.chain()).hasSize(8);
  }

  @Test
  void anUnknownSymbolIsNamed() {
    assertThatThrownBy(() -> parity.answer(List.of("2")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a symbol of the alphabet: 2");
  }
}
