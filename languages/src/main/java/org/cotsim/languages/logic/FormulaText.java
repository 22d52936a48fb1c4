package org.cotsim.languages.logic;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cotsim.languages.logic.Formula.Comparison;
import org.cotsim.languages.logic.Formula.Connective;
import org.cotsim.languages.logic.Formula.Letter;
import org.cotsim.languages.logic.Formula.Not;
import org.cotsim.languages.logic.Formula.Past;
import org.cotsim.languages.logic.Formula.Remainder;
import org.cotsim.languages.logic.Formula.Since;
import org.cotsim.languages.logic.Formula.Truth;

/** Formulas as a person writes them, with parentheses wherever two operators meet. */
final class FormulaText {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");
  private static final Set<String> RESERVED = Set.of("Y", "WY", "O", "H", "S", "true", "false");

  private FormulaText() {}

  static String of(Formula formula) {
    if (formula instanceof Truth truth) {
      return String.valueOf(truth.value());
    }
    if (formula instanceof Letter letter) {
      return letter(letter.symbol());
    }
    if (formula instanceof Not not) {
      return "!" + inside(not.operand());
    }
    if (formula instanceof Past past) {
      return past.operator().sign + " " + inside(past.operand());
    }
    if (formula instanceof Since since) {
      return inside(since.holds()) + " S " + inside(since.began());
    }
    if (formula instanceof Connective connective) {
      return connective.operands().stream()
          .map(FormulaText::inside)
          .collect(Collectors.joining(" " + connective.operator().sign + " "));
    }
    if (formula instanceof Comparison comparison) {
      return comparison.left() + " " + comparison.relation().sign + " " + comparison.right();
    }
    Remainder remainder = (Remainder) formula;
    return remainder.count() + " % " + remainder.modulus() + " = " + remainder.remainder();
  }

  private static String inside(Formula formula) {
    boolean tight =
        formula instanceof Truth
            || formula instanceof Letter
            || formula instanceof Not
            || formula instanceof Past;
    return tight ? of(formula) : "(" + of(formula) + ")";
  }

  private static String letter(String symbol) {
    if (PLAIN.matcher(symbol).matches() && !RESERVED.contains(symbol)) {
      return symbol;
    }
    return symbol.contains("'") ? '"' + symbol + '"' : "'" + symbol + "'";
  }

  static String of(Count count) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<Formula, Long> term : count.weights().entrySet()) {
      long weight = term.getValue();
      text.append(sign(text.isEmpty(), weight < 0));
      text.append(Math.abs(weight) == 1 ? "" : Math.abs(weight));
      text.append("#(").append(term.getKey()).append(')');
    }
    if (count.constant() != 0 || text.isEmpty()) {
      text.append(sign(text.isEmpty(), count.constant() < 0)).append(Math.abs(count.constant()));
    }
    return text.toString();
  }

  private static String sign(boolean first, boolean negative) {
    if (first) {
      return negative ? "-" : "";
    }
    return negative ? " - " : " + ";
  }
}
