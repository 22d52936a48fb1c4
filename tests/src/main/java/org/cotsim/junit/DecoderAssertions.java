package org.cotsim.junit;

import java.util.List;
import org.cotsim.benchmarks.problem.Problem;
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

  /**
   * An assertion about the decoder of any problem, as in {@code assertThatDecoder(decoder,
   * GraphProblem.complete(5, false)).withSteps("V+E").onRandomInputs(100, 5, 1)}.
   *
   * @param problem has the tokens of the decoder
   */
  public static <I> ProblemDecoderAssert<I> assertThatDecoder(
      ConstructedDecoder<I> decoder, Problem<I> problem) {
    return new ProblemDecoderAssert<>(decoder, problem);
  }
}
