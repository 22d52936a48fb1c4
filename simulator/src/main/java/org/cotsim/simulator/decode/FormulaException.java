package org.cotsim.simulator.decode;

/** A step budget that cannot be read, or that has no meaning at some length. */
public final class FormulaException extends Exception {

  private static final int SHOWN = 60; // characters of a formula in a message

  private final int column;

  /**
   * A problem in a formula.
   *
   * @param formula the text as written
   * @param column where the problem is, counted from 1, or 0 if it concerns the whole
   * @param problem what was found and what was expected
   */
  FormulaException(String formula, int column, String problem) {
    super(
        "budget \""
            + shown(formula)
            + "\""
            + (column > 0 ? ", column " + column : "")
            + ": "
            + problem);
    this.column = column;
  }

  public int column() {
    return column;
  }

  private static String shown(String formula) {
    return formula.length() <= SHOWN ? formula : formula.substring(0, SHOWN) + "...";
  }
}
