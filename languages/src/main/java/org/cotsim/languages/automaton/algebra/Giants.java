package org.cotsim.languages.automaton.algebra;

import java.math.BigInteger;
import java.util.Random;

/**
 * Recognises groups that hold every even permutation.
 *
 * <p>A group with one orbit of d points that has a cycle of prime length p, d/2 < p < d - 2, holds
 * the alternating group (Jordan 1873): such an element is looked for among random products, so a
 * yes is certain and a no is not.
 */
final class Giants {

  private static final int TRIES = 400;
  private static final int SMALLEST = 8; // below, no prime lies between

  private Giants() {}

  static boolean isGiant(PermutationGroup group) {
    int degree = group.degree();
    if (degree < SMALLEST || group.orbits().size() != 1 || group.orbits().get(0).size() < degree) {
      return false;
    }
    Random random = new Random(degree);
    int[] product = Maps.identity(degree);
    for (int i = 0; i < TRIES; i++) {
      int choice = random.nextInt(group.generators().size());
      product = Maps.then(product, group.generators().get(choice));
      if (hasLongPrimeCycle(product)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasLongPrimeCycle(int[] permutation) {
    boolean[] seen = new boolean[permutation.length];
    for (int start = 0; start < permutation.length; start++) {
      int length = 0;
      for (int i = start; !seen[i]; i = permutation[i]) {
        seen[i] = true;
        length++;
      }
      if (2 * length > permutation.length
          && length < permutation.length - 2
          && BigInteger.valueOf(length).isProbablePrime(50)) {
        return true;
      }
    }
    return false;
  }
}
