package org.cotsim.benchmarks.problem;

/**
 * A lower bound from the literature on what every decoder of some kind pays for a problem.
 *
 * @param of what is bounded: {@code steps} or {@code width}
 * @param shape how it grows, a formula in the measures of an input; its constant is not known
 * @param model the decoders that it is proved for
 * @param applies whether those built here are of that kind
 * @param note why it applies or not, or what it rests on, in a sentence
 * @param source where it is proved
 */
public record Floor(
    String of, String shape, String model, boolean applies, String note, String source) {}
