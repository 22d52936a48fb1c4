package org.cotsim.simulator.assemble;

import java.util.Map;
import java.util.TreeMap;

/**
 * An affine form: coefficients times coordinates of one space, plus a constant.
 *
 * <p>The space is the residual stream or the normalised input of one sublayer; forms of different
 * spaces cannot be mixed.
 */
public final class LinearForm {

  private final Object space;
  private final Map<Integer, Double> coefficients;
  private final double constant;

  private LinearForm(Object space, Map<Integer, Double> coefficients, double constant) {
    this.space = space;
    this.coefficients = coefficients;
    this.constant = constant;
  }

  static LinearForm coordinate(Object space, int index) {
    return new LinearForm(space, Map.of(index, 1.0), 0);
  }

  static LinearForm zero(Object space) {
    return new LinearForm(space, Map.of(), 0);
  }

  /** This form plus another one of the same space. */
  public LinearForm plus(LinearForm other) {
    if (other.space != space) {
      throw new IllegalArgumentException("forms of two different spaces cannot be added");
    }
    Map<Integer, Double> sum = new TreeMap<>(coefficients);
    other.coefficients.forEach((index, value) -> sum.merge(index, value, Double::sum));
    return new LinearForm(space, sum, constant + other.constant);
  }

  /** This form plus a number. */
  public LinearForm plus(double number) {
    return new LinearForm(space, coefficients, constant + number);
  }

  /** This form minus another one of the same space. */
  public LinearForm minus(LinearForm other) {
    return plus(other.times(-1));
  }

  /** This form times a number. */
  public LinearForm times(double factor) {
    Map<Integer, Double> scaled = new TreeMap<>();
    coefficients.forEach((index, value) -> scaled.put(index, factor * value));
    return new LinearForm(space, scaled, factor * constant);
  }

  Object space() {
    return space;
  }

  Map<Integer, Double> coefficients() {
    return coefficients;
  }

  double constant() {
    return constant;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LinearForm that
        && space == that.space
        && coefficients.equals(that.coefficients)
        && constant == that.constant;
  }

  @Override
  public int hashCode() {
    return 31 * coefficients.hashCode() + Double.hashCode(constant);
  }
}
