package org.cotsim.benchmarks.page.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.cotsim.benchmarks.page.SceneDiagram;
import org.cotsim.benchmarks.problem.MachineScene;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.Edge;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.languages.graph.GraphFamily;
import org.cotsim.languages.input.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LayoutTest {

  private static final Layout LIBRARY = new LibraryLayout();

  private static Diagram of(GraphFamily family, int vertices, long seed) {
    ConnectivityInstance instance = family.generate(vertices, true, seed);
    return SceneDiagram.of(new MachineScene.Levels(instance, List.of(), 1));
  }

  private static Diagram graph(int vertices, boolean directed, Edge... edges) {
    List<String> names = IntStream.range(0, vertices).mapToObj(v -> "v" + v).toList();
    EdgeList list = new EdgeList(names, List.of(edges), directed);
    return SceneDiagram.of(
        new MachineScene.Levels(new ConnectivityInstance(list, 0, vertices - 1, ""), List.of(), 1));
  }

  @ParameterizedTest
  @EnumSource(
      value = GraphFamily.class,
      names = {"GRID", "GRID_DIRECTED"})
  void edgesOfGridsAreOneUnitLongAndLevelOrUpright(GraphFamily family) {
    for (int vertices : new int[] {8, 18, 24, 40}) {
      Diagram diagram = of(family, vertices, 7);
      List<Point> places = LIBRARY.places(diagram);
      for (Diagram.Edge edge : diagram.edges()) {
        Point from = places.get(edge.from());
        Point to = places.get(edge.to());
        double right = to.x() - from.x();
        double down = to.y() - from.y();
        String what = family + " " + vertices + ": " + right + ", " + down;
        assertThat(Math.abs(right) + Math.abs(down)).as(what).isCloseTo(1, offset());
        if (diagram.arrows()) {
          assertThat(right + down).as(what).isCloseTo(1, offset());
        }
      }
    }
  }

  @Test
  void aGraphThatIsAlmostAGridIsNone() {
    Edge[] square = {new Edge(0, 1), new Edge(1, 2), new Edge(2, 3), new Edge(3, 0)};
    assertThat(GridLayout.of(graph(4, false, square))).isPresent();
    assertThat(
            GridLayout.of(
                graph(4, false, square[0], square[1], square[2], square[3], new Edge(0, 2))))
        .isEmpty();
    assertThat(GridLayout.of(graph(3, false, new Edge(0, 1), new Edge(1, 2)))).isEmpty();
  }

  @Test
  void edgesOfALayeredGraphLeadToTheRight() {
    for (long seed = 1; seed <= 5; seed++) {
      Diagram diagram = of(GraphFamily.LAYERED_DAG, 24, seed);
      List<Point> places = LIBRARY.places(diagram);
      for (Diagram.Edge edge : diagram.edges()) {
        assertThat(places.get(edge.to()).x()).isGreaterThan(places.get(edge.from()).x() + 0.5);
      }
    }
  }

  @Test
  void aLongPathGoesToAndFro() {
    Diagram diagram = of(GraphFamily.PATH_DIRECTED, 24, 1);
    List<Point> places = LIBRARY.places(diagram);
    for (Diagram.Edge edge : diagram.edges()) {
      Point from = places.get(edge.from());
      Point to = places.get(edge.to());
      assertThat(Math.hypot(to.x() - from.x(), to.y() - from.y())).isCloseTo(1, offset());
    }
    assertThat(places.stream().mapToDouble(Point::y).distinct()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  void theSameGraphIsDrawnTheSame(GraphFamily family) {
    String svg = of(family, 24, 3).toSvg("", LIBRARY);
    assertThat(of(family, 24, 3).toSvg("", new LibraryLayout())).isEqualTo(svg);
    assertThat(new HashSet<>(LIBRARY.places(of(family, 24, 3)))).hasSize(24);
  }

  @Test
  void aDrawingIsKeptUpToItsScale() {
    List<Point> drawn = List.of(new Point(40, 30), new Point(400, 60), new Point(130, 290));
    Diagram diagram = automaton(drawn);
    assertThat(LIBRARY.places(diagram)).isEqualTo(drawn);
    List<Spot> places = Drawing.of(diagram, LIBRARY.places(diagram)).places();
    double scale = places.get(0).distance(places.get(1)) / Math.hypot(360, 30);
    for (int node = 1; node < 3; node++) {
      Spot moved = places.get(node).minus(places.get(0)).times(1 / scale);
      assertThat(moved.x()).isCloseTo(drawn.get(node).x() - 40, offset());
      assertThat(moved.y()).isCloseTo(drawn.get(node).y() - 30, offset());
    }
  }

  private static Offset<Double> offset() {
    return Offset.offset(1e-9);
  }

  @Test
  void aDrawingInWhichStatesCoverEachOtherIsNone() {
    Point origin = new Point(0, 0);
    assertThat(LIBRARY.places(automaton(List.of(origin, origin, origin)))).doesNotHaveDuplicates();
    assertThatThrownBy(() -> automaton(List.of(origin)))
        .hasMessage("1 places for 3 nodes of an automaton");
  }

  private static Diagram automaton(List<Point> drawing) {
    List<Diagram.Node> nodes =
        IntStream.range(0, 3)
            .mapToObj(q -> new Diagram.Node("q" + q, q == 0 ? Diagram.INITIAL : "accepting"))
            .toList();
    List<Diagram.Edge> edges =
        List.of(
            new Diagram.Edge(0, 1, List.of("a b", "c"), "a b c"),
            new Diagram.Edge(1, 0, List.of("a"), "a"),
            new Diagram.Edge(1, 1, List.of("b"), "b"),
            new Diagram.Edge(1, 2, List.of("c"), "c"),
            new Diagram.Edge(2, 2, List.of("a"), "a"));
    return new Diagram("an automaton", nodes, edges, true, drawing);
  }

  @Test
  void edgesInBothDirectionsBendAwayFromEachOther() {
    Drawing drawing = Drawing.of(automaton(List.of()), LIBRARY.places(automaton(List.of())));
    Spot there = drawing.curves().get(0).at(0.5);
    Spot back = drawing.curves().get(1).at(0.5);
    assertThat(there.distance(back)).isGreaterThan(12);
    assertThat(drawing.faults()).isZero();
  }

  @Test
  void longNamesAreCutBetweenCharacters() {
    Sizes sizes = new Sizes(25, true);
    assertThat(sizes.nameLines("q0")).containsExactly("q0");
    assertThat(sizes.nameLines("state_of_the_art")).containsExactly("state_", "of_th\u2026");
    String faces = "\ud83d\ude00".repeat(12);
    for (String line : sizes.nameLines(faces)) {
      assertThat(line.codePoints().noneMatch(c -> c >= 0xD800 && c < 0xE000)).as(line).isTrue();
    }
    assertThat(String.join("", sizes.nameLines("x".repeat(32))).toLowerCase(Locale.ROOT))
        .hasSizeLessThan(14);
  }
}
