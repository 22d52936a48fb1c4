package org.cotsim.languages.hops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.oracle.HopOracle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HopTextTest {

  private static HopInstance parse(String text) throws InputException {
    return HopText.parse("hops-3", text, HopCount.parse("hops-3", "3"));
  }

  @Test
  void aLineIsTheImagesThenSAndT() throws InputException {
    HopInstance read = parse("  1 2 0\ts=1   t=2 ");
    assertThat(read).isEqualTo(new HopInstance(List.of(1, 2, 0), 1, 2, 3));
    assertThat(HopText.format(read)).isEqualTo("1 2 0 s=1 t=2");
    assertThat(HopOracle.path(read, 3)).containsExactly(2, 0, 1);
    assertThat(HopOracle.accepts(read)).isFalse();
    Iterator<HopInstance> twins = HopInstances.twins(30, 3, 1);
    for (int i = 0; i < 20; i++) {
      HopInstance instance = twins.next();
      assertThat(parse(HopText.format(instance))).isEqualTo(instance);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "''; s=X is missing before the last word in",
        "s=0 t=0; s=X is missing before the last word in",
        "0; s=X is missing before the last word in",
        "0 0 t=0; s=X is missing before the last word in",
        "0 t=0 s=0; s=X is missing before the last word in",
        "0 s=0 0; the last word is not t=X in",
        "1 s=0 t=0; f(0) is \"1\"; expected a point from 0 to 0, as 1 image is given",
        "0 2 s=0 t=0; f(1) is \"2\"; expected a point from 0 to 1, as 2 images are given",
        "0 -1 s=0 t=0; f(1) is \"-1\"; expected a point",
        "0 1,0 s=0 t=0; f(1) is \"1,0\"; expected a point",
        "0 99999999999999999999 s=0 t=0; f(1) is \"99999999999999999999\"; expected a point",
        "0 1 s= t=0; s is \"\"; expected a point",
        "0 1 s=2 t=0; s is \"2\"; expected a point",
        "0 1 s=0 t=two; t is \"two\"; expected a point"
      })
  void aLineThatIsNoneIsRefused(String text, String why) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("hops-3: ")
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1000, 1, 3",
    "7, 5, 7, 9",
    "1000000, 2, 1000000, 1000002",
    "log, 1000, 10, 4",
    "log, 1024, 10, 4",
    "log, 1025, 11, 4",
    "log, 1, 1, 4",
    "sqrt, 1000, 32, 4",
    "sqrt, 1024, 32, 4",
    "half, 1000, 500, 4",
    "half, 7, 4, 4"
  })
  void hopsAreANumberOrGrowWithThePoints(String text, int points, int hops, int fewest)
      throws InputException {
    HopCount count = HopCount.parse("hops-" + text, text);
    assertThat(count.on(points)).isEqualTo(hops);
    assertThat(count.fewestPoints()).isEqualTo(fewest);
    assertThat(count).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0; the number of hops is from 1 to 1000000, not 0",
        "000; the number of hops is from 1 to 1000000, not 000",
        "1000001; the number of hops is from 1 to 1000000, not 1000001",
        "99999999999999999999; the number of hops is from 1 to 1000000, not 99999999999999999999",
        "x; expected a number of hops or one of log, sqrt, half after hops-, as in hops-8, not \"x\"",
        "''; after hops-, as in hops-8, not \"\"",
        "-3; after hops-, as in hops-8, not \"-3\"",
        "LOG; after hops-, as in hops-8, not \"LOG\"",
        "\u0663; after hops-, as in hops-8, not \"\u0663\""
      })
  void otherHopsAreRefused(String text, String why) {
    assertThatThrownBy(() -> HopCount.parse("hops-" + text, text))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("hops-" + text + ": ")
        .hasMessageContaining(why);
  }
}
