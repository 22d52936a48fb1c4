package org.cotsim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cotsim.benchmarks.page.SceneDiagram;
import org.cotsim.benchmarks.page.TracePage;
import org.cotsim.benchmarks.page.diagram.Diagram;
import org.cotsim.benchmarks.page.diagram.Layout;
import org.cotsim.benchmarks.page.diagram.LibraryLayout;
import org.cotsim.benchmarks.page.diagram.RingLayout;
import org.cotsim.benchmarks.problem.DrawnMachine;
import org.cotsim.benchmarks.problem.MachineScene;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.Entry;
import org.cotsim.languages.graph.GraphFamily;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pictures as a browser draws them, with its fonts. */
class DiagramTest extends BrowserTest {

  /** What covers what, or sticks out, in every picture of the page. */
  private static final String MEASURE =
      """
      const found = [];
      let labels = 0;
      const slack = 0.5;
      const meets = (a, b) => a.x + slack < b.x + b.width && b.x + slack < a.x + a.width
        && a.y + slack < b.y + b.height && b.y + slack < a.y + a.height;
      const distance = (box, c) => Math.hypot(
        Math.max(box.x - c.x, 0, c.x - box.x - box.width),
        Math.max(box.y - c.y, 0, c.y - box.y - box.height));
      for (const svg of document.querySelectorAll('svg')) {
        const view = svg.viewBox.baseVal;
        const say = (what) => found.push(svg.getAttribute('aria-label') + ': ' + what);
        const texts = [...svg.querySelectorAll('.edge text, .node.initial .tip')].map(one => ({ one, box: one.getBBox() }));
        const nodes = [...svg.querySelectorAll('.node circle:not(.inner)')].map(one => ({
          x: one.cx.baseVal.value, y: one.cy.baseVal.value, r: one.r.baseVal.value,
          name: one.parentNode.querySelector('text:not(.tip)') }));
        labels += texts.length;
        texts.forEach(({ one, box }, i) => {
          if (box.width < 3 || box.height < 8) say('no text ' + one.textContent);
          if (box.x < view.x || box.y < view.y || box.x + box.width > view.x + view.width
              || box.y + box.height > view.y + view.height) say('clipped ' + one.textContent);
          texts.slice(0, i).forEach((other) => {
            if (meets(box, other.box)) say(one.textContent + ' covers ' + other.one.textContent);
          });
          nodes.forEach((node) => {
            if (!one.matches('.tip') && distance(box, node) < node.r - slack) say(one.textContent + ' covers a node');
          });
        });
        nodes.forEach((node, i) => {
          nodes.slice(0, i).forEach((other) => {
            if (Math.hypot(node.x - other.x, node.y - other.y) < node.r + other.r) say('nodes');
          });
          if (node.name && node.name.getBBox().width > 2 * node.r + slack) {
            say('name too wide: ' + node.name.textContent);
          }
        });
      }
      return [labels, ...found];
      """;

  /** Labels that are nearer to another edge than to their own. */
  private static final String STRAYED =
      """
      const found = [];
      const distance = (box, c) => Math.hypot(
        Math.max(box.x - c.x, 0, c.x - box.x - box.width),
        Math.max(box.y - c.y, 0, c.y - box.y - box.height));
      for (const svg of document.querySelectorAll('svg')) {
        const edges = [...svg.querySelectorAll('.edge')].map(one => {
          const path = one.querySelector('path');
          const length = path.getTotalLength();
          return { one, points: [...Array(80).keys()].map(i => path.getPointAtLength(i * length / 79)) };
        });
        for (const { one } of edges) {
          const text = one.querySelector('text');
          if (!text) continue;
          const box = text.getBBox();
          const near = edges.map(e => [Math.min(...e.points.map(p => distance(box, p))), e.one === one])
            .sort((a, b) => a[0] - b[0]);
          const own = near.find(e => e[1])[0];
          if (near[0][0] < own - 1) found.push(svg.getAttribute('aria-label') + ' ' + text.textContent);
        }
      }
      return found;
      """;

  /** The names of the topmost four nodes from the left to the right. */
  private static final String CENTRES =
      """
      const nodes = [...document.querySelectorAll('#machine .node')];
      const at = (node, axis) => node.querySelector('circle')[axis].baseVal.value;
      return nodes.sort((a, b) => at(a, 'cy') - at(b, 'cy')).slice(0, 4)
        .sort((a, b) => at(a, 'cx') - at(b, 'cx'))
        .map(node => node.querySelector('title').textContent).join(' ');
      """;

  private final List<String> pictures = new ArrayList<>();

  @BeforeEach
  void begin() {
    pictures.clear();
  }

  private void add(Diagram diagram, Layout layout) {
    pictures.add(diagram.toSvg("p" + pictures.size() + "-", layout));
  }

  private static <I> Diagram diagram(Problem<I> problem) throws Exception {
    I input = RandomInputs.of(problem).random(problem.length(problem.parse("")), 1).next();
    return SceneDiagram.of(DrawnMachine.of(problem).scene(input, 1));
  }

