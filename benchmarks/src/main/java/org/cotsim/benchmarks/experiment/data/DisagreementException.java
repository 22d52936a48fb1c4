package org.cotsim.benchmarks.experiment.data;

/** The hand-built decoder and the oracle do not say the same, in a sentence. */
public final class DisagreementException extends Exception {

  private static final long serialVersionUID = 1;

  DisagreementException(String message) {
    super(message);
  }
}
