package org.cotsim.simulator.construct;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.cotsim.simulator.assemble.Assembly;
import org.cotsim.simulator.assemble.Certificate;

/**
 * A recipe for models that decide one problem, compiled for any length that can be certified.
 *
 * @param <I> the inputs
 */
public interface Construction<I> {

  /** The weights of one model; the certificate costs no assembly. */
  interface Weights {

    Certificate certificate();

    Assembly assemble();
  }

  /** How the model is to be built. */
  ConstructionOptions options();

  /** How a model for this extent is built. */
  default ConstructionOptions options(Extent extent) {
    return options();
  }

  /** How many intermediate tokens an answer takes, as a person reads it. */
  String steps();

  /** How many tokens that say nothing a prompt has beside its input. */
  default long padding() {
    return 0;
  }

  /** What a person should know of how a model for this extent is built, one sentence each. */
  default List<String> notes(Extent extent) {
    return options().hash() == ConstructionOptions.Hash.FOLDED
        ? List.of(
            "counts are read out digit by digit: the number of layers grows like the logarithm of"
                + " the longest input and chain")
        : List.of();
  }

  /**
   * Builds the model.
   *
   * @throws NotCertifiedException if the arithmetic is too coarse for this extent and the options
   *     ask for a certificate
   */
  ConstructedDecoder<I> compile(Extent extent) throws NotCertifiedException;

  /**
   * The longest input of the model that is meant for inputs of a length, where the number of layers
   * depends on that.
   */
  default OptionalInt longestOfModel(int length) {
    return OptionalInt.empty();
  }

  /**
   * Refuses a certificate that does not hold, if the options ask for one that does.
   *
   * @throws NotCertifiedException with the largest length that is certified
   */
  default void requireCertified(Certificate certificate) throws NotCertifiedException {
    if (options().certified() && !certificate.holds()) {
      throw new NotCertifiedException(certificate, largestCertified());
    }
  }

  /**
   * The decoder with these weights.
   *
   * @param prompt from an input to its tokens
   * @throws NotCertifiedException as {@link #requireCertified} says
   */
  default ConstructedDecoder<I> decoder(Weights weights, Function<I, int[]> prompt)
      throws NotCertifiedException {
    Certificate certificate = weights.certificate();
    requireCertified(certificate);
    return new ConstructedDecoder<>(weights.assemble(), certificate, prompt);
  }

  /** What a model compiled for this extent would rely on; costs no compilation. */
  Certificate certificate(Extent extent);

  /**
   * The largest k such that inputs and chains of up to k tokens are certified, by bisection; -1 if
   * there is none.
   */
  default int largestCertified() {
    int good = -1;
    int bad = Integer.MAX_VALUE / 4; // a sequence holds the input and the chain
    for (int step = 1; step < bad && certificate(Extent.of(step)).holds(); step *= 2) {
      good = step;
    }
    bad = Math.min(bad, Math.max(1, 2 * Math.max(good, 0)));
    while (bad - good > 1) {
      int middle = good + (bad - good) / 2;
      if (certificate(Extent.of(middle)).holds()) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    return good;
  }
}
