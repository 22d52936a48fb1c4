package org.cotsim.benchmarks.experiment.manifold;

import java.util.random.RandomGenerator;

/**
 * The Swiss roll {@code (t cos t, h, t sin t)} for t from 1.5 pi to 4.5 pi, scaled to about unit
 * size, on which points are drawn by area.
 */
record SwissRoll() implements Manifold {

  private static final double FROM = 1.5 * Math.PI;
  private static final double TO = 4.5 * Math.PI;
  private static final double WIDTH = 21;
  private static final double SCALE = 1.0 / 14;

  @Override
  public String name() {
    return "swiss-roll";
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
    double t;
    do {
      t = FROM + (TO - FROM) * random.nextDouble();
    } while (random.nextDouble() * Math.hypot(1, TO) > Math.hypot(1, t));
    double height = WIDTH * (random.nextDouble() - 0.5);
    return new double[] {SCALE * t * Math.cos(t), SCALE * height, SCALE * t * Math.sin(t)};
  }

  @Override
  public double[][] tangents(double[] point) {
    double t = Math.hypot(point[0], point[2]) / SCALE;
    double length = Math.hypot(1, t);
    double across = (Math.cos(t) - t * Math.sin(t)) / length;
    double up = (Math.sin(t) + t * Math.cos(t)) / length;
    return new double[][] {{across, 0, up}, {0, 1, 0}};
  }
}
