package org.cotsim.simulator.assemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Norm;

/**
 * What one sublayer reads: normalised projections of the residual stream, side by side.
 *
 * <p>One reading makes a projected pre-norm, several a multi-pre-norm.
 */
public final class SublayerInput {

  private final ResidualStream stream;
  private final List<Reading> readings = new ArrayList<>();
  private int size;

  SublayerInput(ResidualStream stream) {
    this.stream = stream;
  }

  /** Some coordinates of the residual stream after normalisation. */
  public final class Reading {
    private final List<LinearForm> rows; // of the projection, the coordinates first
    private final int coordinates;
    private final double factor;
    private final int offset;

    private Reading(List<LinearForm> rows, int coordinates, double factor, int offset) {
      this.rows = rows;
      this.coordinates = coordinates;
      this.factor = factor;
      this.offset = offset;
    }

    /** The i-th coordinate after normalisation; zero where all of them are zero. */
    public LinearForm at(int i) {
      if (i < 0 || i >= coordinates) {
        throw new IndexOutOfBoundsException("component " + i + " of " + coordinates);
      }
      return LinearForm.coordinate(SublayerInput.this, offset + i).times(factor);
    }

    /** All coordinates after normalisation. */
    public List<LinearForm> all() {
      return IntStream.range(0, coordinates).mapToObj(this::at).toList();
    }

    private Matrix projection() {
      Matrix.Builder matrix = Matrix.builder(rows.size(), stream.width());
      for (int r = 0; r < rows.size(); r++) {
        int row = r;
        rows.get(r).coefficients().forEach((c, v) -> matrix.add(row, c, v));
      }
      return matrix.build();
    }
  }

  /**
   * Reads the direction {@code x / ||x||} of some coordinates.
   *
   * <p>The projection is {@code (x, -x)}: its mean is zero and its norm {@code sqrt(2) ||x||}.
   */
  public Reading read(LinearForm... coordinates) {
    List<LinearForm> rows = new ArrayList<>(List.of(coordinates));
    for (LinearForm form : coordinates) {
      rows.add(form.times(-1));
    }
    return add(rows, coordinates.length, Math.sqrt(2));
  }

  /**
   * Reads {@code x / (sqrt(2) ||x||)}: {@link #read} without the factor, which would be rounded.
   */
  public Reading readUnscaled(LinearForm... coordinates) {
    List<LinearForm> rows = new ArrayList<>(List.of(coordinates));
    for (LinearForm form : coordinates) {
      rows.add(form.times(-1));
    }
    return add(rows, coordinates.length, 1);
  }

  /**
   * Reads coordinates of which exactly one is 1, or none, and the others are 0, without any
   * rounding.
   *
   * <p>The projection is {@code (x, s, -s, -s)} with s the sum of x: its mean is 0 and its norm 2,
   * so that the normalised x is exactly x / 2 in every binary arithmetic.
   */
  public Reading readOneHot(Subspace subspace) {
    List<LinearForm> rows = new ArrayList<>(List.of(stream.all(subspace)));
    LinearForm sum = rows.stream().reduce(LinearForm::plus).orElseThrow();
    rows.addAll(List.of(sum, sum.times(-1), sum.times(-1)));
    return add(rows, subspace.width(), 2);
  }

  /**
   * Reads the sign of a form that is never 0, as 1 or -1, whatever its size and without any
   * rounding.
   *
   * <p>The projection is {@code (x, x, -x, -x)}: the squares are equal, so that their sum is exact,
   * the root of a rounded square is the number itself, and the normalised x is exactly half its
   * sign. Where an arithmetic truncates, this is off by a few roundings.
   */
  public Reading readSign(LinearForm form) {
    LinearForm negative = form.times(-1);
    return add(List.of(form, form, negative, negative), 1, 2);
  }

  /**
   * Reads coordinates that are 1 or -1 each, without any rounding.
   *
   * <p>The projection is {@code (x, -x)}, with ones appended to x until its norm is a power of two.
   *
   * @param one a form over the residual stream that is 1
   */
  public Reading readSigns(List<LinearForm> signs, LinearForm one) {
    List<LinearForm> padded = new ArrayList<>(signs);
    while (padded.size() < padded(signs.size())) {
      padded.add(one);
    }
    List<LinearForm> rows = new ArrayList<>(padded);
    padded.forEach(form -> rows.add(form.times(-1)));
    return add(rows, signs.size(), Math.sqrt(2.0 * padded.size()));
  }

  /** Reads a subspace of signs. */
  public Reading readSigns(Subspace subspace, LinearForm one) {
    return readSigns(List.of(stream.all(subspace)), one);
  }

  /** How many signs are read in place of so many, so that twice as many are a square of 2^k. */
  public static int padded(int signs) {
    int size = 2;
    while (size < signs) {
      size *= 4;
    }
    return size;
  }

  /** Asking twice for the same projection reads it once. */
  private Reading add(List<LinearForm> rows, int coordinates, double factor) {
    for (LinearForm form : rows) {
      if (form.space() != stream || form.constant() != 0) {
        throw new IllegalArgumentException("a projection is linear in the residual stream");
      }
    }
    for (Reading reading : readings) {
      if (reading.rows.equals(rows) && reading.factor == factor) {
        return reading;
      }
    }
    Reading reading = new Reading(rows, coordinates, factor, size);
    readings.add(reading);
    size += rows.size();
    return reading;
  }

  /** Reads the direction of a whole subspace. */
  public Reading read(Subspace subspace) {
    return read(stream.all(subspace));
  }

  /** A number, the same at every position. */
  public LinearForm constant(double number) {
    return LinearForm.zero(this).plus(number);
  }

  Norm toNorm() {
    if (readings.isEmpty()) {
      throw new IllegalStateException("a sublayer reads nothing");
    }
    List<Matrix> projections = readings.stream().map(Reading::projection).toList();
    return projections.size() == 1
        ? new Norm.Projected(projections.get(0))
        : new Norm.Multi(projections);
  }

  boolean isEmpty() {
    return readings.isEmpty();
  }

  /** The affine map of the normalised input that these forms are. */
  Affine toAffine(List<LinearForm> forms) {
    Matrix.Builder matrix = Matrix.builder(forms.size(), size);
    double[] bias = new double[forms.size()];
    Arrays.setAll(bias, r -> forms.get(r).constant());
    for (int r = 0; r < forms.size(); r++) {
      if (forms.get(r).space() != this) {
        throw new IllegalArgumentException("a form of another sublayer's input");
      }
      int row = r;
      forms.get(r).coefficients().forEach((c, v) -> matrix.add(row, c, v));
    }
    return new Affine(matrix.build(), bias);
  }
}
