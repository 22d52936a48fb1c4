package org.cotsim.benchmarks.problem;

import java.util.Locale;

/** The ways to build a decoder of a regular language. */
public enum Recipe {
  /** The chain is the run of the automaton: n + 1 steps. */
  THEOREM1,
  /** The holonomy cascade, for languages whose groups are all solvable: 0 steps. */
  CASCADE,
  /** Products over windows that double, for every language: 0 steps, ceil(log2(n + 1)) loops. */
  LOOPS,
  /** What was entered and left, for R-trivial languages: 0 steps and constant gaps. */
  ORDERED;

  /** The name as it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
