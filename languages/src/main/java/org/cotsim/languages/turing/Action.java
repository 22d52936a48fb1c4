package org.cotsim.languages.turing;

import java.util.List;

/**
 * What one step does: the state entered, and per tape the symbol written and the move made.
 *
 * @param state the index of the state entered
 * @param written the index of the symbol written, one per tape
 * @param moves one per tape
 */
public record Action(int state, List<Integer> written, List<Move> moves) {

  /** Copies the lists. */
  public Action {
    written = List.copyOf(written);
    moves = List.copyOf(moves);
    if (written.isEmpty() || written.size() != moves.size()) {
      throw new IllegalArgumentException("one symbol and one move per tape");
    }
  }
}
