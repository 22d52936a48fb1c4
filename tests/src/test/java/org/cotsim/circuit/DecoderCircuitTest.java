package org.cotsim.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.cotsim.simulator.circuit.DecoderAtLength;
import org.cotsim.simulator.circuit.DecoderCircuit;
import org.cotsim.simulator.circuit.ObservedDecoder;
import org.cotsim.simulator.circuit.OneOutput;
import org.cotsim.simulator.circuit.TooLargeException;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The circuit says what the reference executor answers, wherever it says that it knows. */
class DecoderCircuitTest {

  private static final long SEED = 20_261_128;
  private static final long MOST_WIRES = 10_000_000;

  @ParameterizedTest(name = "{0} {1}, length {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          parity | CASCADE | 0
          parity | CASCADE | 1
          parity | CASCADE | 8
          parity | THEOREM1 | 6
          mod-3 | CASCADE | 7
          tomita-3 | CASCADE | 6
          tomita-7 | ORDERED | 7
          mod-6 | CASCADE | 6
          word-s5 | THEOREM1 | 2
          dyck-2-3 | CASCADE | 4
          'regex:(ab|c)*' | CASCADE | 4
          regex:a* | THEOREM1 | 3
          formula:#(a)>#(b)&Y(b) | '' | 6
          formula:#(a)-#(b)%3=1 | '' | 6
          ltlf:G(a->Xb) | CASCADE | 6
          """)
  void whatItKnowsIsWhatTheDecoderAnswers(String problem, String recipe, int length)
      throws Exception {
    CircuitSubject subject = CircuitSubject.of(problem, recipe, length);
    List<List<String>> words = subject.words();
    ObservedDecoder observed = new ObservedDecoder(subject.atLength());
    Random random = new Random(SEED);
    for (int i = 0; i < 10; i++) {
      observed.run(subject.letters(words.get(random.nextInt(words.size()))));
    }
    assertAgreement(subject, words, observed);
    for (List<String> word : words) {
      observed.run(subject.letters(word));
    }
    assertThat(assertAgreement(subject, words, observed)).isEqualTo(words.size());
  }

  /** Returns how many words the circuit knows. */
  private static int assertAgreement(
      CircuitSubject subject, List<List<String>> words, ObservedDecoder observed) {
    DecoderAtLength at = subject.atLength();
    DecoderCircuit circuit = DecoderCircuit.of(at, observed, MOST_WIRES);
    OneOutput ands = OneOutput.of(circuit.circuit(), circuit.accept(), "accept");
    int layers = subject.decoder().model().layers().size();
    int letter = at.inputs().bits() > 1 ? 1 : 0;
    assertThat(circuit.depth()).isBetween(0, 3 * layers * (at.steps() + 1) + 1 + letter);
    int known = 0;
    for (List<String> word : words) {
      boolean[] input = at.inputs().values(subject.letters(word));
      boolean[] values = circuit.circuit().evaluate(input);
      if (values[circuit.known()]) {
        known++;
        assertThat(values[circuit.tied()]).isFalse();
        assertThat(Optional.of(values[circuit.accept()]))
            .as("%s on %s, seed %d", subject, word, SEED)
            .isEqualTo(subject.answer(word));
      }
      assertThat(ands.evaluate(input)).isEqualTo(values[circuit.accept()]);
    }
    return known;
  }

  @Test
  void fewWordsAreNotAllThatHappens() throws Exception {
    CircuitSubject subject = CircuitSubject.of("parity", "CASCADE", 8);
    ObservedDecoder observed = new ObservedDecoder(subject.atLength());
    observed.run(new int[8]);
    assertThat(observed.news()).isTrue();
    observed.run(new int[8]);
    assertThat(observed.news()).isFalse();
    assertThat(assertAgreement(subject, subject.words(), observed)).isEqualTo(1);
  }

  @Test
  void aCircuitOfMoreWiresThanAllowedIsRefused() throws Exception {
    CircuitSubject subject = CircuitSubject.of("parity", "CASCADE", 8);
    ObservedDecoder observed = new ObservedDecoder(subject.atLength());
    subject.words().forEach(word -> observed.run(subject.letters(word)));
    assertThatThrownBy(() -> DecoderCircuit.of(subject.atLength(), observed, 800))
        .isInstanceOf(TooLargeException.class)
        .hasMessage("it has more than 800 wires");
  }

  @Test
  void softmaxHasNoSuchCircuit() throws Exception {
    CircuitSubject subject = CircuitSubject.of("parity", "THEOREM1", 3);
    assertThatThrownBy(
            () ->
                new CircuitSubject(
                        subject.problem(),
                        subject
                            .problem()
                            .construction(
                                ConstructionOptions.defaults().withSoftmax(1e6).uncertified())
                            .compile(Extent.of(4)),
                        3,
                        4)
                    .atLength())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs saturated attention");
  }
}
