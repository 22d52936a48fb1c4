package org.cotsim.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SvgTest {
  @Test
  void figuresHaveAtMostTwoDecimals() {
    assertThat(Svg.number(10)).isEqualTo("10");
    assertThat(Svg.number(-0.001)).isEqualTo("0");
    assertThat(Svg.number(1234567.891)).isEqualTo("1234567.89");
  }

  @Test
  void longTextIsCutBetweenCharacters() {
    assertThat(Svg.fit("short", 10, 100)).isEqualTo("short");
    assertThat(Svg.fit("\ud83d\ude00".repeat(9), 10, 22))
        .isEqualTo("\ud83d\ude00".repeat(3) + "\u2026");
  }

  @Test
  void mistakesAreFoundWhereTheyAreMade() {
    Svg svg = new Svg(10, 10, "t", "d");
    svg.open("g").text("x");
    assertThatIllegalStateException()
        .isThrownBy(() -> svg.set("fill", "red"))
        .withMessage("attribute fill comes after content");
    assertThatIllegalStateException().isThrownBy(svg::finish).withMessage("still open: [svg]");
  }

  @Test
  void countsLieOnALogarithmicAxisWithZero() {
    Axis axis = Axis.counts(99, 100, 300);
    assertThat(axis.at(0)).isEqualTo(100);
    assertThat(axis.at(9)).isCloseTo(200, within(1e-9));
    assertThat(axis.at(99)).isEqualTo(300);
  }

  @Test
  void ticksThinOutWithTheRoom() {
    assertThat(Axis.counts(0, 0, 100).countTicks(28)).containsExactly(0.0, 1.0);
    assertThat(Axis.counts(20, 0, 400).countTicks(28))
        .containsExactly(0.0, 1.0, 2.0, 5.0, 10.0, 20.0);
    assertThat(Axis.counts(4096, 0, 250).countTicks(28))
        .containsExactly(0.0, 3.0, 10.0, 30.0, 100.0, 300.0, 1000.0, 3000.0);
    assertThat(Axis.counts(1e12, 0, 250).countTicks(28)).hasSizeBetween(4, 9);
  }

  @Test
  void ticksAreShort() {
    assertThat(Axis.shortCount(500)).isEqualTo("500");
    assertThat(Axis.shortCount(2000)).isEqualTo("2k");
    assertThat(Axis.shortCount(1e18)).isEqualTo("1E");
  }

  @Test
  void markdownShowsTextAsItIs() {
    assertThat(Markdown.plain("(a|b)* <i> & _x_\n#"))
        .isEqualTo("(a\\|b)\\* &lt;i&gt; &amp; \\_x\\_ \\#");
    assertThat(Markdown.code("one\ntwo\n")).isEqualTo("    one\n    two");
  }
}
