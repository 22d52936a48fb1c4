package org.cotsim.simulator.decode;

import org.cotsim.simulator.decode.StepBudget.Expression;

/** Recursive descent over a budget formula: sums of products of powers. */
final class FormulaParser {

  private final String text;
  private int at;

  FormulaParser(String text) {
    this.text = text;
  }

  Expression parse() throws FormulaException {
    Expression whole = sum();
    if (at < text.length()) {
      throw problem("\"" + text.charAt(at) + "\" is unexpected");
    }
    return whole;
  }

  private Expression sum() throws FormulaException {
    Expression left = product();
    while (true) {
      Expression before = left;
      if (accept("+")) {
        Expression right = product();
        left = size -> before.at(size) + right.at(size);
      } else if (accept("-")) {
        Expression right = product();
        left = size -> before.at(size) - right.at(size);
      } else {
        return left;
      }
    }
  }

  private Expression product() throws FormulaException {
    Expression left = power();
    while (true) {
      Expression before = left;
      if (accept("/")) {
        Expression right = power();
        left = size -> before.at(size) / right.at(size);
      } else if (accept("*") || startsFactor()) {
        Expression right = power();
        left = size -> before.at(size) * right.at(size);
      } else {
        return left;
      }
    }
  }

  private Expression power() throws FormulaException {
    if (accept("-")) {
      Expression positive = power();
      return size -> -positive.at(size);
    }
    Expression base = factor();
    if (accept("^")) {
      Expression exponent = power();
      return size -> Math.pow(base.at(size), exponent.at(size));
    }
    return base;
  }

  private Expression factor() throws FormulaException {
    if (accept("(")) {
      Expression inner = sum();
      if (!accept(")")) {
        throw problem("a closing bracket is missing");
      }
      return inner;
    }
    if (accept("log")) {
      Expression of = argument();
      return size -> log2(of.at(size));
    }
    if (accept("sqrt")) {
      Expression of = argument();
      return size -> Math.sqrt(of.at(size));
    }
    if (accept("n")) {
      return size -> size.n();
    }
    if (accept("t")) {
      return size -> size.t();
    }
    if (accept("V")) {
      return size -> size.ofGraph().orElseThrow().vertices();
    }
    if (accept("E")) {
      return size -> size.ofGraph().orElseThrow().edges();
    }
    return number();
  }

  /** What a function applies to: the factor that follows, or n if there is none. */
  private Expression argument() throws FormulaException {
    return startsFactor() ? power() : size -> size.n();
  }

  private static double log2(double x) {
    if (x < 1) {
      return 0;
    }
    int exponent = Math.getExponent(x);
    return Math.scalb(1.0, exponent) == x ? exponent : Math.log(x) / Math.log(2);
  }

  private Expression number() throws FormulaException {
    skipSpaces();
    int start = at;
    while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    String digits = text.substring(start, at);
    if (!digits.matches("\\d+(\\.\\d+)?")) {
      at = start;
      throw problem(
          (start < text.length() ? "found \"" + text.charAt(start) + "\"" : "it ends too early")
              + "; expected a number, n, t, V, E, log, sqrt or an opening bracket");
    }
    double value = Double.parseDouble(digits);
    return size -> value;
  }

  private boolean startsFactor() {
    skipSpaces();
    return at < text.length()
        && (Character.isDigit(text.charAt(at)) || "nlstVE(".indexOf(text.charAt(at)) >= 0);
  }

  private boolean accept(String word) {
    skipSpaces();
    if (text.startsWith(word, at)) {
      at += word.length();
      skipSpaces();
      return true;
    }
    return false;
  }

  private void skipSpaces() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private FormulaException problem(String message) {
    return new FormulaException(text, at + 1, message);
  }
}
