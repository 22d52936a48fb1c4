/**
 * Learns the automaton of what a running decoder recognises, from its answers alone.
 *
 * <p>LearnLib learns, the conformance words of {@code languages} are its equivalence oracle. Start
 * at {@link org.cotsim.benchmarks.experiment.learn.Learning}.
 */
package org.cotsim.benchmarks.experiment.learn;
