package org.cotsim.benchmarks.experiment.divergence;

import java.util.List;
import java.util.Optional;

/**
 * Two sides on one input.
 *
 * @param length for which the model was compiled; of the input, where the model is given
 * @param input as a person writes it
 * @param tokens on which both sides agreed, one after the other
 * @param certain how many tokens after the prompt they cannot part on, whatever the order of sums
 * @param end why the certain tokens end: at the end of the chain, at the limit, or in doubt
 * @param doubt the choice of a token that is not certain, if there is one
 * @param openHead the first head of which it is not certain where it attends, if there is one
 * @param tightest of every head and of the output, the comparison with the largest noise for its
 *     gap, among those before the first doubt
 * @param parting where they were seen to part, if they were
 */
public record DivergenceRun(
    int length,
    String input,
    int tokens,
    int certain,
    End end,
    Optional<Comparison> doubt,
    Optional<Comparison> openHead,
    List<Comparison> tightest,
    Optional<Parting> parting) {

  /** Why something ends. */
  public enum End {
    /** The chain came to its end. */
    ENDED,
    /** No longer chain was asked for. */
    LIMIT,
    /** The next token is not certain. */
    DOUBT
  }

  public DivergenceRun {
    tightest = List.copyOf(tightest);
  }

  /** Whether nothing parted that could not. */
  public boolean isKept() {
    return parting.isEmpty() || certain < parting.get().token();
  }

  /** Whether the two cannot part on this input at all, as far as its chain was asked for. */
  public boolean cannotPart() {
    return end != End.DOUBT;
  }
}
