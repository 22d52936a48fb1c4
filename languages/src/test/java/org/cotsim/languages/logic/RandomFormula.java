package org.cotsim.languages.logic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.cotsim.languages.logic.Formula.Comparison;
import org.cotsim.languages.logic.Formula.Connective;
import org.cotsim.languages.logic.Formula.Letter;
import org.cotsim.languages.logic.Formula.Not;
import org.cotsim.languages.logic.Formula.Past;
import org.cotsim.languages.logic.Formula.Remainder;
import org.cotsim.languages.logic.Formula.Since;
import org.cotsim.languages.logic.Formula.Truth;

/** Random formulas, with or without counting. */
final class RandomFormula {

  private static final int[] MODULI = {2, 3, 5};

  private final Random random;
  private final List<String> letters;
  private final boolean counting;

  RandomFormula(Random random, List<String> letters, boolean counting) {
    this.random = random;
    this.letters = letters;
    this.counting = counting;
  }

  Formula next(int depth) {
    if (depth == 0 || random.nextInt(8) == 0) {
      return random.nextInt(20) == 0
          ? new Truth(random.nextBoolean())
          : new Letter(letters.get(random.nextInt(letters.size())));
    }
    return switch (random.nextInt(counting ? 8 : 5)) {
      case 0 -> new Not(next(depth - 1));
      case 1, 2 -> connective(depth);
      case 3 -> new Past(pick(Past.Operator.values()), next(depth - 1));
      case 4 -> new Since(next(depth - 1), next(depth - 1));
      case 5 -> remainder(depth);
      default ->
          new Comparison(
              count(depth), pick(Comparison.Relation.values()), count(random.nextInt(depth + 1)));
    };
  }

  private Formula connective(int depth) {
    Connective.Operator operator = pick(Connective.Operator.values());
    boolean any = operator == Connective.Operator.AND || operator == Connective.Operator.OR;
    int operands = any ? 2 + random.nextInt(2) : 2;
    return new Connective(
        operator, IntStream.range(0, operands).mapToObj(i -> next(depth - 1)).toList());
  }

  private Formula remainder(int depth) {
    int modulus = MODULI[random.nextInt(MODULI.length)];
    return new Remainder(count(depth), modulus, random.nextInt(modulus));
  }

  private Count count(int depth) {
    Map<Formula, Long> weights = new LinkedHashMap<>();
    for (int i = depth == 0 ? 0 : 1 + random.nextInt(2); i > 0; i--) {
      weights.put(next(depth - 1), random.nextInt(7) - 3L);
    }
    return new Count(weights, random.nextInt(7) - 3L);
  }

  private <T> T pick(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
