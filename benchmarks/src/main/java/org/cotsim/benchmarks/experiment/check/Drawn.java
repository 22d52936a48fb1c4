package org.cotsim.benchmarks.experiment.check;

import org.cotsim.benchmarks.problem.Expected;

/** What the oracle said of the inputs that were drawn, counted as they are checked. */
final class Drawn {

  private long accepted;
  private long rejected;

  void add(Expected expected) {
    if (expected.answered()) {
      accepted += expected.accepts() ? 1 : 0;
      rejected += expected.accepts() ? 0 : 1;
    }
  }

  /** How many of them are of which kind, in plain words. */
  String inWords() {
    if (accepted == 0 && rejected == 0) {
      return "none of them answered";
    }
    if (rejected == 0) {
      return "all " + accepted + " of them accepted";
    }
    return accepted == 0
        ? "all " + rejected + " of them rejected"
        : accepted + " of them accepted and " + rejected + " rejected";
  }
}
