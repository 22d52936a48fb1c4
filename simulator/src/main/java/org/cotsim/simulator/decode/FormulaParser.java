package org.cotsim.simulator.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.cotsim.simulator.decode.StepBudget.Expression;

/**
 * Recursive descent over a budget formula: sums of products of powers. What people read in two
 * ways, such as {@code log 2n} or {@code 1/2n}, is refused.
 */
final class FormulaParser {

  private static final int DEEPEST = 100;
  private static final String WITHOUT_LOGARITHMS = "nstVE(";

  private record Operand(char sign, Expression value) {}

  private final String text;
  private int at;
  private int depth;
  private Optional<String> twoMeanings = Optional.empty(); // of a product without a sign here

  FormulaParser(String text) {
    this.text = text;
  }

  Expression parse() throws FormulaException {
    Expression whole = sum();
    if (at < text.length()) {
      throw problem("\"" + here() + "\" is unexpected");
    }
    return whole;
  }

  private Expression sum() throws FormulaException {
    List<Operand> terms = new ArrayList<>(List.of(new Operand('+', product())));
    while (true) {
      if (accept("+")) {
        terms.add(new Operand('+', product()));
      } else if (accept("-")) {
        terms.add(new Operand('-', product()));
      } else {
        return combined(terms);
      }
    }
  }

  private Expression product() throws FormulaException {
    List<Operand> factors = new ArrayList<>(List.of(new Operand('*', power())));
    while (true) {
      if (accept("/")) {
        factors.add(new Operand('/', power()));
        twoMeanings = Optional.of("after a division, give the next factor a * or use brackets");
      } else if (accept("*")) {
        factors.add(new Operand('*', power()));
      } else if (startsFactor()) {
        requireOneMeaning();
        factors.add(new Operand('*', power()));
      } else {
        return combined(factors);
      }
    }
  }

  private void requireOneMeaning() throws FormulaException {
    if (twoMeanings.isPresent()) {
      throw problem("this can be read in two ways: " + twoMeanings.get());
    }
    if (startsNumber()) {
      throw problem("a number after a factor needs a * before it");
    }
  }

  /** One operation after the other; a loop, as formulas may be long. */
  private static Expression combined(List<Operand> operands) {
    Expression first = operands.get(0).value();
    if (operands.size() == 1) {
      return first;
    }
    List<Operand> others = List.copyOf(operands.subList(1, operands.size()));
    return size -> {
      double value = first.at(size);
      for (Operand other : others) {
        double right = other.value().at(size);
        value =
            switch (other.sign()) {
              case '+' -> value + right;
              case '-' -> value - right;
              case '*' -> value * right;
              default -> value / right;
            };
      }
      return value;
    };
  }

  private Expression power() throws FormulaException {
    if (++depth > DEEPEST) {
      throw problem("it is nested more than " + DEEPEST + " deep");
    }
    twoMeanings = Optional.empty();
    Expression read = accept("-") ? negative(power()) : raised(factor());
    depth--;
    return read;
  }

  private static Expression negative(Expression positive) {
    return size -> -positive.at(size);
  }

  private Expression raised(Expression base) throws FormulaException {
    if (!accept("^")) {
      return base;
    }
    int start = at;
    Expression exponent = power();
    skipSpaces();
    if (text.substring(start, at).strip().equals("1") && here().equals("/")) {
      throw problem("this can be read in two ways: put the exponent into brackets");
    }
    if (text.charAt(at - 1) != ' ' && twoMeanings.isEmpty()) {
      twoMeanings = Optional.of("after an exponent, give the next factor a * or use brackets");
    }
    return size -> Math.pow(base.at(size), exponent.at(size));
  }

  private Expression factor() throws FormulaException {
    if (accept("(")) {
      return inBrackets();
    }
    if (accept("log")) {
      return function("log", logarithm());
    }
    if (accept("ln")) {
      return function("ln", x -> x < 1 ? 0 : Math.log(x));
    }
    if (accept("sqrt")) {
      return function("sqrt", Math::sqrt);
    }
    if (accept("n")) {
      return size -> size.n();
    }
    if (accept("t")) {
      return runningTime();
    }
    if (accept("V")) {
      return size -> size.ofGraph().orElseThrow().vertices();
    }
    if (accept("E")) {
      return size -> size.ofGraph().orElseThrow().edges();
    }
    return number();
  }

