package org.cotsim.logic;

import java.util.stream.Collectors;
import org.cotsim.languages.logic.Formula;
import org.cotsim.languages.logic.Formula.Connective;
import org.cotsim.languages.logic.Formula.Letter;
import org.cotsim.languages.logic.Formula.Not;
import org.cotsim.languages.logic.Formula.Past;
import org.cotsim.languages.logic.Formula.Since;
import org.cotsim.languages.logic.Formula.Truth;

/**
 * A formula without counting as a MONA program: the second-order variable A holds the letters a.
 */
final class MonaProgram {

  private final Formula formula;
  private int variables;

  MonaProgram(Formula formula) {
    this.formula = formula;
  }

  String text() {
    return "m2l-str;\nvar2 A;\n" + at(formula, "max($)") + ";\n";
  }

  private String at(Formula part, String position) {
    if (part instanceof Truth truth) {
      return truth.value() ? "true" : "false";
    }
    if (part instanceof Letter letter) {
      return "(" + position + (letter.symbol().equals("a") ? " in A)" : " notin A)");
    }
    if (part instanceof Not not) {
      return "~" + at(not.operand(), position);
    }
    if (part instanceof Connective connective) {
      return connective.operands().stream()
          .map(operand -> at(operand, position))
          .collect(Collectors.joining(sign(connective), "(", ")"));
    }
    String j = "j" + variables++;
    if (part instanceof Since since) {
      String k = "k" + variables++;
      return "(ex1 %s: %s <= %s & %s & (all1 %s: (%s < %s & %s <= %s) => %s))"
          .formatted(
              j, j, position, at(since.began(), j), k, j, k, k, position, at(since.holds(), k));
    }
    Past past = (Past) part;
    String operand = at(past.operand(), j);
    return switch (past.operator()) {
      case YESTERDAY ->
          "(ex1 %s: %s < %s & %s + 1 = %s & %s)".formatted(j, j, position, j, position, operand);
      case ONCE -> "(ex1 %s: %s <= %s & %s)".formatted(j, j, position, operand);
      case HISTORICALLY -> "(all1 %s: %s <= %s => %s)".formatted(j, j, position, operand);
    };
  }

  private static String sign(Connective connective) {
    return switch (connective.operator()) {
      case AND -> " & ";
      case OR -> " | ";
      case IMPLIES -> " => ";
      case IFF -> " <=> ";
    };
  }
}
