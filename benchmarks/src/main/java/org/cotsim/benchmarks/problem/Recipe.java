package org.cotsim.benchmarks.problem;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The ways to build a decoder; which of them a problem has, {@link WaysToBuild#ways} says. */
public enum Recipe {
  /** Regular languages: the chain is the run of the automaton, n + 1 steps. */
  THEOREM1,
  /** Regular languages whose groups are all solvable, by the holonomy cascade: 0 steps. */
  CASCADE,
  /** Regular languages, by products over windows that double: 0 steps, ceil(log2(n + 1)) loops. */
  LOOPS,
  /** R-trivial languages, by what was entered and left: 0 steps and constant gaps. */
  ORDERED,
  /** Reachability: the chain is a breadth-first search, at most V + E steps. */
  SEARCH,
  /** Reachability: a continuous thought is the set reached so far, as many as the distance. */
  THOUGHTS,
  /** Reachability: rows of the reach matrix squared in each loop, width O(V). */
  SQUARING,
  /** Reachability: pairs and triples of vertices as padding, at constant width. */
  PADDING,
  /** Turing machines: the chain is the run of the machine, a token for each step. */
  THEOREM2,
  /** Turing machines: a chain that forgets, in a context of the order of the space. */
  FORGETTING;

  /**
   * The way of a name, as it is written on the command line.
   *
   * @throws ExperimentException if there is none, with those that there are
   */
  public static Recipe named(String name) throws ExperimentException {
    for (Recipe recipe : values()) {
      if (recipe.toString().equals(name)) {
        return recipe;
      }
    }
    throw new ExperimentException(
        "there is no way to build a decoder called "
            + name
            + "; expected one of "
            + List.of(values()));
  }

  /** Whether a decoder was made elsewhere, as {@link WaysToBuild#way} names it. */
  public static boolean isFromElsewhere(String way) {
    return !way.isEmpty() && Stream.of(values()).noneMatch(one -> one.toString().equals(way));
  }

  /** The name as it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
