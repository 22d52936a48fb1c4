package org.cotsim.benchmarks.experiment.tokennorm;

/**
 * A hand-built decoder with some tokens normalised apart.
 *
 * @param problem what it decodes
 * @param apart which tokens have a norm of their own; {@code none} if all share one
 * @param layers of the decoder
 * @param projections normalised at each token of the input, in all layers together
 * @param normWeights of these projections
 * @param weights of the whole model, the special tokens' own norm included
 * @param gap of the tightest claim of the certificate, which holds for all variants alike
 * @param noise of the same claim
 * @param headGap the least distance seen, in any head, between the largest score and the next that
 *     is not a tie with it
 * @param scoreGap the least distance seen between the largest score of a token and the next one
 * @param difference the largest distance of a coordinate of the stream from that of the decoder
 *     with a shared norm
 * @param right inputs whose whole continuation is that of the oracle
 * @param inputs how many were run
 */
public record DecoderFigures(
    String problem,
    String apart,
    int layers,
    int projections,
    long normWeights,
    long weights,
    double gap,
    double noise,
    double headGap,
    double scoreGap,
    double difference,
    int right,
    int inputs) {

  /** Start and think token have a norm of their own. */
  public static final String BOTH = "both";

  /** Every token but those of the input has a norm of its own. */
  public static final String ALL_BUT_INPUTS = "all but inputs";
}
