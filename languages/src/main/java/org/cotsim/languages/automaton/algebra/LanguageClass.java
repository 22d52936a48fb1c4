package org.cotsim.languages.automaton.algebra;

/**
 * Where a regular language stands by the algebra of its syntactic monoid, each class within the
 * next.
 *
 * <p>Source: Brzozowski and Fich 1980 (R-trivial = partially ordered automaton); Schutzenberger
 * 1965 (star-free = aperiodic); Barrington and Therien 1988 (solvable = ACC0 among regular
 * languages); Barrington 1989 (non-solvable = NC1-complete).
 */
public enum LanguageClass {
  /** The only cycles of the minimal automaton are loops at a state. */
  R_TRIVIAL("R-trivial"),
  /** The monoid is aperiodic: definable in first-order logic, in AC0. */
  STAR_FREE("star-free"),
  /** Some group in the monoid is not trivial, and all of them are solvable: in ACC0. */
  SOLVABLE("solvable"),
  /** Some group in the monoid is not solvable: complete for NC1. */
  NON_SOLVABLE("non-solvable"),
  /** The automaton is too large to be looked at. */
  UNKNOWN("unknown");

  private final String words;

  LanguageClass(String words) {
    this.words = words;
  }

  /** Whether every language of this class is known to be decided by threshold circuits, TC0. */
  public boolean isInTc0() {
    return this == R_TRIVIAL || this == STAR_FREE || this == SOLVABLE;
  }

  /** The name as a person reads it. */
  @Override
  public String toString() {
    return words;
  }
}