  /** Opens all pictures; the number of labels in them. */
  private int assertNothingIsCovered() throws IOException {
    String style;
    try (InputStream in = TracePage.class.getResourceAsStream("style/base.css")) {
      style = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    Path page = folder().resolve("diagrams.html");
    Files.writeString(
        page, "<!doctype html><meta charset=utf-8><style>" + style + "</style>" + pictures);
    browser().open(page);
    List<?> found = (List<?>) browser().run(MEASURE);
    assertThat(found.subList(1, found.size())).isEmpty();
    return ((Number) found.get(0)).intValue();
  }

  @Test
  void noLabelOfTheCatalogueCoversAnotherOrANodeOrIsClipped() throws Exception {
    for (Entry entry : Catalogue.entries()) {
      add(diagram(Problems.find(entry.name())), new LibraryLayout());
    }
    assertThat(pictures).hasSizeGreaterThan(40);
    assertThat(assertNothingIsCovered()).isGreaterThan(300);
    List<?> strayed = (List<?>) browser().run(STRAYED);
    assertThat(strayed).as("nearer to another edge").hasSizeLessThan(15);
    assertThat(strayed.toString()).doesNotContain("palindrome");
  }

  /** Twelve states in four columns, drawn by hand: not quite straight, and with long names. */
  private static String jflap() {
    StringBuilder file = new StringBuilder("<structure><type>fa</type><automaton>\n");
    for (int q = 0; q < 12; q++) {
      file.append("<state id='%d' name='%s'>".formatted(q, q % 5 == 4 ? "even_and_odd" : "q" + q))
          .append("<x>%d</x>".formatted(60 + 160 * (q % 4) + 17 * (q % 3)))
          .append("<y>%d</y>".formatted(50 + 130 * (q / 4) + 11 * (q % 5)))
          .append(q == 0 ? "<initial/>" : q % 3 == 2 ? "<final/>" : "")
          .append("</state>\n");
    }
    for (int q = 0; q < 12; q++) {
      move(file, q, "a", (q + 1) % 12);
      move(file, q, "b", (q + 5) % 12);
      move(file, q, "c", q % 2 == 0 ? q : (q + 11) % 12);
      move(file, q, "d", q % 7 == 0 ? 3 : (q + 1) % 12);
    }
    return file.append("</automaton></structure>").toString();
  }

  private static void move(StringBuilder file, int from, String read, int to) {
    file.append(
        "<transition><from>%d</from><to>%d</to><read>%s</read></transition>\n"
            .formatted(from, to, read));
  }

  @Test
  void anAutomatonOfJflapLooksAsItWasDrawn() throws Exception {
    Path file = Files.writeString(folder().resolve("twelve.jff"), jflap());
    Diagram diagram = diagram(Problems.find(file.toString()));
    assertThat(diagram.drawing()).hasSize(12);
    add(diagram, new LibraryLayout());
    add(new Diagram("edited", diagram.nodes(), diagram.edges(), true, List.of()), new RingLayout());
    assertThat(assertNothingIsCovered()).isGreaterThan(60);
    browser().open(trace(file.toString(), "--word", "abacab"), "#step=3");
    assertThat(browser().run(CENTRES)).isEqualTo("q0 q1 q2 q3");
    assertThat(browser().run("return document.querySelector('.node.on title').textContent"))
        .isEqualTo("q1");
  }

  /** Too many edges to write beside: a colour and a dash for each letter, and a legend. */
  @Test
  void theGeneratorsOfALargeGroupAreToldApart() throws Exception {
    add(diagram(Problems.find("word-a5")), new LibraryLayout());
    assertNothingIsCovered();
    String styles =
        "const of = (one) => { const s = getComputedStyle(one); return s.stroke + s.strokeDasharray; };"
            + "return [...new Set([...document.querySelectorAll('.edge path')].map(of))].length";
    assertThat(browser().run(styles)).isEqualTo(2L);
    assertThat(
            browser().run("return document.querySelectorAll('.edge.kind-0:not(.line-key)').length"))
        .isEqualTo(60L);
    assertThat(
            browser()
                .run(
                    "return [...document.querySelectorAll('.line-key text')]"
                        + ".map(one => one.textContent).join()"))
        .isEqualTo("(12345),(123)");
    assertThat(browser().run("return document.querySelector('svg').getAttribute('aria-label')"))
        .isEqualTo("the automaton of word-a5: 60 nodes, lines for (12345), (123)");
    browser().open(trace("word-a5", "--word", "(12345) (123)"), "#step=2");
    assertThat(
            browser()
                .run(
                    "return [...document.querySelectorAll('.tip')].filter(one =>"
                        + " getComputedStyle(one).display !== 'none')"
                        + ".map(one => one.textContent).join(' ')"))
        .as("the state and the next one")
        .isEqualTo("q0 q1");
  }

  @Test
  void graphsOfAllFamiliesToo() throws Exception {
    for (GraphFamily family : GraphFamily.values()) {
      MachineScene scene = new MachineScene.Levels(family.generate(18, true, 3), List.of(), 1);
      add(SceneDiagram.of(scene), new LibraryLayout());
    }
    assertNothingIsCovered();
  }
}
