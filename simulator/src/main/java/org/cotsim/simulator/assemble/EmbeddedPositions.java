package org.cotsim.simulator.assemble;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.cotsim.simulator.model.Arithmetic;

/**
 * Positions from an embedding, as fractions of the longest one or as binary digits, for heads that
 * look for the latest of several positions and for sums modulo small numbers.
 *
 * <p>A fraction is known up to rounding. Digits, 1 or -1 each, are read without any, so that the
 * latest position is found by a gap that no rounding touches, as long as a score of L digits has
 * its L + 3 bits; and two positions can be told to agree in their upper digits, which cuts a word
 * into blocks: see {@link BlockSum}.
 */
public final class EmbeddedPositions implements PositionRamp {

  private static final int MOST_DIGITS = 31;

  private final long positions;
  private final int digits; // L: there are at most 2^L positions
  private final boolean signs;
  private final int blockDigits;
  private final List<Integer> moduli;
  private TransformerAssembler assembler;
  private Subspace position;
  private Subspace number;
  private Subspace numbered;
  private LinearForm one;

  private EmbeddedPositions(
      long positions, boolean signs, Collection<Integer> moduli, int blockDigits) {
    this.positions = positions;
    this.digits = digitsOf(positions);
    this.signs = signs;
    this.moduli = List.copyOf(moduli);
    this.blockDigits = blockDigits;
  }

  /**
   * Positions as fractions; a sum modulo something is one over the whole word.
   *
   * @param moduli of the sums that are wanted
   */
  public static EmbeddedPositions fractions(long positions, Collection<Integer> moduli) {
    return new EmbeddedPositions(positions, false, moduli, digitsOf(positions));
  }

  /**
   * Positions as digits; the blocks of a sum are as long as rounding allows, and of equal length.
   *
   * @param moduli of the sums that are wanted
   */
  public static EmbeddedPositions digits(
      long positions, Collection<Integer> moduli, Arithmetic arithmetic, RoundingError errors) {
    int all = digitsOf(positions);
    int most = 1;
    while (most < all && holds(most + 1, moduli, arithmetic, errors)) {
      most++;
    }
    int levels = (all + most - 1) / most;
    return new EmbeddedPositions(positions, true, moduli, (all + levels - 1) / levels);
  }

  private static boolean holds(
      int blockDigits, Collection<Integer> moduli, Arithmetic arithmetic, RoundingError errors) {
    return moduli.stream()
        .map(modulus -> new ModularCount(modulus, 0, 1L << blockDigits))
        .allMatch(
            count ->
                count.claimOfEmbedded("", errors).holds()
                    && count.ranges(arithmetic).stream().allMatch(RangeClaim::holds));
  }

  private static int digitsOf(long positions) {
    return Math.max(1, Long.SIZE - Long.numberOfLeadingZeros(positions - 1));
  }

  /** How many levels of blocks a sum is made of. */
  public int levels() {
    return signs && !moduli.isEmpty() ? (digits + blockDigits - 1) / blockDigits : 1;
  }

  /** How many of the lowest digits differ within a block of a level, from 0; all at the last. */
  int digitsWithin(int level) {
    return level == levels() - 1 ? digits : (level + 1) * blockDigits;
  }

  int digits() {
    return digits;
  }

  /** The most numbers, besides that of the start token, that are summed in a block. */
  long largestNumber() {
    return levels() == 1 ? positions - 1 : 1L << blockDigits;
  }

  /** At least the components that a reading of digits has. */
  public static int mostComponents() {
    return 2 * SublayerInput.padded(MOST_DIGITS);
  }

  /**
   * Declares the subspaces.
   *
   * @param theOne the number 1, as a form over the residual stream
   */
  public void declare(TransformerAssembler into, LinearForm theOne) {
    assembler = into;
    one = theOne;
    ResidualStream stream = into.stream();
    position =
        signs
            ? stream.declare("position", digits, "binary digits of the position, 1 or -1")
            : stream.declare(
                "position", 2, "(x, sqrt(1 - x^2)) for position x in units of the longest");
    if (!moduli.isEmpty()) {
      number = stream.declare("number", 1, "the position in units of the largest number offered");
      numbered =
          stream.declareOneHot(
              "numbered", List.of("no", "yes"), "whether the number is offered to be found");
    }
  }

