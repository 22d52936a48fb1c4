package org.cotsim.languages.read.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
            "1 2 {x}\n",
            "a.txt:1:5: \"{x}\" follows source and target, where only numbers may"),
        arguments(
            "a.csv",
            "Id,Source,Target\n1,a\n",
            "a.csv:2:1: \"1,a\" has fewer than the 3 columns needed"),
        arguments(
            "a.csv",
            "Source,Target,Type\na,b,Directed\nb,c,Undirected\n",
            "a.csv:3:5: directed and undirected edges are mixed"),
        arguments(
            "a.csv",
            "Source,Target,Type\na,b,Mutual\n",
            "a.csv:2:5: a type is Directed or Undirected, not \"Mutual\""),
        arguments(
            "a.csv",
            "0,1,0\n1,0,1\n0,1,0\n",
            "a.csv: this looks like an adjacency matrix of 3 vertices, expected a line for each"
                + " edge"));
  }

  static Stream<Arguments> matrixMarket() {
    String banner = "%%MatrixMarket matrix coordinate ";
    String only =
        ":1:1: of Matrix Market files those are read that begin with \"%%MatrixMarket matrix"
            + " coordinate\", a kind of values and a symmetry";
    return Stream.of(
        arguments("a.mtx", "%%MatrixMarket matrix array real general\n2 2\n", "a.mtx" + only),
        arguments("a.txt", "%%MatrixMarket vector\n", "a.txt" + only),
        arguments("a.mtx", "1 2\n", "a.mtx" + only),
        arguments(
            "a.mtx",
            banner + "pattern general\n%\n2 3 1\n",
            "a.mtx:3:3: a matrix of 2 rows and 3 columns is no graph, which needs as many of both"),
        arguments(
            "a.mtx",
            banner + "real general\n2 2 1\n1 2\n",
            "a.mtx:3:1: \"1 2\" is not \"row column value\""),
        arguments(
            "a.mtx",
            banner + "pattern general\n2 2 1\n0 3\n",
            "a.mtx:3:1: 0 is not one of the rows 1 to 2"),
        arguments(
            "a.mtx",
            banner + "pattern general\n2 2 2\n1 2\n",
            "a.mtx: 2 entries are declared, but the file has 1"),
        arguments(
            "a.mtx",
            banner + "pattern general\n",
            "a.mtx: the line \"rows columns entries\" is missing"));
  }

  static Stream<Arguments> metisAndGml() {
    return Stream.of(
        arguments("a.graph", "2\n", "a.graph:1:1: \"2\" is not \"vertices edges [format]\""),
        arguments("a.graph", "2 1 7\n", "a.graph:1:5: \"7\" is not a format of digits 0 and 1"),
        arguments("a.graph", "2 1\n3\n1\n", "a.graph:2:1: 3 is not one of the vertices 1 to 2"),
        arguments("a.graph", "2 1\n2\n", "a.graph: 2 vertices are declared, but 1 have a line"),
        arguments("a.graph", "1 0\n\n1\n", "a.graph:3:1: there are lines for more than 1 vertices"),
        arguments(
            "a.graph",
            "2 1 1\n2\n1 4\n",
            "a.graph:2:1: \"2\" lacks a weight that the first line promises"),
        arguments(
            "a.graph",
            "3 2\n2 3\n\n\n",
            "a.graph: 2 edges are declared, each in the lines of both its ends, but the lines have 2"
                + " neighbours, 2 of them with larger numbers; a directed graph of PACE 2022 is not"
                + " read"),
        arguments(
            "a.gml", "Creator 1", "a.gml: there is no \"graph [\" with a \"node [\" in the file"),
        arguments(
            "a.gml",
            "graph [ node [ id 1 ]\n",
            "a.gml:1:22: a key is expected, not the end of the file"),
        arguments("a.gml", "graph [ node [ label 1 ] ]", "a.gml:1:14: a node needs an id"),
        arguments(
            "a.gml",
            "graph [ node [ id 1 ]\n edge [ source 1 target 2 ] ]",
            "a.gml:2:7: no node has the id 2 of this edge"),
        arguments(
            "a.gml", "graph [ node [ id 1 ] node [ id 1 ] ]", "a.gml: two nodes have the id 1"),
        arguments("a.gml", "graph [ directed yes ]", "a.gml:1:18: directed is 0 or 1, not 'yes'"),
        arguments("a.gml", "graph [ label \"x ]", "a.gml:1:15: this quote is not closed"),
        arguments("a.gml", "graph [ label ]", "a.gml:1:15: a value is expected, not ']'"),
        arguments(
            "a.gml", "x " + "[ x ".repeat(70), "a.gml:1:259: lists are nested more than 64 deep"));
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
            "p sp 2 1\n1 2\n",
            "a.gr:2:1: \"1 2\" is not a DIMACS line, which starts with c, p, e or a"),
        arguments(
            "a.gr",
            "p tw 2 1\n1 3\n",
            "a.gr:2:3: vertex 3 is not declared: the p line gives the vertices 1 to 2"),
        arguments(
            "a.gr",
            "SECTION Graph\n",
            "a.gr:1:1: the Steiner trees of SteinLib and PACE 2018 are not read"));
  }

  static Stream<Arguments> dot() {
    String start = "a DOT file starts with \"graph\" or \"digraph\"";
    return Stream.of(
        arguments("a.dot", "// only\n", "a.dot:1:8: " + start),
        arguments("a.dot", "a -> b", "a.dot:1:1: " + start),
        arguments(
            "a.dot", "graph {\n a -> b }", "a.dot:2:4: \"->\" in a graph; \"--\" is expected"),
        arguments(
            "a.dot", "digraph {a -- b}", "a.dot:1:12: \"--\" in a digraph; \"->\" is expected"),
        arguments(
            "a.dot",
            "graph {a} \n graph {b}",
            "a.dot:2:2: only one graph is read, and this follows its end"),
        arguments("a.dot", "graph { \"a }", "a.dot:1:9: this quote is not closed"),
        arguments("a.dot", "graph { a /* b }", "a.dot:1:11: this comment is not closed"),
        arguments(
            "a.dot",
            "graph { a [label=<b>> }\n",
            "a.dot:1:21: expected an attribute or ']', found '>'"),
        arguments("a.dot", "graph { a [label=<b }\n", "a.dot:1:18: this HTML string is not closed"),
        arguments("a.dot", "graph { a [color] }", "a.dot:1:17: expected '=', found ']'"),
        arguments("a.dot", "graph { a [color=] }", "a.dot:1:18: expected a value, found ']'"),
        arguments("a.dot", "graph { node }", "a.dot:1:14: expected '[' after 'node', found '}'"),
        arguments(
            "a.dot",
            "graph { a -- }\n",
            "a.dot:1:14: expected a node after an edge operator, found '}'"),
        arguments(
            "a.dot",
            "graph { a -- b\n\n",
            "a.dot:1:15: expected a node, an edge or '}', found the end of the file"),
        arguments("a.dot", "graph }", "a.dot:1:7: expected '{', found '}'"),
        arguments("a.dot", "graph { }", "a.dot: the graph has no vertices"),
        arguments(
            "a.dot",
            "graph { 1a -- b }",
            "a.dot:1:9: a number runs into other characters here; write such a name in quotes"),
        arguments(
            "a.dot", "graph { \"a\" + b }", "a.dot:1:15: expected a string in quotes after '+'"),
        arguments(
            "a.dot",
            "digraph { subgraph x {" + list(3000) + "} subgraph x {} -> subgraph x {} }",
            "a.dot:1:16928: more than 5000000 edges"),
        arguments(
            "a.dot",
            "graph {" + "{".repeat(300),
            "a.dot:1:208: subgraphs are nested more than 200 deep"));
  }

  private static String list(int vertices) {
    return IntStream.range(0, vertices).mapToObj(v -> "v" + v).collect(Collectors.joining(" "));
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
            graph("<node id='a'><graph edgedefault='undirected'/></node>"),
            "a.graphml:2:44: edgedefault=\"undirected\" contradicts that of the graph around it"),
        arguments(
            "a.graphml",
            graph("<node id='a'/>")
                .replace("</graphml>", "<graph edgedefault='directed'/></graphml>"),
            "a.graphml:2:53: a second <graph> is not read"));
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
        arguments(
            "a.g6",
            "DQc\nDQc\n",
            "a.g6: one graph is read, but the file has 2, one a line; put one into a file of its own"),
        arguments(
            "a.d6", "&AGG", "a.d6:1:5: a digraph6 line with 2 vertices has 3 characters, not 4"),
        arguments("a.s6", ";A", "a.s6:1:1: this is incremental sparse6, which is not read"),
        arguments(
            "a.s6", ":A___", "a.s6:1:4: an edge of vertex 2 is here, but there are 2 vertices"),
        arguments("a.g6", "?", "a.g6:1:1: there is no number of vertices from 1 to 258047 here"),
        arguments(
            "a.s6", ":~~?????~", "a.s6:1:2: there is no number of vertices from 1 to 258047 here"),
        arguments("a.s6", ":", "a.s6:1:2: there is no number of vertices from 1 to 258047 here"),
        arguments(
            "a.s6", ":~??", "a.s6:1:2: there is no number of vertices from 1 to 258047 here"));
  }

  @ParameterizedTest
  @MethodSource({"edgeLists", "matrixMarket", "metisAndGml", "dimacs", "dot", "graphMl", "graph6"})
  void everyMistakeHasItsPlaceAndItsSentence(String name, String text, String message) {
    Path file = GraphFixtures.write(directory, name, text);
    String actual = message(file);
    if (message.endsWith(": ")) {
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
            "a.xls: no graph is read from this kind of file, expected one of .col .csv .d6 .dimacs"
                + " .dot .edgelist .edges .g6 .gml .gr .graph .graphml .gv .metis .mtx .s6 .tsv .txt");
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
