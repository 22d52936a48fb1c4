package org.cotsim.simulator.execute.indexed.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables of codes against a map, before and after they are divided. */
class CodeTableTest {

  @ParameterizedTest
  @CsvSource({"9, 500", "30, 3000", "42, 20000", "43, 20000", "58, 20000", "64, 300000"})
  void knowsWhatWasPut(int bits, int codes) {
    Random random = new Random(bits);
    CodeTable table = new CodeTable(bits);
    Map<Long, Byte> expected = new HashMap<>();
    long common = random.nextLong() & 0x5555555555555555L;
    for (int i = 0; i < codes; i++) {
      long drawn = i % 2 == 0 ? random.nextLong() : common ^ (random.nextLong() & 0xFFFFF);
      long code = drawn >>> (Long.SIZE - bits);
      byte number = (byte) (1 + random.nextInt(126));
      Byte known = expected.putIfAbsent(code, number);
      assertThat(table.putIfAbsent(code, number)).isEqualTo(known == null ? 0 : known);
      if (i % 7 == 0) {
        table.change(code, Byte.MAX_VALUE);
        expected.put(code, Byte.MAX_VALUE);
      }
      long other = code ^ (1L << random.nextInt(bits));
      assertThat(table.get(other)).isEqualTo(expected.getOrDefault(other, (byte) 0));
    }
    assertThat(table.size()).isEqualTo(expected.size());
    long[] all = table.all();
    Arrays.sort(all);
    assertThat(all).isEqualTo(expected.keySet().stream().mapToLong(c -> c).sorted().toArray());
    expected.forEach((code, number) -> assertThat(table.get(code)).isEqualTo(number));
  }
}
