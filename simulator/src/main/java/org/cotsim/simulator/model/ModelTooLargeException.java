package org.cotsim.simulator.model;

/**
 * A model does not fit into the memory or the file that is to hold it; the message has both sizes.
 */
public final class ModelTooLargeException extends IllegalArgumentException {

  public ModelTooLargeException(String message) {
    super(message);
  }
}
