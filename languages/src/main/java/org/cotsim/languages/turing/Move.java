package org.cotsim.languages.turing;

/** What a head does after writing. */
public enum Move {
  LEFT(-1, "L"),
  STAY(0, "S"),
  RIGHT(1, "R");

  private final int shift;
  private final String letter;

  Move(int shift, String letter) {
    this.shift = shift;
    this.letter = letter;
  }

  /** The change of the head's cell: -1, 0 or 1. */
  public int shift() {
    return shift;
  }

  /** The usual letter: L, S or R. */
  public String letter() {
    return letter;
  }
}
