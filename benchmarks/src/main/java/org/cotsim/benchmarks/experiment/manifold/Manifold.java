package org.cotsim.benchmarks.experiment.manifold;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.cotsim.benchmarks.problem.ExperimentException;

/** A compact manifold in coordinates of its own, before it is bent into more dimensions. */
public sealed interface Manifold permits Ellipsoid, Torus, SwissRoll {

  /** The largest dimension of the family of ellipsoids. */
  int LARGEST = 6;

  /** By which it is found. */
  String name();

  /** The intrinsic dimension d. */
  int dimension();

  /** The number of its coordinates. */
  int coordinates();

  /** A random point, [coordinates]. */
  double[] draw(RandomGenerator random);

  /** A basis of the tangent space at one of its points, [dimension][coordinates]. */
  double[][] tangents(double[] point);

  /** All of them: the four that have names, and the family. */
  static List<Manifold> all() {
    List<Manifold> all = new ArrayList<>();
    all.add(Ellipsoid.round("circle", 1));
    all.add(Ellipsoid.round("sphere", 2));
    all.add(new Torus());
    all.add(new SwissRoll());
    for (int d = 1; d <= LARGEST; d++) {
      all.add(Ellipsoid.flattened("ellipsoid-" + d, d));
    }
    return all;
  }

  /** The manifold of this name. */
  static Manifold find(String name) throws ExperimentException {
    return all().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ExperimentException(
                    "no manifold is called "
                        + name
                        + ": expected one of "
                        + all().stream().map(Manifold::name).collect(Collectors.joining(", "))));
  }
}
