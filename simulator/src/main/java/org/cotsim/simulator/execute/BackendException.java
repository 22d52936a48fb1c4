package org.cotsim.simulator.execute;

/**
 * The library behind an executor cannot start on this machine; the message says what is missing.
 */
public final class BackendException extends IllegalStateException {

  public BackendException(String message, Throwable cause) {
    super(message, cause);
  }
}
