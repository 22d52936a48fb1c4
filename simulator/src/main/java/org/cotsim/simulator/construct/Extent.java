package org.cotsim.simulator.construct;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.cotsim.simulator.assemble.Certificate;

/**
 * How long the inputs, chains and contexts are for which a model is compiled.
 *
 * @param length the longest input, in tokens between start and think, at least 0
 * @param steps the longest chain, in intermediate tokens, at least 0
 * @param context the most tokens that a model sees at once, if its chain forgets and so many are
 *     known to be enough
 */
public record Extent(int length, int steps, OptionalInt context) {

  public Extent {
    if (length < 0 || steps < 0) {
      throw new IllegalArgumentException("inputs of " + length + ", chains of " + steps);
    }
    if (context.isPresent() && context.getAsInt() < length + 2L) {
      throw new IllegalArgumentException(
          "inputs of " + length + " in a context of " + context.getAsInt());
    }
  }

  /** Inputs and chains of such lengths, and contexts as long as that makes them. */
  public Extent(int length, int steps) {
    this(length, steps, OptionalInt.empty());
  }

  /** What a certificate is for. */
  public static Extent of(Certificate certificate) {
    OptionalLong context = certificate.maxContext();
    return new Extent(
        Math.toIntExact(certificate.maxLength()),
        Math.toIntExact(certificate.maxSteps()),
        context.isPresent()
            ? OptionalInt.of(Math.toIntExact(context.getAsLong()))
            : OptionalInt.empty());
  }

  /** Inputs and chains of up to k tokens each. */
  public static Extent of(int k) {
    return new Extent(k, k);
  }

  /** The most tokens that the model sees at once: if nothing else is known, all there are. */
  public long longestContext() {
    return context.isPresent() ? context.getAsInt() : length + (long) steps + 2;
  }
}
