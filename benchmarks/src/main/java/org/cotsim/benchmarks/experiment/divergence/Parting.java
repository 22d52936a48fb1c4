package org.cotsim.benchmarks.experiment.divergence;

import java.util.Optional;

/**
 * The first token at which two sides were seen to part.
 *
 * @param token how many tokens after the prompt, this one included
 * @param position of the token before it, from 0, among prompt and chain
 * @param one what the one side said
 * @param other what the other side said
 * @param leadOfOne how far the best score was ahead of the next on the one side
 * @param leadOfOther the same on the other side
 * @param head the first head that attended to other positions, up to there; empty if none did, or
 *     if a side does not show its heads
 */
public record Parting(
    int token,
    int position,
    String one,
    String other,
    double leadOfOne,
    double leadOfOther,
    Optional<Place> head) {}
