package org.cotsim.languages.catalogue;

/**
 * Where a regular language stands by the algebra of its syntactic monoid.
 *
 * <p>Source: Schutzenberger 1965 (star-free = aperiodic); Barrington and Therien 1988 (solvable =
 * ACC0 among regular languages); Barrington 1989 (non-solvable = NC1-complete).
 */
public enum LanguageClass {
  /** The monoid is aperiodic: definable in first-order logic, in AC0 when order alone is used. */
  STAR_FREE,
  /** Some group in the monoid is not trivial, and all of them are solvable: in ACC0. */
  SOLVABLE,
  /** Some group in the monoid is not solvable: complete for NC1. */
  NON_SOLVABLE,
  /** The monoid is too large to be looked at. */
  UNKNOWN
}
