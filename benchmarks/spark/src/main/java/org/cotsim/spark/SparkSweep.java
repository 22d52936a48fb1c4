package org.cotsim.spark;

import org.apache.spark.SparkConf;
import org.cotsim.benchmarks.cli.SweepElsewhere;

/**
 * The job: {@code spark-submit cotsim-spark.jar experiment.yaml --out DIR}, with the arguments and
 * exit codes of {@code cot sweep}.
 */
public final class SparkSweep {

  private SparkSweep() {}

  public static void main(String[] arguments) {
    SweepElsewhere.main(new SparkCells(new SparkConf()), arguments);
  }
}
