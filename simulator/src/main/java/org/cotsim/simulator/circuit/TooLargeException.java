package org.cotsim.simulator.circuit;

/** A circuit that would have more wires than it may have. */
public final class TooLargeException extends RuntimeException {

  private static final long serialVersionUID = 1;

  TooLargeException(long mostWires) {
    super("it has more than " + mostWires + " wires");
  }
}