  /** Writes the position table. */
  public void embed() {
    for (int i = 0; i < Math.toIntExact(positions); i++) {
      if (signs) {
        for (int j = 0; j < digits; j++) {
          assembler.embedPosition(i, position, j, (i >> j & 1) == 0 ? -1 : 1);
        }
      } else {
        double x = Math.scalb((double) i, -digits);
        assembler.embedPosition(i, position, 0, x);
        assembler.embedPosition(i, position, 1, Math.sqrt(1 - x * x));
      }
      if (!moduli.isEmpty()) {
        boolean offered = i > 0 && i <= largestNumber();
        assembler.embedPosition(i, number, 0, offered ? i * unit() : 0);
        assembler.embedPosition(i, numbered, offered ? 1 : 0, 1);
      }
    }
  }

  private double unit() {
    return Math.scalb(1.0, -digitsOf(largestNumber() + 1));
  }

  /** The digits of the own position, 1 or -1. */
  List<LinearForm> signs(SublayerInput input) {
    return input.readSigns(position, one).all();
  }

  /** What positions offer to those that look for a number. */
  ModularCount.Offer offer(LinearForm isStart) {
    LinearForm own = assembler.stream().at(number, 0);
    return new ModularCount.Offer(own, one.minus(isStart).times(unit()), isStart);
  }

  /** 1 where the number is offered. */
  LinearForm offered(SublayerInput input) {
    return input.readOneHot(numbered).at(1);
  }

  /** Reads the ramp: the position in units of 2^L, or of half of it and less 1. */
  public LinearForm ramp(SublayerInput input) {
    if (!signs) {
      return input.read(position).at(0);
    }
    List<LinearForm> read = signs(input);
    LinearForm sum = input.constant(0);
    for (int j = 0; j < digits; j++) {
      sum = sum.plus(read.get(j).times(Math.scalb(1.0, j - digits)));
    }
    return sum;
  }

  @Override
  public double gap() {
    return Math.scalb(1.0, signs ? 1 - digits : -digits);
  }

  /** Zero for digits, unless they are normalised once more. */
  @Override
  public double noise(RoundingError errors) {
    if (!signs) {
      return errors.direction(2) + errors.operations(2) + SUM * errors.operations(TERMS);
    }
    return errors.flag() == 0 ? 0 : errors.flag() + (SUM + 1) * errors.operations(TERMS + digits);
  }

  /** What the ramp needs of an arithmetic, besides what the positions do. */
  @Override
  public List<RangeClaim> ranges(Arithmetic arithmetic) {
    return signs
        ? List.of(
            RangeClaim.integers(
                arithmetic,
                "a score that tells all positions, in units of the least",
                Math.scalb(8.0, digits)))
        : List.of();
  }

  /** What the positions and their sums need of an arithmetic. */
  public List<RangeClaim> tableRanges(Arithmetic arithmetic) {
    double columns = (signs ? digits : 2) + (moduli.isEmpty() ? 0 : 3);
    List<RangeClaim> ranges = new ArrayList<>();
    ranges.add(RangeClaim.table(positions * columns));
    ranges.add(
        signs
            ? RangeClaim.integers(
                arithmetic,
                "the square of the norm of all digits",
                2.0 * SublayerInput.padded(digits))
            : RangeClaim.integers(arithmetic, "the last position", (double) positions));
    for (int modulus : moduli) {
      ranges.addAll(count(modulus, 0).ranges(arithmetic));
    }
    return ranges;
  }

  /** What the sums rely on. */
  public List<ScoreClaim> sumClaims(RoundingError errors) {
    List<ScoreClaim> claims = new ArrayList<>();
    if (!moduli.isEmpty()) {
      claims.add(BlockSum.meanClaim(this, errors));
    }
    for (int modulus : moduli) {
      claims.add(count(modulus, 0).claimOfEmbedded("remainder mod " + modulus, errors));
    }
    return claims;
  }

  ModularCount count(int modulus, int remainder) {
    return new ModularCount(modulus, remainder, largestNumber());
  }
}
