package org.cotsim.benchmarks.experiment.tokennorm;

/**
 * How the special tokens of images lie on the sphere.
 *
 * @param strength the length of the special token's own embedding, in units of the mean length of
 *     what it sees of an image
 * @param uniformity lower is more uniform; 0 if all are one point
 * @param alignment mean squared distance of two images of one class
 * @param right images whose nearest neighbour is of their class
 * @param images how many there are
 */
public record EmbeddingFigures(
    Statistics statistics,
    double strength,
    double uniformity,
    double alignment,
    int right,
    int images) {}
