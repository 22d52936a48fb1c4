package org.cotsim.languages.catalogue;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The words on which a machine is tried. */
public interface TuringWords {

  /** Every word, or every well-formed instance, of at most this length. */
  Stream<List<String>> upTo(int length);

  /** How many of them have just this length; empty where nobody has counted them. */
  default Optional<BigInteger> count(int length) {
    return Optional.empty();
  }

  /**
   * A word of about this length; where the machine decides, about half of them are accepted.
   *
   * <p>The same generator state gives the same word.
   */
  List<String> random(int length, RandomGenerator random);
}