  private Expression inBrackets() throws FormulaException {
    Expression inner = sum();
    if (!accept(")")) {
      throw problem("a closing bracket is missing");
    }
    twoMeanings = Optional.empty();
    return inner;
  }

  private Expression runningTime() throws FormulaException {
    skipSpaces();
    if (here().equals("(")) {
      throw problem("t is the running time on the input and takes nothing in brackets; write t*(");
    }
    return size -> size.t();
  }

  /** A function by its name, with an exponent perhaps, of what follows, or of n if nothing does. */
  private Expression function(String name, DoubleUnaryOperator function) throws FormulaException {
    if (here().equals("*")) {
      throw problem(name + "* is not known; write " + name + "(n)* for a product");
    }
    double exponent = 1;
    if (accept("^")) {
      exponent = digits();
      if (startsFactor() && text.charAt(at - 1) != ' ' && !here().equals("(")) {
        throw problem("this can be read in two ways: put what " + name + " is of into brackets");
      }
    }
    double raised = exponent;
    Expression of = argument(name);
    return size -> {
      double value = function.applyAsDouble(of.at(size));
      return raised == 1 ? value : Math.pow(value, raised);
    };
  }

  private Expression argument(String name) throws FormulaException {
    if (accept("(")) {
      return inBrackets();
    }
    if (startsNumber()) {
      throw problem("put what " + name + " is of into brackets, such as " + name + "(2n)");
    }
    if (!startsFactor()) {
      return size -> size.n();
    }
    Expression of = power();
    twoMeanings = Optional.of("put what " + name + " is of into brackets");
    return of;
  }

  /** The logarithm to the base that follows the name, or to base 2; 0 below 1. */
  private DoubleUnaryOperator logarithm() throws FormulaException {
    if (here().equals("_")) {
      at++;
      return toBase(digits());
    }
    if (!startsNumber()) {
      return toBase(2);
    }
    double base = digits();
    if (startsFactor() && text.charAt(at - 1) != ' ' && !here().equals("(")) {
      throw problem(
          "this can be read in two ways: write log"
              + (long) base
              + "(n) or log("
              + (long) base
              + "n)");
    }
    return toBase(base);
  }

  private DoubleUnaryOperator toBase(double base) throws FormulaException {
    if (base < 2) {
      throw problem("the base of a logarithm is at least 2");
    }
    return x -> log(base, x);
  }

  private static double log(double base, double x) {
    if (x < 1) {
      return 0;
    }
    double quotient = Math.log(x) / Math.log(base);
    double whole = Math.rint(quotient);
    return Math.pow(base, whole) == x ? whole : quotient;
  }

  private double digits() throws FormulaException {
    if (!startsNumber()) {
      throw problem(found() + "; expected a whole number");
    }
    int start = at;
    while (startsNumber()) {
      at++;
    }
    double value = Double.parseDouble(text.substring(start, at));
    skipSpaces();
    return value;
  }

  private Expression number() throws FormulaException {
    int start = at;
    while (startsNumber() || here().equals(".")) {
      at++;
    }
    String digits = text.substring(start, at);
    if (!digits.matches("(0|[1-9]\\d*)(\\.\\d+)?")) {
      at = start;
      throw problem(
          digits.matches("0\\d+")
              ? "found \"" + digits + "\"; a number has no zeros before it and no separators in it"
              : found() + "; expected a number, n, t, V, E, log, sqrt or an opening bracket");
    }
    skipSpaces();
    double value = Double.parseDouble(digits);
    return size -> value;
  }

  private boolean startsNumber() {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private boolean startsFactor() {
    return startsNumber()
        || text.startsWith("log", at)
        || text.startsWith("ln", at)
        || (at < text.length() && WITHOUT_LOGARITHMS.indexOf(text.charAt(at)) >= 0);
  }

  private boolean accept(String word) {
    skipSpaces();
    if (text.startsWith(word, at)) {
      at += word.length();
      if (!Character.isLetter(word.charAt(0))) {
        skipSpaces();
      }
      return true;
    }
    return false;
  }

  private void skipSpaces() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  /** The character here; empty at the end. */
  private String here() {
    return at < text.length() ? Character.toString(text.codePointAt(at)) : "";
  }

  private String found() {
    return at < text.length() ? "found \"" + here() + "\"" : "it ends too early";
  }

  private FormulaException problem(String message) {
    return new FormulaException(text, at + 1, message);
  }
}
