package org.cotsim.junit;

import java.util.List;
import org.cotsim.simulator.construct.ConstructedDecoder;

/** Where assertions about decoders begin. */
public final class DecoderAssertions {

  private DecoderAssertions() {}

  /**
   * An assertion about a decoder of words, as in {@code
   * assertThatDecoder(decoder).decides(language).withSteps("n+1").onAllWordsUpTo(8)}.
   */
  public static DecoderAssert assertThatDecoder(ConstructedDecoder<List<String>> decoder) {
    return new DecoderAssert(decoder);
  }
}
