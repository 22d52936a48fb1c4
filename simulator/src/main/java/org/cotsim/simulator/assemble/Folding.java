package org.cotsim.simulator.assemble;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.simulator.model.Arithmetic;

/**
 * How a number is read out as signs by folding: how many digits it has and how many of them each
 * feed-forward sublayer splits off.
 *
 * <p>A half-integer v below M = 2^(L-1) in size is folded, {@code v -> |v| - M / 2^j} for j = 1 to
 * L - 1: the L signs on the way are its reflected (Gray) code, different for different numbers. A
 * sublayer makes K folds at once with {@code 2^K + 1} hidden units; few folds at first, where the
 * rounding of a sublayer weighs most, reach furthest. The depth thus grows like log M. Source: this
 * project's; Gray codes by reflection are F. Gray's, US patent 2 632 058, 1953.
 *
 * @param digits L, at least 1
 * @param folds K of each sublayer, together L - 1
 * @param error the largest error of a folded number: rounding turns no sign while it is below 1/2
 */
public record Folding(int digits, List<Integer> folds, double error) {

  private static final int MOST_FOLDS = 4;

  /** The gap between the score of equal numbers and that of others. */
  public static final double EQUAL = 2;

  private static final double GAP = 1; // between -1/2 and 1/2
  private static final int MEAN_AND_QUOTIENTS = 10;

  public Folding {
    folds = List.copyOf(folds);
  }

  /**
   * The folding of a count k from 1/k, as it is or less a small number.
   *
   * <p>An error of a factor {@code 1 + e} in 1/k moves k, which is below 2 M, by 2 M e; the form
   * that is folded rounds a weight, a product and a sum.
   *
   * @param largest the largest k
   */
  public static Folding ofCount(long largest, RoundingError errors) {
    return of(digitsFor(largest), 2 * errors.mean((double) largest) + errors.operations(3), errors);
  }

  /**
   * The folding of a sum S from S/m and 1/m, for sums below a largest one in size.
   *
   * @param largest the largest m, and more than the largest S in size
   */
  public static Folding ofSum(long largest, RoundingError errors) {
    return of(
        1 + digitsFor(largest), 2 * errors.mean((double) largest) + errors.operations(2), errors);
  }

  /**
   * The folding of an integer from 0 to a largest one that is known without any error.
   *
   * @param fewestDigits has at least so many digits
   */
  public static Folding ofInteger(long largest, int fewestDigits, RoundingError errors) {
    return of(Math.max(fewestDigits, digitsFor(largest)), 0, errors);
  }

  /**
   * The folding with the fewest sublayers whose error is small enough, or the one of least error.
   *
   * @param inputError the error of v before it is folded, as a part of M
   */
  private static Folding of(int digits, double inputError, RoundingError errors) {
    Folding folding = null;
    for (int first = MOST_FOLDS; first >= 0; first--) {
      List<Integer> folds = folds(digits - 1, first);
      folding = new Folding(digits, folds, error(digits, folds, inputError, errors));
      if (folding.claim("").holds()) {
        return folding;
      }
    }
    return folding;
  }

  /** The digits of the integers from 0 to a largest one. */
  private static int digitsFor(long largest) {
    return Math.max(1, Long.SIZE - Long.numberOfLeadingZeros(largest));
  }

  /** So many folds at first, one more with every second sublayer; always one if that is 0. */
  private static List<Integer> folds(int count, int first) {
    List<Integer> folds = new ArrayList<>();
    for (int left = count; left > 0; left -= folds.get(folds.size() - 1)) {
      int next = first == 0 ? 1 : Math.min(MOST_FOLDS, first + folds.size() / 2);
      folds.add(Math.min(next, left));
    }
    return folds;
  }

  /** Each sublayer adds its error, which is a part of what v can still be; folding adds none. */
  private static double error(
      int digits, List<Integer> folds, double inputError, RoundingError errors) {
    double size = Math.scalb(1.0, digits - 1);
    double error = size * inputError;
    for (int k : folds) {
      error += size * (errors.operations(operations(k)) + 4 * errors.reading());
      size = Math.scalb(size, -k);
    }
    return error;
  }

  /**
   * The roundings of a sublayer, each of them as large as its scale.
   *
   * <p>The direction of (p, c) with |p| at most c: a mean off by at most 3 u c counts twice, two
   * differences, two quotients. A hidden unit: a product and a sum of size 2. The sum of {@code 2^K
   * + 1} units of weights 1 and 2: their sizes add up to at most {@code 2^(K+1) + 1}. For K = 1 the
   * units are |p| and c, of which one sum is rounded.
   */
  private static double operations(int k) {
    double units = Math.scalb(1.0, k);
    return k == 1
        ? MEAN_AND_QUOTIENTS + 2
        : MEAN_AND_QUOTIENTS + 3 * (2 * units + 2) + units * (2 * units + 1);
  }

  /** The digits of an integer from 0 on, 1 or -1 each. */
  public List<Double> signs(long integer) {
    List<Double> signs = new ArrayList<>();
    double v = integer + 0.5 - scale();
    for (double half = scale() / 2; signs.size() < digits; half /= 2) {
      signs.add(Math.signum(v));
      v = Math.abs(v) - half;
    }
    return signs;
  }

  /** M. */
  public double scale() {
    return Math.scalb(1.0, digits - 1);
  }

  /**
   * What a head relies on that compares digits, {@link FoldedNumber#signs}: they are exact, so the
   * score of equal numbers is how many digits there are, and that of others at least 2 less.
   *
   * @param gap between the largest score and the next
   * @param compared the digits that are compared at once
   */
  public static ScoreClaim equality(String name, double gap, int compared, RoundingError errors) {
    double digit = errors.flag();
    double size = 2.0 * compared + 10; // flags weigh as much as all digits
    double noise = digit == 0 ? 0 : size * (2 * digit + digit * digit + errors.operations(size));
    return new ScoreClaim(name, gap, noise, gap / 2);
  }

  /** What the signs rely on. */
  public ScoreClaim claim(String name) {
    return ScoreClaim.sign(name, GAP, error);
  }

  /**
   * What folding needs of an arithmetic.
   *
   * @param largestDivisor the largest m where v is known as v / m beside 1 / m
   */
  public List<RangeClaim> ranges(Arithmetic arithmetic, double largestDivisor) {
    double size = Math.max(scale(), 1);
    return List.of(
        RangeClaim.overflow(arithmetic, "the square of a folded number's scale", 8 * size * size),
        RangeClaim.underflow(
            arithmetic,
            "one over the square of half a share",
            16 * largestDivisor * largestDivisor),
        RangeClaim.integers(
            arithmetic,
            "the square of the norm of all digits",
            2.0 * SublayerInput.padded(digits)));
  }
}
