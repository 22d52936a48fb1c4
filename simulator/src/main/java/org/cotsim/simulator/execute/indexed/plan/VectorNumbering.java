package org.cotsim.simulator.execute.indexed.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers different vectors in the order in which they are first seen; safe between threads. */
public final class VectorNumbering {

  private final Map<List<Double>, Integer> ids = new HashMap<>();
  private final List<double[]> vectors = new ArrayList<>();

  public synchronized int id(double[] vector) {
    List<Double> boxed = Arrays.stream(vector).boxed().toList();
    Integer known = ids.get(boxed);
    if (known == null) {
      known = vectors.size();
      ids.put(boxed, known);
      vectors.add(vector.clone());
    }
    return known;
  }

  /** The vector of a number; not to be changed. */
  public synchronized double[] get(int id) {
    return vectors.get(id);
  }
}
