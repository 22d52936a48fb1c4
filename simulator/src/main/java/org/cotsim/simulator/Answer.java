package org.cotsim.simulator;

import java.util.List;
import org.cotsim.simulator.decode.Outcome;

/**
 * What a decoder answered, and how it came to it.
 *
 * @param text the answer: {@code accept} or {@code reject}, the output of a machine, or empty after
 *     a tie
 * @param chain the intermediate tokens
 * @param outcome whether it answered by itself or because the budget was spent
 */
public record Answer(String text, List<String> chain, Outcome outcome) {

  public Answer {
    chain = List.copyOf(chain);
  }

  /** Whether the answer is {@code accept}. */
  public boolean accepted() {
    return text.equals("accept");
  }

  /** As a person reads it: the chain, then the answer. */
  @Override
  public String toString() {
    String forced = outcome instanceof Outcome.BudgetSpent ? " (forced)" : "";
    return (String.join(" ", chain) + " => " + text + forced).strip();
  }
}
