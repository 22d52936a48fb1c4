package org.cotsim.simulator.construct;

import java.util.Arrays;
import java.util.function.Function;
import org.cotsim.simulator.assemble.Assembly;
import org.cotsim.simulator.assemble.Blueprint;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.model.Token.Role;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;

/**
 * A model for one problem and how to talk to it.
 *
 * @param assembly the weights and the words that explain them
 * @param certificate why the model is right up to its length
 * @param encoding from an input to the prompt {@code $ w #}, with padding after w if the model has
 *     any
 * @param <I> the inputs
 */
public record ConstructedDecoder<I>(
    Assembly assembly, Certificate certificate, Function<I, int[]> encoding) {

  public Transformer model() {
    return assembly.model();
  }

  public Blueprint blueprint() {
    return assembly.blueprint();
  }

  /**
   * The prompt of an input.
   *
   * @throws IllegalArgumentException for an input that is longer than the model was compiled for,
   *     or that holds an unknown symbol
   */
  public int[] prompt(I input) {
    int[] prompt = encoding.apply(input);
    TokenSet padding = model().vocabulary().withRole(Role.PADDING);
    long length = Arrays.stream(prompt).filter(token -> !padding.contains(token)).count() - 2;
    if (length > certificate.maxLength()) {
      throw new IllegalArgumentException(
          "the model is compiled for inputs of up to "
              + certificate.maxLength()
              + " tokens, not "
              + length);
    }
    return prompt;
  }
}
