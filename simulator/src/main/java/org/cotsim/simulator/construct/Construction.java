package org.cotsim.simulator.construct;

import org.cotsim.simulator.assemble.Certificate;

/**
 * A recipe for models that decide one problem, compiled for any length that can be certified.
 *
 * @param <I> the inputs
 */
public interface Construction<I> {

  /** How the model is to be built. */
  ConstructionOptions options();

  /**
   * Builds the model for inputs up to a length.
   *
   * @param maxLength the longest input, in tokens between start and think, at least 0
   * @throws NotCertifiedException if the arithmetic is too coarse for this length and the options
   *     ask for a certificate
   */
  ConstructedDecoder<I> compile(int maxLength) throws NotCertifiedException;

  /** What a model compiled for this length would rely on; costs no compilation. */
  Certificate certificate(int maxLength);

  /** The largest length whose certificate holds, by bisection; -1 if there is none. */
  default int largestCertified() {
    int good = -1;
    int bad = Integer.MAX_VALUE / 4; // a sequence holds the input and the chain
    for (int step = 1; step < bad && certificate(step).holds(); step *= 2) {
      good = step;
    }
    bad = Math.min(bad, Math.max(1, 2 * Math.max(good, 0)));
    while (bad - good > 1) {
      int middle = good + (bad - good) / 2;
      if (certificate(middle).holds()) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    return good;
  }
}
