/**
 * {@code cot sweep} on Apache Spark: the driver plans, keeps and writes as the command does,
 * executors measure the cells.
 *
 * <p>Start at {@link org.cotsim.spark.SparkSweep}. Nothing of cotsim knows this package.
 */
package org.cotsim.spark;
