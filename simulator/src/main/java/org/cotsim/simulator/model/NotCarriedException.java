package org.cotsim.simulator.model;

/** A model has something that an executor or a file cannot carry; the message has both. */
public final class NotCarriedException extends IllegalArgumentException {

  public NotCarriedException(String message) {
    super(message);
  }
}
