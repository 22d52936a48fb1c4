package org.cotsim.languages.oracle;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.cotsim.languages.logic.Count;
import org.cotsim.languages.logic.Formula;
import org.cotsim.languages.logic.Formula.Comparison;
import org.cotsim.languages.logic.Formula.Connective;
import org.cotsim.languages.logic.Formula.Letter;
import org.cotsim.languages.logic.Formula.Not;
import org.cotsim.languages.logic.Formula.Past;
import org.cotsim.languages.logic.Formula.Remainder;
import org.cotsim.languages.logic.Formula.Since;
import org.cotsim.languages.logic.Formula.Truth;

/**
 * What a formula says of a word, by its definition: the set of the positions at which each
 * subformula is true.
 *
 * <p>Position 0 is before the first letter and decides the empty word. Cost: O(subformulas times
 * length).
 */
public final class FormulaInterpreter {

  private final Formula formula;

  /** The interpreter of a formula. */
  public FormulaInterpreter(Formula formula) {
    this.formula = formula;
  }

  /** Whether the word is in the language of the formula. */
  public boolean accepts(List<String> word) {
    return new Reading(word).truth(formula).get(word.size());
  }

  /** One word, and what is known of it. */
  private static final class Reading {

    private final List<String> word;
    private final Map<Formula, BitSet> known = new HashMap<>();

    Reading(List<String> word) {
      this.word = word;
    }

    BitSet truth(Formula formula) {
      BitSet truth = known.get(formula);
      if (truth == null) {
        truth = find(formula);
        known.put(formula, truth);
      }
      return truth;
    }

    private BitSet find(Formula formula) {
      if (formula instanceof Truth truth) {
        return where(i -> truth.value());
      }
      if (formula instanceof Letter letter) {
        return where(i -> i > 0 && word.get(i - 1).equals(letter.symbol()));
      }
      if (formula instanceof Not not) {
        BitSet truth = truth(not.operand());
        return where(i -> !truth.get(i));
      }
      if (formula instanceof Connective connective) {
        List<BitSet> truths = connective.operands().stream().map(this::truth).toList();
        return where(i -> truth(connective.operator(), truths, i));
      }
      if (formula instanceof Past past) {
        return past(past.operator(), truth(past.operand()));
      }
      if (formula instanceof Since since) {
        return since(truth(since.holds()), truth(since.began()));
      }
      return counted(formula);
    }

    private BitSet where(IntPredicate truth) {
      BitSet set = new BitSet(word.size() + 1);
      for (int i = 0; i <= word.size(); i++) {
        set.set(i, truth.test(i));
      }
      return set;
    }

    private static boolean truth(Connective.Operator operator, List<BitSet> operands, int i) {
      return switch (operator) {
        case AND -> operands.stream().allMatch(operand -> operand.get(i));
        case OR -> operands.stream().anyMatch(operand -> operand.get(i));
        case IMPLIES -> operands.get(1).get(i) || !operands.get(0).get(i);
        case IFF -> operands.get(0).get(i) == operands.get(1).get(i);
      };
    }

    private BitSet past(Past.Operator operator, BitSet operand) {
      return switch (operator) {
        case YESTERDAY -> where(i -> i >= 2 && operand.get(i - 1));
        case ONCE -> {
          int first = operand.nextSetBit(1);
          yield where(i -> first >= 1 && i >= first);
        }
        case HISTORICALLY -> {
          int firstNot = operand.nextClearBit(1);
          yield where(i -> i < firstNot);
        }
      };
    }

    /** The latest beginning, and no position since where it does not hold. */
    private BitSet since(BitSet holds, BitSet began) {
      return where(
          i -> {
            int latest = i == 0 ? 0 : began.previousSetBit(i);
            return latest >= 1 && holds.nextClearBit(latest + 1) > i;
          });
    }

    private BitSet counted(Formula formula) {
      if (formula instanceof Comparison comparison) {
        long[] left = values(comparison.left());
        long[] right = values(comparison.right());
        return where(i -> comparison.relation().holds(left[i], right[i]));
      }
      Remainder remainder = (Remainder) formula;
      long[] values = values(remainder.count());
      return where(i -> Math.floorMod(values[i], remainder.modulus()) == remainder.remainder());
    }

    private long[] values(Count count) {
      long[] values = new long[word.size() + 1];
      count
          .weights()
          .forEach(
              (formula, weight) -> {
                BitSet truth = truth(formula);
                long soFar = 0;
                for (int i = 1; i < values.length; i++) {
                  soFar += truth.get(i) ? weight : 0;
                  values[i] += soFar;
                }
              });
      for (int i = 0; i < values.length; i++) {
        values[i] += count.constant();
      }
      return values;
    }
  }
}
