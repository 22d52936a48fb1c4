package org.cotsim.junit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cotsim.junit.DecoderAssertions.assertThatDecoder;

import java.util.List;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.RegularEntry;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.construct.regular.DfaConstruction;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class DecoderAssertionsTest {

  private static RegularLanguage language(String name) throws InputException {
    return ((RegularEntry) Catalogue.find(name)).language();
  }

  private static ConstructedDecoder<List<String>> decoder(String name)
      throws InputException, NotCertifiedException {
    RegularLanguage language = language(name);
    return DfaConstruction.of(language.dfa(), language.alphabet()).compile(Extent.of(32));
  }

  @Test
  void whatIsRightPasses() throws InputException, NotCertifiedException {
    assertThatDecoder(decoder("parity"))
        .decides(language("parity"))
        .withSteps("n+1")
        .onAllWordsUpTo(8)
        .onRandomWords(20, 30, 1)
        .onWord(List.of("1", "0"))
        .on(new ReferenceExecutor())
        .onAllWordsUpTo(5);
    assertThatDecoder(decoder("parity"))
        .decides(language("parity").dfa(), language("parity").alphabet())
        .onAllWordsUpTo(3);
  }

  @Test
  void tooFewStepsFailAtTheFirstWordThatNeedsMore() throws InputException, NotCertifiedException {
    DecoderAssert parity =
        assertThatDecoder(decoder("parity")).decides(language("parity")).withSteps("n");
    assertThatThrownBy(() -> parity.onAllWordsUpTo(3))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContaining("the decoder is wrong on 1 (n = 1, budget n, indexed)")
        .hasMessageContaining("expected  accept")
        .hasMessageContaining("actual    reject, forced after 1 intermediate tokens")
        .hasMessageContaining("chain     q0; right as far as it goes");
  }

  @Test
  void anotherLanguageShowsTheChainAroundTheFirstWrongToken()
      throws InputException, NotCertifiedException {
    DecoderAssert onlyOnes = assertThatDecoder(decoder("parity")).decides(language("tomita-1"));
    assertThatThrownBy(() -> onlyOnes.onWord(List.of("1", "1")))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContaining("the decoder is wrong on 11 (n = 2, budget n+1, indexed)")
        .hasMessageContaining("expected  accept")
        .hasMessageContaining("actual    reject")
        .hasMessageContaining("chain     q0 [q1] q0; token 2 should be q0");
    assertThatThrownBy(() -> onlyOnes.onAllWordsUpTo(4))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContaining("the decoder is wrong on the empty word");
  }

  @Test
  void whatIsNotSaidOrCannotBeReadIsRefused() throws InputException, NotCertifiedException {
    DecoderAssert nothing = assertThatDecoder(decoder("parity"));
    assertThatThrownBy(() -> nothing.onAllWordsUpTo(2))
        .hasMessage("say what it decides first: decides(language)");
    assertThatThrownBy(() -> nothing.onWord(List.of("0")))
        .hasMessage("say what it decides first: decides(language)");
    assertThatThrownBy(() -> nothing.withSteps("n+"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("column 3");
  }
}
