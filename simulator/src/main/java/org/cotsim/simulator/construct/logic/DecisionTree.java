package org.cotsim.simulator.construct.logic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.cotsim.languages.logic.Count;
import org.cotsim.languages.logic.Formula;
import org.cotsim.languages.logic.Formula.Comparison;
import org.cotsim.languages.logic.Formula.Connective;
import org.cotsim.languages.logic.Formula.Letter;
import org.cotsim.languages.logic.Formula.Not;
import org.cotsim.languages.logic.Formula.Truth;

/**
 * A function of the letter and of atoms as disjoint cases: first the letter, then one atom after
 * the other, as long as the value is not known (Shannon's expansion).
 */
final class DecisionTree {

  /** The most cases that one hidden layer is given. */
  static final int MOST_CASES = 4096;

  private static final int UNKNOWN = -1;

  /**
   * One case.
   *
   * @param letters numbers of the letters for which it holds
   * @param literals atoms and their truth
   * @param value of the function
   */
  record Case(List<Integer> letters, Map<Atom, Boolean> literals, int value) {}

  /** Thrown where there are too many cases for one layer. */
  static final class TooLarge extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private final List<Formula> formulas;
  private final ToIntFunction<List<Boolean>> function;
  private final Set<Formula> cut;
  private final int most;
  private final Map<Atom, Boolean> known = new LinkedHashMap<>();
  private final List<Case> cases = new ArrayList<>();
  private String letter = "";

  private DecisionTree(
      List<Formula> formulas, ToIntFunction<List<Boolean>> function, Set<Formula> cut, int most) {
    this.formulas = formulas;
    this.function = function;
    this.cut = cut;
    this.most = most;
  }

  /**
   * The cases of a function of the truth of some formulas at a letter.
   *
   * @param cut formulas that are atoms although they need not be
   */
  static List<Case> of(
      List<Formula> formulas,
      ToIntFunction<List<Boolean>> function,
      Set<Formula> cut,
      List<String> letters,
      int most)
      throws TooLarge {
    Map<List<Case>, List<Integer>> alike = new LinkedHashMap<>();
    int size = 0;
    for (int a = 0; a < letters.size(); a++) {
      DecisionTree tree = new DecisionTree(formulas, function, cut, most);
      tree.letter = letters.get(a);
      tree.expand();
      if (!alike.containsKey(tree.cases)) {
        size += tree.cases.size();
      }
      if (size > most) {
        throw new TooLarge();
      }
      alike.computeIfAbsent(tree.cases, cases -> new ArrayList<>()).add(a);
    }
    List<Case> all = new ArrayList<>();
    alike.forEach(
        (cases, group) ->
            cases.forEach(one -> all.add(new Case(group, one.literals(), one.value()))));
    return all;
  }

  /** The cases of the truth of one formula, as 0 or 1. */
  static List<Case> of(Formula formula, Set<Formula> cut, List<String> letters, int most)
      throws TooLarge {
    return of(List.of(formula), truths -> truths.get(0) ? 1 : 0, cut, letters, most);
  }

  /** The atoms on which some case depends. */
  static Set<Atom> atoms(List<Case> cases) {
    Set<Atom> atoms = new LinkedHashSet<>();
    cases.forEach(one -> atoms.addAll(one.literals().keySet()));
    return atoms;
  }

  private void expand() throws TooLarge {
    List<Boolean> truths = new ArrayList<>();
    for (Formula formula : formulas) {
      int truth = truth(formula);
      if (truth == UNKNOWN) {
        Atom atom = undecided(formula);
        for (boolean value : new boolean[] {true, false}) {
          known.put(atom, value);
          expand();
        }
        known.remove(atom);
        return;
      }
      truths.add(truth == 1);
    }
    if (cases.size() == most) {
      throw new TooLarge();
    }
    cases.add(
        new Case(
            List.of(),
            Collections.unmodifiableMap(new LinkedHashMap<>(known)),
            function.applyAsInt(truths)));
  }

