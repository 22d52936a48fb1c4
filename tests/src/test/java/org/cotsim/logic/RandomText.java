package org.cotsim.logic;

import java.util.Random;

/** Random formulas as a person could write them, over the letters a and b. */
public final class RandomText {

  private static final String[] RELATIONS = {"<", "<=", "=", "!=", ">=", ">"};
  private static final String[] CONNECTIVES = {"&", "|", "->", "<->"};
  private static final String[] PAST = {"Y", "WY", "O", "H"};
  private static final int[] MODULI = {2, 3, 5};

  private final Random random;
  private final boolean counting;

  public RandomText(Random random, boolean counting) {
    this.random = random;
    this.counting = counting;
  }

  public String formula(int depth) {
    if (depth == 0 || random.nextInt(8) == 0) {
      return random.nextBoolean() ? "a" : "b";
    }
    return switch (random.nextInt(counting ? 8 : 5)) {
      case 0 -> "!" + inside(depth);
      case 1 -> inside(depth) + " " + pick(CONNECTIVES) + " " + inside(depth);
      case 2 -> pick(PAST) + " " + inside(depth);
      case 3, 4 -> inside(depth) + " S " + inside(depth);
      case 5 -> remainder(depth);
      default -> count(depth) + " " + pick(RELATIONS) + " " + count(random.nextInt(depth + 1));
    };
  }

  private String inside(int depth) {
    return "(" + formula(depth - 1) + ")";
  }

  private String remainder(int depth) {
    int modulus = MODULI[random.nextInt(MODULI.length)];
    return count(depth) + " % " + modulus + " = " + random.nextInt(modulus);
  }

  private String count(int depth) {
    StringBuilder sum = new StringBuilder().append(random.nextInt(7) - 3);
    for (int i = depth == 0 ? 0 : 1 + random.nextInt(2); i > 0; i--) {
      sum.append(random.nextBoolean() ? " + " : " - ").append(1 + random.nextInt(3));
      sum.append("#(").append(formula(depth - 1)).append(")");
    }
    return sum.toString();
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }
}
