package org.cotsim.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.cotsim.benchmarks.experiment.sweep.SweepResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class AccuracyChartTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 4, 6, 40})
  void isWellFormedWithATitleForEveryPoint(int problems) throws Exception {
    SweepResult sweep = Sweeps.large(problems);
    Document svg = parse(AccuracyChart.of(sweep));
    List<String> titles = texts(svg, "title");
    assertThat(titles).filteredOn(t -> t.contains("right; answered")).hasSize(15 * problems);
    assertThat(titles).filteredOn(t -> t.endsWith("steps claimed")).hasSize(3 * problems);
    assertThat(texts(svg, "text")).contains("Accuracy against chain-of-thought budget");
  }

  @Test
  void saysWhatItShowsToAScreenReader() throws Exception {
    Element svg = parse(AccuracyChart.of(Sweeps.large(2))).getDocumentElement();
    assertThat(svg.getAttribute("role")).isEqualTo("img");
    assertThat(svg.getAttribute("aria-labelledby")).isEqualTo("title description");
    assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
        .startsWith("All 2 problems answer every sampled input right")
        .contains("step budget in intermediate tokens");
  }

  @Test
  void aPointShowsItsFigures() throws Exception {
    assertThat(texts(parse(AccuracyChart.of(Sweeps.small())), "title"))
        .contains(
            """
            parity, n = 2, budget 0 = 0 steps
            accuracy 0.500, 95 % interval 0.215 to 0.785
            4 of 8 right; answered 0, forced 7, tied 1\
            """);
  }

  @Test
  void waysOfBuildingADecoderAreLinesOfOnePanel() throws Exception {
    SweepResult sweep = Sweeps.inTwoWays();
    Document svg = parse(AccuracyChart.of(sweep));
    assertThat(texts(svg, "text"))
        .contains("parity", "n = 2, by cascade", "n = 2, by theorem1", "word-a5")
        .contains("non-solvable; no decoder by cascade")
        .doesNotContain("parity by cascade");
    assertThat(texts(svg, "title"))
        .contains("n = 2, by cascade: 0 steps claimed", "n = 2, by theorem1: 3 steps claimed");
    assertThat(SweepMarkdown.of(sweep))
        .contains(
            "| by | n | claimed | 0 |",
            "| cascade | 2 | 0 | **1.000** |",
            "| theorem1 | 2 | 3 | 0.500 |",
            "Left out: word-a5 has none.");
    assertThat(SweepJson.of(sweep)).contains("\"reason\": \"word-a5 has none\"");
    assertThat(SweepLatex.of(sweep)).contains("\\addlegendentry{$n = 2$, by cascade}");
  }

  @Test
  void aNameStaysText() throws Exception {
    String name = "<script>alert('&')</script>\u0000\ufffe\ud800" + "long".repeat(50);
    String text =
        AccuracyChart.of(Sweeps.finished(List.of(Sweeps.row(name, "]]>", 2, "\"", 0, 4, 4)), 1));
    Document svg = parse(text);
    assertThat(svg.getElementsByTagName("script").getLength()).isZero();
    assertThat(texts(svg, "title"))
        .anyMatch(t -> t.startsWith("<script>alert('&')</script>\ufffd"));
    assertThat(texts(svg, "text")).filteredOn(t -> t.startsWith("<script>")).hasSize(1);
  }

  @Test
  void manyLengthsKeepStylesOfTheirOwn() {
    assertThat(IntStream.range(0, 56).mapToObj(SeriesStyle::of)).doesNotHaveDuplicates();
  }

  private static Document parse(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }

  private static List<String> texts(Document svg, String element) {
    NodeList nodes = svg.getElementsByTagName(element);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(i -> nodes.item(i).getTextContent())
        .toList();
  }
}
