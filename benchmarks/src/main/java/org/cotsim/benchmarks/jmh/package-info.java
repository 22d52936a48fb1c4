/**
 * JMH benchmarks, one class per question, each with its baseline in the same run.
 *
 * <p>Run one with {@code java -cp benchmarks/target/cot.jar org.openjdk.jmh.Main BatchedDecoding}.
 */
package org.cotsim.benchmarks.jmh;
