package org.cotsim.languages.oracle;

/** What one token of a machine's chain that forgets says; states and symbols by their index. */
public sealed interface ForgettingToken {

  /**
   * One step of the machine.
   *
   * @param action its index among the machine's actions
   */
  record Step(int action) implements ForgettingToken {}

  /** Begins a summary: the state that the machine is in. */
  record State(int state) implements ForgettingToken {}

  /**
   * One cell of a summary.
   *
   * @param left whether its number is negative
   * @param marked whether the head is farther right; for a negative cell, whether it is there or
   *     farther left
   */
  record Cell(int tape, boolean left, boolean marked, int symbol) implements ForgettingToken {}

  /** Behind the last of a tape's cells from 0 on; its negative cells follow. */
  record Separator(int tape) implements ForgettingToken {}

  /** Begins another tape than tape 0. */
  record Opening(int tape) implements ForgettingToken {}

  /** Ends a summary: what follows has seen nothing else. */
  record Restart() implements ForgettingToken {}

  /** One symbol of the value of a function. */
  record Output(int symbol) implements ForgettingToken {}

  /** The answer, or the end of a function's value; always the last one. */
  record Answer(boolean accepts) implements ForgettingToken {}
}
