package org.cotsim.languages.read.automaton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import net.automatalib.serialization.dot.GraphDOT;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.RegularEntry;
import org.cotsim.languages.read.ReaderFixture;
import org.junit.jupiter.api.Test;

class DotReaderTest extends ReaderFixture {

  @Test
  void dotAsAutomataLibWritesIt() throws Exception {
    RegularLanguage language =
        read(
            "l.dot",
            """
            digraph g {

            \ts0 [shape="doublecircle" label="0"];
            \ts1 [shape="circle" label="1"];
            \ts0 -> s1 [label="go"];
            \ts1 -> s0 [label="go"];
            \ts1 -> s1 [label="wait"];

            __start0 [label="" shape="none" width="0" height="0"];
            __start0 -> s0;

            }
            """);
    assertThat(language.size()).isEqualTo(3);
    assertThat(accepted(language, 3)).containsExactly("", "go go", "go wait go");
  }

  @Test
  void dotByHand() throws Exception {
    RegularLanguage language =
        read(
            "h.dot",
            """
            digraph { // by hand
              rankdir=LR; init [shape=point]; node [shape=doublecircle]; b
              node [shape=circle]
              init -> a [label=start]
              a -> b [label="0, 1"]; b -> a [label="ε"]
            }
            """);
    assertThat(language.notes()).containsExactly("determinised from 2 states to 2");
    assertThat(accepted(language, 2)).containsExactly("0", "1", "00", "01", "10", "11");
  }

  @Test
  void dotWithNumeralsWithoutQuotes() throws Exception {
    RegularLanguage language =
        read(
            "n.dot",
            "digraph { s->1; 1->2 [label=0, weight=-1.5];2->1[label=\"1 \"]\n2[peripheries=2] }");
    assertThat(accepted(language, 3)).containsExactly("0", "010");
    assertThat(problems("bad.dot", "digraph {\n 1 -> 22 [label=0 ; = ];\n}"))
        .containsExactly("bad.dot:2:21: not DOT here: '='");
  }

  @Test
  void dotAsAutomataLibWritesItToday() throws Exception {
    for (String name : List.of("tomita-3", "dyck-2-3", "word-a5", "cycle-navigation")) {
      RegularLanguage language = ((RegularEntry) Catalogue.find(name)).language();
      StringWriter text = new StringWriter();
      GraphDOT.write(language.dfa(), language.alphabet(), text);
      RegularLanguage back = read(name + ".dot", text.toString());
      assertThat(accepted(back, 5))
          .containsExactlyInAnyOrderElementsOf(accepted(language, 5))
          .isNotEmpty();
      assertThat(back.size()).isEqualTo(language.size());
    }
  }

  @Test
  void dotProblems() throws Exception {
    assertThat(problems("bad.dot", "digraph {\n s -> [t];\n}"))
        .containsExactly("bad.dot:2:7: not DOT here: '[t];'");
    assertThat(problems("lex.dot", "digraph {\n s -> ^;\n}"))
        .singleElement()
        .asString()
        .startsWith("lex.dot:2:");
    assertThat(problems("u.dot", "graph {\n s -- t;\n}"))
        .containsExactly("u.dot:1:1: an undirected graph, expected 'digraph'");
    assertThat(problems("group.dot", "digraph {\n {a b} -> {c d} }"))
        .containsExactly(
            "group.dot:2:8: a subgraph as the end of an edge is not read;"
                + " write the edges one by one");
    assertThat(problems("two.dot", "digraph { a -> a }\ndigraph { b -> b }"))
        .containsExactly("two.dot:2:1: only one graph is read, and this follows its end");
    assertThat(problems("open.dot", "digraph { a -> b [label=\"x] }"))
        .containsExactly("open.dot:1:25: this quote is not closed");
    assertThat(problems("start.dot", "digraph { a -> a [label=x] }"))
        .containsExactly(
            "start.dot: no initial state:"
                + " expected a node such as __start0 with an edge without label to it");
    assertThat(problems("label.dot", "digraph { s -> a; a -> a; a -> a [label=\"x y\"] }"))
        .containsExactly(
            "label.dot: the edge from node 2 to node 2 has no label, expected a symbol",
            "label.dot: the edge from node 2 to node 2"
                + " has white space in its label 'x y', not a symbol");
    assertThat(problems("deep.dot", "digraph " + "{".repeat(200_000)))
        .containsExactly("deep.dot:1:209: subgraphs are nested more than 200 deep");
  }
}
