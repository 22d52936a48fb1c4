package org.cotsim.languages.turing;

/** What a halted machine says about its input. */
public enum Verdict {
  ACCEPTED,
  REJECTED
}
