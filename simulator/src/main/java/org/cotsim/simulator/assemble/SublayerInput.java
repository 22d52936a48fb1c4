package org.cotsim.simulator.assemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Norm;

/**
 * What one sublayer reads: normalised projections of the residual stream, side by side.
 *
 * <p>Each reading is a projection {@code (x, -x)}: its mean is zero, so its layer norm is {@code x
 * / (sqrt(2) ||x||)} and the opposite. One reading makes a projected pre-norm, several a
 * multi-pre-norm.
 */
public final class SublayerInput {

  private final ResidualStream stream;
  private final List<Reading> readings = new ArrayList<>();
  private int size;

  SublayerInput(ResidualStream stream) {
    this.stream = stream;
  }

  /** The direction {@code x / ||x||} of some coordinates x of the residual stream. */
  public final class Reading {
    private final List<LinearForm> coordinates;
    private final int offset;

    private Reading(List<LinearForm> coordinates, int offset) {
      this.coordinates = coordinates;
      this.offset = offset;
    }

    /** The i-th component of {@code x / ||x||}; zero where x is zero. */
    public LinearForm at(int i) {
      if (i < 0 || i >= coordinates.size()) {
        throw new IndexOutOfBoundsException("component " + i + " of " + coordinates.size());
      }
      return LinearForm.coordinate(SublayerInput.this, offset + i).times(Math.sqrt(2));
    }

    /** All components of {@code x / ||x||}. */
    public List<LinearForm> all() {
      List<LinearForm> forms = new ArrayList<>();
      for (int i = 0; i < coordinates.size(); i++) {
        forms.add(at(i));
      }
      return forms;
    }

    private Matrix projection() {
      int half = coordinates.size();
      Matrix.Builder matrix = Matrix.builder(2 * half, stream.width());
      for (int i = 0; i < half; i++) {
        int row = i;
        coordinates
            .get(i)
            .coefficients()
            .forEach((c, v) -> matrix.add(row, c, v).add(half + row, c, -v));
      }
      return matrix.build();
    }
  }

  /** Reads the direction of these coordinates; asking twice for the same ones reads them once. */
  public Reading read(LinearForm... coordinates) {
    List<LinearForm> wanted = List.of(coordinates);
    for (LinearForm form : wanted) {
      if (form.space() != stream || form.constant() != 0) {
        throw new IllegalArgumentException("a projection is linear in the residual stream");
      }
    }
    for (Reading reading : readings) {
      if (reading.coordinates.equals(wanted)) {
        return reading;
      }
    }
    Reading reading = new Reading(wanted, size);
    readings.add(reading);
    size += 2 * wanted.size();
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
