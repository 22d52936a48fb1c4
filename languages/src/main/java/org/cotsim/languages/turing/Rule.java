package org.cotsim.languages.turing;

import java.util.List;
import java.util.Optional;

/**
 * A transition, or a family of them: an empty read matches any symbol, an empty write keeps it.
 *
 * @param text how the author wrote it, for messages
 */
record Rule(
    String text,
    String state,
    List<Optional<String>> reads,
    String next,
    List<Optional<String>> writes,
    List<Move> moves) {

  Rule {
    reads = List.copyOf(reads);
    writes = List.copyOf(writes);
    moves = List.copyOf(moves);
  }
}
