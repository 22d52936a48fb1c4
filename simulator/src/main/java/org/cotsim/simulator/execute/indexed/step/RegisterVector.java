package org.cotsim.simulator.execute.indexed.step;

import java.util.Arrays;
import org.cotsim.simulator.execute.indexed.plan.TracedNumber;

/** A vector of constants and registers, the source of keys, queries, values and norms. */
final class RegisterVector {

  private final double[] constants; // [size]
  private final int[] places; // of the components that vary
  private final int[] registers; // and where they come from

  RegisterVector(TracedNumber[] values) {
    this.constants = Arrays.stream(values).mapToDouble(v -> v.isConstant() ? v.low : 0).toArray();
    int varying = (int) Arrays.stream(values).filter(v -> !v.isConstant()).count();
    this.places = new int[varying];
    this.registers = new int[varying];
    int next = 0;
    for (int c = 0; c < values.length; c++) {
      if (!values[c].isConstant()) {
        places[next] = c;
        registers[next++] = values[c].register;
      }
    }
  }

  boolean areKnown() {
    return places.length == 0;
  }

  /** Whether some components are constants. */
  boolean areKnown(int[] components) {
    return Arrays.stream(places).noneMatch(p -> Arrays.stream(components).anyMatch(c -> c == p));
  }

  /** Where the components come from that vary. */
  int[] registers() {
    return registers;
  }

  /** Where every component comes from, -1 for constants, [size]. */
  int[] sources() {
    int[] sources = new int[constants.length];
    Arrays.fill(sources, -1);
    for (int i = 0; i < places.length; i++) {
      sources[places[i]] = registers[i];
    }
    return sources;
  }

  double[] known() {
    return constants.clone();
  }

  void fill(double[] r, double[] into) {
    for (int c = 0; c < constants.length; c++) {
      into[c] = constants[c];
    }
    for (int i = 0; i < places.length; i++) {
      into[places[i]] = r[registers[i]];
    }
  }

  double[] filled(double[] r) {
    double[] into = new double[constants.length];
    fill(r, into);
    return into;
  }
}
