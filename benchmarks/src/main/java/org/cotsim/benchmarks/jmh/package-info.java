/**
 * JMH benchmarks: one class per question, seeded inputs, a baseline in the same run.
 *
 * <p>Uses {@code experiment} and what it uses. Run one with {@code java -cp
 * "benchmarks/target/cot.jar:benchmarks/target/jmh/*" org.openjdk.jmh.Main BatchedDecoding}. Start
 * at {@link org.cotsim.benchmarks.jmh.LongChains}.
 */
package org.cotsim.benchmarks.jmh;
