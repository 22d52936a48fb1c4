package org.cotsim.simulator.construct;

import java.util.Optional;
import java.util.OptionalDouble;
import org.cotsim.simulator.assemble.Assembly;
import org.cotsim.simulator.assemble.ProjectedNorms;
import org.cotsim.simulator.assemble.RoundingError;
import org.cotsim.simulator.assemble.SoftmaxHeads;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Mask;

/**
 * How a model is built.
 *
 * @param hash the layer-norm hash by which positions are compared
 * @param positions where a token learns its position from
 * @param mask which positions a head may see, if not what the construction uses by itself
 * @param rightmost how the latest of several equal keys is found
 * @param norms what the sublayers read
 * @param softmax the inverse temperature of softmax attention, if it is not saturated
 * @param arithmetic the arithmetic for which the certificate is made
 * @param certified whether an extent without a certificate is refused
 * @param mayFold whether counts are folded where another hash is not certified, if the problem has
 *     such a construction
 */
public record ConstructionOptions(
    Hash hash,
    Positions positions,
    Optional<Mask> mask,
    Rightmost rightmost,
    Norms norms,
    OptionalDouble softmax,
    Arithmetic arithmetic,
    boolean certified,
    boolean mayFold) {

  /** The layer-norm hash by which positions are compared. */
  public enum Hash {
    /** {@code phi(k, 1)}, as published. */
    PLAIN,
    /** {@code phi(k, c)} with c near the largest count. */
    SCALED,
    /** The binary digits of a position, a sign each; for positions from an embedding. */
    DIGITS,
    /** The digits of a count, which feed-forward sublayers split off by folding. */
    FOLDED
  }

  /** Where a token learns its position from. */
  public enum Positions {
    /** Counting what it sees by attention: no positional embedding. */
    NONE,
    /** A positional embedding. */
    EMBEDDED
  }

  /** How the latest of several equal keys is found. */
  public enum Rightmost {
    /** By the number of earlier occurrences, counted by attention. */
    COUNTS,
    /** By a small bonus that grows with the position, as published. */
    DIFFERENCES
  }

  /** What the sublayers read of the residual stream. */
  public enum Norms {
    /** Several normalised projections each (multi-pre-norm). */
    MULTI,
    /** One normalised projection each, by proposition 1 of Merrill and Sabharwal 2024. */
    PROJECTED,
    /** The whole stream, normalised (standard pre-norm). */
    STANDARD
  }

  /**
   * Scaled hash, multi-pre-norm, no positional embedding, the construction's own mask, binary64,
   * certified.
   */
  public static ConstructionOptions defaults() {
    return new ConstructionOptions(
        Hash.SCALED,
        Positions.NONE,
        Optional.empty(),
        Rightmost.COUNTS,
        Norms.MULTI,
        OptionalDouble.empty(),
        Arithmetic.BINARY64,
        true,
        false);
  }

  /** The same with this hash and no other, whatever {@link #orFolded} said before. */
  public ConstructionOptions withHash(Hash other) {
    return new ConstructionOptions(
        other, positions, mask, rightmost, norms, softmax, arithmetic, certified, false);
  }

  /** The same with counts folded where the hash is not certified. */
  public ConstructionOptions orFolded() {
    return new ConstructionOptions(
        hash, positions, mask, rightmost, norms, softmax, arithmetic, certified, true);
  }

  public ConstructionOptions withPositions(Positions other) {
    return new ConstructionOptions(
        hash, other, mask, rightmost, norms, softmax, arithmetic, certified, mayFold);
  }

  public ConstructionOptions withMask(Mask other) {
    return new ConstructionOptions(
        hash,
        positions,
        Optional.of(other),
        rightmost,
        norms,
        softmax,
        arithmetic,
        certified,
        mayFold);
  }

  public ConstructionOptions withRightmost(Rightmost other) {
    return new ConstructionOptions(
        hash, positions, mask, other, norms, softmax, arithmetic, certified, mayFold);
  }

  public ConstructionOptions withNorms(Norms other) {
    return new ConstructionOptions(
        hash, positions, mask, rightmost, other, softmax, arithmetic, certified, mayFold);
  }

  public ConstructionOptions withSoftmax(double inverseTemperature) {
    return new ConstructionOptions(
        hash,
        positions,
        mask,
        rightmost,
        norms,
        OptionalDouble.of(inverseTemperature),
        arithmetic,
        certified,
        mayFold);
  }

  public ConstructionOptions withArithmetic(Arithmetic other) {
    return new ConstructionOptions(
        hash, positions, mask, rightmost, norms, softmax, other, certified, mayFold);
  }

  /** The same without the refusal, for experiments beyond what is certified. */
  public ConstructionOptions uncertified() {
    return new ConstructionOptions(
        hash, positions, mask, rightmost, norms, softmax, arithmetic, false, mayFold);
  }

  /** Why no construction can be built with these norms, if none can. */
  public Optional<String> normProblem() {
    return norms == Norms.STANDARD
        ? Optional.of(
            "standard pre-norm divides by the norm of the whole stream, which changes from token to"
                + " token, so that no head can compare two numbers by the direction of a few"
                + " coordinates; choose the norm multi or projected")
        : Optional.empty();
  }

  /** Why positions have no digits to be compared by, if they are to be. */
  public Optional<String> digitsProblem() {
    return hash == Hash.DIGITS && positions == Positions.NONE
        ? Optional.of(
            "counts made by attention have no digits; the hash digits needs embedded positions")
        : Optional.empty();
  }

  /** Why counts cannot be folded with these options, if they are to be. */
  public Optional<String> foldedProblem() {
    if (hash != Hash.FOLDED) {
      return Optional.empty();
    }
    if (positions == Positions.EMBEDDED) {
      return Optional.of(
          "the hash folded is for counts made by attention; embedded positions have the hash"
              + " digits");
    }
    return softmax.isPresent()
        ? Optional.of("the hash folded needs counts without noise, so saturated attention")
        : Optional.empty();
  }

  /**
   * The model with the norms and the attention that are asked for, from one with multi-pre-norm and
   * saturated attention.
   *
   * @param largestReading what {@link #errors} was given
   */
  public Assembly applyTo(Assembly assembly, int largestReading) {
    if (ProjectedNorms.largestReading(assembly.model()) > largestReading) {
      throw new IllegalStateException("a sublayer reads more than " + largestReading);
    }
    Assembly normed = norms == Norms.PROJECTED ? ProjectedNorms.of(assembly) : assembly;
    return softmax.isPresent() ? SoftmaxHeads.of(normed, softmax.getAsDouble()) : normed;
  }

  /** Why softmax attention cannot be certified where no inverse temperature is known to do. */
  public Optional<String> softmaxProblem() {
    return softmax.isPresent() && certified
        ? Optional.of(
            "softmax attention is certified for regular languages only; --uncertified builds it"
                + " without")
        : Optional.empty();
  }

  /**
   * The rounding errors of a model built in this way.
   *
   * @param largestReading the most components that a sublayer reads
   */
  public RoundingError errors(int largestReading) {
    RoundingError errors = RoundingError.in(arithmetic);
    return norms == Norms.PROJECTED ? errors.readingAgain(largestReading) : errors;
  }
}
