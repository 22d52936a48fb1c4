package org.cotsim.simulator.execute.indexed.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternTableTest {

  private static final int BITS = 12;
  private static final double[] NONE = {};

  /**
   * Values are few, or digits that are many; a third value is met early, late or never, as are keys
   * that come again: all in whole numbers, so that sums are exact in any order.
   */
  @ParameterizedTest
  @CsvSource({"1, 3, 0", "17, 2, 0", "17, 2, 0.5", "17, 2, 0.001", "64, 2, 0.001", "65, 2, 0"})
  void sumsAreThoseOfTheirKeys(int width, int digit, double third) {
    for (long seed = 0; seed < 5; seed++) {
      Random random = new Random(seed);
      double[] first = signs(random.nextInt(1 << BITS));
      PatternTable table = new PatternTable(NONE, first, width);
      Map<Long, double[]> expected = new HashMap<>();
      int keys = 1 + random.nextInt(1 << BITS);
      for (int i = 0; i < 3000; i++) {
        double[] key = i == 0 ? first : signs(random.nextInt(keys));
        double[] value = random.doubles(width).map(x -> Math.floor(digit * x)).toArray();
        if (random.nextDouble() < third) {
          value[random.nextInt(width)] = 7;
        }
        assertTrue(table.insert(key, value));
        double[] sum = expected.computeIfAbsent(code(table, key), c -> new double[width + 1]);
        for (int c = 0; c < width; c++) {
          sum[c] += value[c];
        }
        sum[width]++;
      }
      assertEquals(expected.size(), table.size(), "seed " + seed);
      for (long code : table.codes()) {
        double[] sum = new double[width + 1];
        double[] found = new double[width];
        sum[width] = table.addTo(found, code);
        System.arraycopy(found, 0, sum, 0, width);
        assertArrayEquals(expected.get(code), sum, "seed " + seed);
      }
    }
  }

  @Test
  void valuesOfDigitsTakeAFewBytes() {
    Random random = new Random(1);
    int width = 20;
    PatternTable table = new PatternTable(NONE, signs(0), width);
    for (int i = 0; i < 1 << BITS; i++) {
      table.insert(signs(i), random.doubles(width).map(x -> Math.floor(2 * x)).toArray());
    }
    assertTrue(table.bytes() < 64L << BITS, () -> table.bytes() + " bytes");
  }

  @Test
  void aThirdValueOfAKeyIsRefused() {
    PatternTable table = new PatternTable(NONE, new double[] {1, 1}, 1);
    assertTrue(table.insert(new double[] {-1, 1}, new double[] {1}));
    assertFalse(table.insert(new double[] {0, -1}, new double[] {1}));
    assertEquals(1, table.size());
    assertTrue(table.insert(new double[] {1, 3}, new double[] {1}));
  }

  private static long code(PatternTable table, double[] key) {
    table.find(key);
    return table.best();
  }

  private static double[] signs(int number) {
    double[] signs = new double[BITS];
    for (int c = 0; c < BITS; c++) {
      signs[c] = (number >> c & 1) != 0 ? 1 : -1;
    }
    return signs;
  }
}
