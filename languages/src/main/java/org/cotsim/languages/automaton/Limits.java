package org.cotsim.languages.automaton;

/**
 * The sizes beyond which an automaton is refused with a sentence instead of filling the memory.
 *
 * <p>Together they keep reading and minimising one automaton below about one gigabyte.
 */
public final class Limits {

  /** Most states of an automaton before it is minimised. */
  public static final int STATES = 100_000;

  /** Most transitions of an automaton before it is determinised. */
  public static final int TRANSITIONS = 4_000_000;

  /** Most entries of a complete transition table, that is states times symbols. */
  public static final int TABLE = 8_000_000;

  /** Most states named by all the subsets of a determinisation together. */
  public static final int SUBSETS = 20_000_000;

  /** Most elementary steps of all the determinisations that one input asks for: some seconds. */
  public static final long STEPS = 300_000_000;

  private Limits() {}
}
