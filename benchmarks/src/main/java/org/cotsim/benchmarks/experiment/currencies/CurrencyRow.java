package org.cotsim.benchmarks.experiment.currencies;

/**
 * What one way to decide a problem costs at one length.
 *
 * @param problem the name by which the problem was asked
 * @param by the way in which its decoder is built, as {@code --by} names it; empty if there is only
 *     one
 * @param n the length of the inputs
 * @param steps the most intermediate tokens that an answer took; each took as many as were claimed
 *     for it, or {@link Currencies.Measured#disagreement} says so
 * @param loops how often a layer is applied; 1 if none is repeated
 * @param padding tokens of the prompt that say nothing; no decoder has any yet
 * @param thoughts continuous steps; no decoder has any yet
 * @param context the most tokens that a decoder saw: prompt, chain and answer but for its last
 *     token
 * @param layers the different layers; {@code layers - 1 + loops} are passed through
 * @param width of the residual stream
 * @param nonZeros the non-zero weights, those of a repeated layer once
 * @param right how many answers agree with the oracle
 * @param wrong how many do not, ties and answers that were forced too early included
 * @param operations multiply-adds for an answer with that context, see {@link Operations}
 * @param seconds the median wall time of an answer, prompt and chain
 */
public record CurrencyRow(
    String problem,
    String by,
    int n,
    long steps,
    int loops,
    long padding,
    long thoughts,
    long context,
    int layers,
    int width,
    long nonZeros,
    int right,
    int wrong,
    long operations,
    double seconds) {}
