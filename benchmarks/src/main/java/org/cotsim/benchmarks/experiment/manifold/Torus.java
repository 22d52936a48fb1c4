package org.cotsim.benchmarks.experiment.manifold;

import java.util.random.RandomGenerator;

/** The torus in three dimensions, radii 2/3 and 1/3, on which points are drawn by area. */
record Torus() implements Manifold {

  private static final double RING = 2.0 / 3;
  private static final double TUBE = 1.0 / 3;

  @Override
  public String name() {
    return "torus";
  }

  @Override
  public int dimension() {
    return 2;
  }

  @Override
  public int coordinates() {
    return 3;
  }

  @Override
  public double[] draw(RandomGenerator random) {
    double around = 2 * Math.PI * random.nextDouble();
    double across;
    do {
      across = 2 * Math.PI * random.nextDouble();
    } while (random.nextDouble() * (RING + TUBE) > RING + TUBE * Math.cos(across));
    double radius = RING + TUBE * Math.cos(across);
    return new double[] {
      radius * Math.cos(around), radius * Math.sin(around), TUBE * Math.sin(across)
    };
  }

  @Override
  public double[][] tangents(double[] point) {
    double radius = Math.hypot(point[0], point[1]);
    double cos = point[0] / radius;
    double sin = point[1] / radius;
    double up = point[2] / TUBE;
    return new double[][] {{-sin, cos, 0}, {-up * cos, -up * sin, (radius - RING) / TUBE}};
  }
}
