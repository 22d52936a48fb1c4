package org.cotsim.simulator.construct.logic;

import org.cotsim.languages.logic.Count;
import org.cotsim.languages.logic.Formula;

/** What a Boolean combination is made of, besides the letter: something that reads as 0 or 1. */
sealed interface Atom {

  /** A formula whose truth stands in the residual stream. */
  record Flag(Formula formula) implements Atom {}

  /** Whether a count is at least 0; its first weight is positive. */
  record Sign(Count count) implements Atom {}
}
