package org.cotsim.benchmarks.experiment.grade;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a model said, as chain and answer.
 *
 * @param chain the texts of its tokens; a word that is no token stands as it is
 * @param answer as a person reads it; empty if there is none
 * @param unreadable why it cannot be read, if it cannot
 * @param unknown the first word of the chain that is no token, if there is one
 * @param tolerated how its spelling differs from that of {@code cot data}
 */
public record Transcript(
    List<String> chain,
    Optional<String> answer,
    Optional<String> unreadable,
    Optional<String> unknown,
    Set<Tolerance> tolerated) {

  public Transcript {
    chain = List.copyOf(chain);
    tolerated = Set.copyOf(tolerated);
  }

  static Transcript unreadable(String why, Set<Tolerance> tolerated) {
    return new Transcript(
        List.of(), Optional.empty(), Optional.of(why), Optional.empty(), tolerated);
  }
}
