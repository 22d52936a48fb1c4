package org.cotsim.benchmarks.experiment.circuit;

import java.util.Random;

/**
 * Words of one length that differ in how often letters occur and in how long runs of one letter
 * are: every letter from none to all, and words near a given one.
 */
final class CircuitWords {

  private final int letters;
  private final int length;
  private final Random random;
  private int drawn;

  CircuitWords(int letters, int length, long seed) {
    this.letters = letters;
    this.length = length;
    this.random = new Random(seed);
  }

  /** The next word, [length], letters counted from 0. */
  int[] next() {
    int favourite = drawn % letters;
    double share = drawn / letters % (length + 1) / (double) Math.max(1, length);
    double stays = drawn++ % 3 == 0 ? 0 : random.nextDouble();
    int[] word = new int[length];
    for (int i = 0; i < length; i++) {
      boolean again = i > 0 && random.nextDouble() < stays;
      word[i] = again ? word[i - 1] : letter(favourite, share);
    }
    return word;
  }

  private int letter(int favourite, double share) {
    return random.nextDouble() < share ? favourite : random.nextInt(letters);
  }

  /** A word that agrees with another one but for some letters or from some place on. */
  int[] near(int[] word) {
    int[] other = word.clone();
    int[] fresh = next();
    int from = length == 0 ? 0 : random.nextInt(length);
    boolean tail = random.nextBoolean();
    for (int i = 0; i < length; i++) {
      boolean changes = tail ? i >= from : random.nextInt(length) < 2;
      other[i] = changes ? fresh[i] : word[i];
    }
    return other;
  }
}
