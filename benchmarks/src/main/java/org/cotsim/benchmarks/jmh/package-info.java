/**
 * JMH measurements: one class per question, seeded inputs, a baseline in the parameters.
 *
 * <p>Uses {@code experiment} and what it uses. Run with {@code java -cp cot.jar
 * org.openjdk.jmh.Main}. Start at {@link org.cotsim.benchmarks.jmh.LongChains}.
 */
package org.cotsim.benchmarks.jmh;