  private int truth(Formula formula) {
    if (cut.contains(formula)) {
      return known(new Atom.Flag(formula));
    }
    if (formula instanceof Truth truth) {
      return truth.value() ? 1 : 0;
    }
    if (formula instanceof Letter one) {
      return one.symbol().equals(letter) ? 1 : 0;
    }
    if (formula instanceof Not not) {
      return not(truth(not.operand()));
    }
    if (formula instanceof Connective connective) {
      return truth(connective);
    }
    return formula instanceof Comparison comparison
        ? truth(comparison)
        : known(new Atom.Flag(formula));
  }

  private int truth(Connective connective) {
    List<Formula> operands = connective.operands();
    return switch (connective.operator()) {
      case AND -> all(operands, 0);
      case OR -> not(all(operands, 1));
      case IMPLIES -> or(not(truth(operands.get(0))), truth(operands.get(1)));
      case IFF -> {
        int left = truth(operands.get(0));
        int right = truth(operands.get(1));
        yield left == UNKNOWN || right == UNKNOWN ? UNKNOWN : left == right ? 1 : 0;
      }
    };
  }

  /** 0 if some operand has the spoiling truth, 1 if none has. */
  private int all(List<Formula> operands, int spoils) {
    int result = 1;
    for (Formula operand : operands) {
      int truth = truth(operand);
      if (truth == spoils) {
        return 0;
      }
      result = truth == UNKNOWN ? UNKNOWN : result;
    }
    return result;
  }

  private int truth(Comparison comparison) {
    Count difference = comparison.left().minus(comparison.right());
    int atLeast = sign(difference);
    int atMost = sign(difference.times(-1));
    return switch (comparison.relation()) {
      case AT_LEAST -> atLeast;
      case LESS -> not(atLeast);
      case AT_MOST -> atMost;
      case GREATER -> not(atMost);
      case EQUAL -> not(or(not(atLeast), not(atMost)));
      case UNEQUAL -> or(not(atLeast), not(atMost));
    };
  }

  private int sign(Count count) {
    if (count.weights().isEmpty()) {
      return count.constant() >= 0 ? 1 : 0;
    }
    return isPositive(count) ? known(new Atom.Sign(count)) : not(known(new Atom.Sign(flip(count))));
  }

  private static boolean isPositive(Count count) {
    return count.weights().values().iterator().next() > 0;
  }

  /** The count that is at least 0 where the given one is not. */
  private static Count flip(Count count) {
    return count.plus(Count.of(1)).times(-1);
  }

  private int known(Atom atom) {
    Boolean value = known.get(atom);
    return value == null ? UNKNOWN : value ? 1 : 0;
  }

  private static int not(int truth) {
    return truth == UNKNOWN ? UNKNOWN : 1 - truth;
  }

  private static int or(int left, int right) {
    return left == 1 || right == 1 ? 1 : left == UNKNOWN || right == UNKNOWN ? UNKNOWN : 0;
  }

  /** The first atom on which the truth of an undecided formula hangs. */
  private Atom undecided(Formula formula) {
    if (!cut.contains(formula)) {
      if (formula instanceof Not not) {
        return undecided(not.operand());
      }
      if (formula instanceof Connective connective) {
        return connective.operands().stream()
            .filter(operand -> truth(operand) == UNKNOWN)
            .findFirst()
            .map(this::undecided)
            .orElseThrow();
      }
      if (formula instanceof Comparison comparison) {
        return undecided(comparison);
      }
    }
    return new Atom.Flag(formula);
  }

  private Atom undecided(Comparison comparison) {
    Count difference = comparison.left().minus(comparison.right());
    boolean atMostOnly =
        comparison.relation() == Comparison.Relation.AT_MOST
            || comparison.relation() == Comparison.Relation.GREATER;
    Count asked = atMostOnly || sign(difference) != UNKNOWN ? difference.times(-1) : difference;
    return new Atom.Sign(isPositive(asked) ? asked : flip(asked));
  }
}
