package org.cotsim.simulator.trace;

import java.util.List;

/**
 * How the next token was chosen.
 *
 * @param scores of the best tokens and of all answers, the best first
 * @param sublayers after how many sublayers the choice stood and changed no more: 0 for the
 *     embedding alone, two for every layer, attention first
 */
public record Decision(List<Score> scores, int sublayers) {

  public Decision {
    scores = List.copyOf(scores);
  }
}
