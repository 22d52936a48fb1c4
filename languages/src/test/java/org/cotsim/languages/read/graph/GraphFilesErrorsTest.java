package org.cotsim.languages.read.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.cotsim.languages.input.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GraphFilesErrorsTest {

  private static final String HEAD = "<graphml xmlns='http://graphml.graphdrawing.org/xmlns'>\n";

  @TempDir Path directory;

  static Stream<Arguments> edgeLists() {
    return Stream.of(
        arguments("a.csv", "", "a.csv: the file is empty"),
        arguments("a.csv", " \n", "a.csv: the file is empty"),
        arguments("a.csv", "# c\n", "a.csv: the file has no edges"),
        arguments("a.csv", "source,target\n", "a.csv: the file has no edges"),
        arguments("a.csv", "a,b\na b\n", "a.csv:2:1: \"a b\" is not \"source,target\""),
        arguments(
            "a.csv",
            "a,\n,b\n",
            "a.csv:1:3: the name of a vertex is empty\na.csv:2:1: the name of a vertex is empty"),
        arguments(
            "a.csv",
            "a,b,c\n",
            "a.csv:1:5: \"c\" follows source and target, where only numbers may"),
        arguments("a.csv", "a,\"b\n", "a.csv:1:3: this quote is not closed"),
        arguments("a.csv", "\"a\"b,c\n", "a.csv:1:4: text follows a closing quote"),
        arguments("a.txt", "1 2\n3\n", "a.txt:2:1: \"3\" is not an edge: a target is missing"),
        arguments(
            "a.txt",
            "1 2 {}\n",
            "a.txt:1:5: \"{}\" follows source and target, where only numbers may"));
  }

  static Stream<Arguments> dimacs() {
    return Stream.of(
        arguments("a.col", "c x\n", "a.col: there is no line \"p TYPE vertices edges\""),
        arguments("a.col", "e 1 2\ne 3 4\n", "a.col:1:1: an edge stands before the p line"),
        arguments(
            "a.col", "p edge 2\n", "a.col:1:1: \"p edge 2\" is not \"p TYPE vertices edges\""),
        arguments("a.col", "p edge x 1\n", "a.col:1:8: \"x\" is not a number from 0 to 999999999"),
        arguments(
            "a.col", "p edge 0 0\n", "a.col:1:8: 0 vertices are not read; from 1 to 1000000 are"),
        arguments(
            "a.col",
            "p edge 2000000 0\n",
            "a.col:1:8: 2000000 vertices are not read; from 1 to 1000000 are"),
        arguments(
            "a.col", "p edge 2 0\np edge 2 0\n", "a.col:2:1: there was a p line before, in line 1"),
        arguments(
            "a.col",
            "p edge 2 1\ne 1 3\n",
            "a.col:2:5: vertex 3 is not declared: the p line gives the vertices 1 to 2"),
        arguments(
            "a.col",
            "p edge 2 1\ne 0 1\n",
            "a.col:2:3: vertex 0 is not declared: the p line gives the vertices 1 to 2"),
        arguments(
            "a.col",
            "p edge 2 1\ne 1 -2\n",
            "a.col:2:5: \"-2\" is not a number from 0 to 999999999"),
        arguments("a.col", "p edge 2 1\ne 1\n", "a.col:2:1: \"e 1\" is not \"e source target\""),
        arguments(
            "a.col",
            "p edge 2 2\ne 1 2\n",
            "a.col:1:1: the p line gives 2 edges, but the file has 1"),
        arguments("a.gr", "p sp 2 2\na 1 2 3\ne 1 2\n", "a.gr:3:1: e lines and a lines are mixed"),
        arguments(
            "a.gr",
            "p tw 2 1\n1 2\n",
            "a.gr:2:1: \"1 2\" is not a DIMACS line, which starts with c, p, e or a"));
  }

  static Stream<Arguments> dot() {
    return Stream.of(
        arguments("a.dot", "// only\n", "a.dot: a DOT file starts with \"graph\" or \"digraph\""),
        arguments("a.dot", "a -> b", "a.dot:1:1: a DOT file starts with \"graph\" or \"digraph\""),
        arguments(
            "a.dot", "graph {\n a -> b }", "a.dot:2:4: \"->\" in a graph; \"--\" is expected"),
        arguments(
            "a.dot", "digraph {a -- b}", "a.dot:1:12: \"--\" in a digraph; \"->\" is expected"),
        arguments(
            "a.dot",
            "graph {a} \n graph {b}",
            "a.dot:2:2: only one graph is read, and this follows its end"),
        arguments("a.dot", "graph { \"a }", "a.dot:1:9: this quote is not closed"),
        arguments(
            "a.dot",
            "graph { a [label=<b>> }\n",
            "a.dot:1:21: not DOT: token recognition error at: '>'"),
        arguments("a.dot", "graph { a [label=<b }\n", "a.dot:1:18: this HTML string is not closed"),
        arguments("a.dot", "graph { a -- }\n", "a.dot:1:14: not DOT: mismatched input"),
        arguments("a.dot", "graph { a -- b\n", "a.dot:2:1: not DOT: "),
        arguments("a.dot", "graph }", "a.dot:1:7: this brace closes nothing"),
        arguments("a.dot", "graph { }", "a.dot: the graph has no vertices"),
        arguments(
            "a.dot",
            "digraph { a; {a b} -> c }",
            "a.dot:1:20: a subgraph as the end of an edge is not read; write the edges one by one"),
        arguments(
            "a.dot",
            "digraph { a -> subgraph x {b} }",
            "a.dot:1:16: a subgraph as the end of an edge is not read; write the edges one by one"),
        arguments(
            "a.dot",
            "graph {" + "{".repeat(300),
            "a.dot:1:207: subgraphs are nested more than 200 deep"));
  }

  static Stream<Arguments> graphMl() {
    return Stream.of(
        arguments("a.graphml", "<graphml>", "a.graphml:1:10: not XML: "),
        arguments(
            "a.graphml",
            "<!DOCTYPE graphml [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>\n<graphml/>",
            "a.graphml:1:1: a DOCTYPE is refused, as it can make a parser read other files"),
        arguments(
            "a.graphml", "<gexf/>", "a.graphml:1:1: the root element is <gexf>, not <graphml>"),
        arguments(
            "a.graphml",
            HEAD + "</graphml>",
            "a.graphml: there is no <graph> with a <node> in the file"),
        arguments(
            "a.graphml",
            HEAD + "<graph><node id='a'/></graph></graphml>",
            "a.graphml:2:1: a <graph> needs edgedefault=\"directed\" or edgedefault=\"undirected\""),
        arguments("a.graphml", graph("<node/>"), "a.graphml:2:31: a <node> needs an id"),
        arguments(
            "a.graphml",
            graph("<node id='a'/>\n<node id='a'/>"),
            "a.graphml:3:1: vertex \"a\" is declared twice"),
        arguments(
            "a.graphml",
            graph("<node id='a'/>\n<edge source='a' target='b'/>\n<edge source='c' target='a'/>"),
            "a.graphml:3:1: vertex \"b\" of this edge is not declared by a <node>\na.graphml:4:1: vertex \"c\" of this edge is not declared by a <node>"),
        arguments(
            "a.graphml",
            graph("<node id='a'/>\n<edge source='a'/>"),
            "a.graphml:3:1: an <edge> needs a target"),
        arguments(
            "a.graphml",
            graph("<node id='a'/>\n<edge directed='false' source='a' target='a'/>"),
            "a.graphml:3:1: directed=\"false\" contradicts the graph's edgedefault"),
        arguments(
            "a.graphml",
            graph("<node id='a'/>\n<hyperedge/>"),
            "a.graphml:3:1: a <hyperedge> is not read"),
        arguments(
            "a.graphml",
            graph("<node id='a'><graph edgedefault='directed'/></node>"),
            "a.graphml:2:44: a second <graph> is not read"));
  }

  private static String graph(String body) {
    return HEAD + "<graph edgedefault='directed'>" + body + "</graph></graphml>";
  }

  static Stream<Arguments> graph6() {
    return Stream.of(
        arguments(
            "a.g6",
            "DQ\u00e9",
            "a.g6:1:3: '\u00e9' does not occur in graph6 or sparse6, which use the characters ? to ~"),
        arguments("a.g6", "DQ", "a.g6:1:3: a graph6 line with 5 vertices has 3 characters, not 2"),
        arguments(
            "a.g6", "DQcc", "a.g6:1:5: a graph6 line with 5 vertices has 3 characters, not 4"),
        arguments("a.g6", "DQc\nDQc\n", "a.g6:2:1: only one graph, in the first line, is read"),
        arguments("a.g6", "&AG", "a.g6:1:1: this is digraph6, which is not read"),
        arguments("a.g6", "?", "a.g6:1:1: there is no number of vertices from 1 to 258047 here"),
        arguments(
            "a.s6", ":~~?????~", "a.s6:1:2: there is no number of vertices from 1 to 258047 here"),
        arguments("a.s6", ":", "a.s6:1:2: there is no number of vertices from 1 to 258047 here"),
        arguments(
            "a.s6", ":~??", "a.s6:1:2: there is no number of vertices from 1 to 258047 here"));
  }

  @ParameterizedTest
  @MethodSource({"edgeLists", "dimacs", "dot", "graphMl", "graph6"})
  void everyMistakeHasItsPlaceAndItsSentence(String name, String text, String message) {
    Path file = GraphFixtures.write(directory, name, text);
    String actual = message(file);
    if (message.endsWith(": ") || message.endsWith("input")) {
      assertThat(actual).as("the rest is the parser's own").startsWith(message);
    } else {
      assertThat(actual).isEqualTo(message);
    }
  }

  @Test
  void filesThatAreNoText() throws IOException {
    assertThat(message(directory.resolve("none.csv"))).isEqualTo("none.csv: there is no such file");
    assertThat(message(Files.createDirectory(directory.resolve("d.csv"))))
        .isEqualTo("d.csv: this is a folder, not a file");
    byte[] latin1 = {'a', ',', 'b', '\n', 'c', ',', (byte) 0xE9, '\n'};
    assertThat(message(GraphFixtures.write(directory, "l.csv", latin1)))
        .isEqualTo("l.csv:2:3: byte 0xE9 is not UTF-8");
    assertThat(message(GraphFixtures.write(directory, "a.xls", "a,b")))
        .isEqualTo(
            "a.xls: no graph is read from this kind of file, expected one of .col .csv .dimacs .dot"
                + " .edgelist .edges .g6 .gr .graphml .gv .s6 .txt");
    try (RandomAccessFile big = new RandomAccessFile(directory.resolve("b.csv").toFile(), "rw")) {
      big.setLength(GraphFiles.MAX_BYTES + 1L);
    }
    assertThat(message(directory.resolve("b.csv")))
        .isEqualTo("b.csv: files of this kind are read up to 64 MiB");
  }

  @Test
  void contradictionsAboutTheDirection() {
    String undirected =
        ": the file says that the graph is undirected, but a directed one was asked for";
    String directed =
        ": the file says that the graph is directed, but an undirected one was asked for";
    assertThat(message("a.col", "p edge 2 1\ne 1 2\n", true)).isEqualTo("a.col" + undirected);
    assertThat(message("a.gr", "p sp 2 1\na 1 2 1\n", false)).isEqualTo("a.gr" + directed);
    assertThat(message("a.dot", "graph {a}", true)).isEqualTo("a.dot" + undirected);
    assertThat(message("a.dot", "digraph {a}", false)).isEqualTo("a.dot" + directed);
    assertThat(message("a.graphml", graph("<node id='a'/>"), false))
        .isEqualTo("a.graphml" + directed);
    assertThat(message("a.g6", "DQc", true)).isEqualTo("a.g6" + undirected);
  }

  @Test
  void givesUpAfterTwentyProblems() {
    Path file = GraphFixtures.write(directory, "a.csv", "x\n".repeat(1000));
    InputException e = catchThrowableOfType(InputException.class, () -> GraphFiles.read(file));
    assertThat(e.problems()).hasSize(20);
  }

  private String message(Path file) {
    InputException e = catchThrowableOfType(InputException.class, () -> GraphFiles.read(file));
    return GraphFixtures.messages(e, directory);
  }

  private String message(String name, String text, boolean directed) {
    Path file = GraphFixtures.write(directory, name, text);
    InputException e =
        catchThrowableOfType(InputException.class, () -> GraphFiles.read(file, directed));
    return GraphFixtures.messages(e, directory);
  }
}
