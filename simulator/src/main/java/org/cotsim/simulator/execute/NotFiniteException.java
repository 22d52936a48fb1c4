package org.cotsim.simulator.execute;

/** A number that the arithmetic does not have, because it is too large or came of such numbers. */
public final class NotFiniteException extends ArithmeticException {

  private static final long serialVersionUID = 1;

  public NotFiniteException(String message) {
    super(message);
  }
}
