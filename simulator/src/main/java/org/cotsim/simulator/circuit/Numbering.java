package org.cotsim.simulator.circuit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Numbers different vectors from 0; vectors are equal if all their bits are, 0 and -0 alike. */
final class Numbering {

  private final Map<List<Double>, Integer> numbers = new HashMap<>();
  private final List<double[]> vectors = new ArrayList<>();

  int number(double[] vector) {
    List<Double> key =
        Arrays.stream(vector).map(v -> v + 0.0).boxed().collect(Collectors.toUnmodifiableList());
    return numbers.computeIfAbsent(
        key,
        k -> {
          vectors.add(vector.clone());
          return vectors.size() - 1;
        });
  }

  double[] vector(int number) {
    return vectors.get(number);
  }

  int size() {
    return vectors.size();
  }
}
