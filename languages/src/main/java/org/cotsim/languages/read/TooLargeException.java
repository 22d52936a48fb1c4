package org.cotsim.languages.read;

/** Thrown through a parser that knows no checked exceptions when a limit is met. */
public final class TooLargeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public TooLargeException(String message) {
    super(message);
  }
}
