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
    assertThat(language.notes())
        .containsExactly("'ε' reads nothing", "determinised from 2 states to 2");
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
        .containsExactly("bad.dot:2:21: expected an attribute or ']', found '='");
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
        .containsExactly("bad.dot:2:7: expected a node after an edge operator, found '['");
    assertThat(problems("lex.dot", "digraph {\n s -> ^;\n}"))
        .singleElement()
        .asString()
        .startsWith("lex.dot:2:");
    assertThat(problems("u.dot", "graph {\n s -- t;\n}"))
        .containsExactly("u.dot:1:1: an undirected graph, expected 'digraph'");
    assertThat(problems("two.dot", "digraph { a -> a }\ndigraph { b -> b }"))
        .containsExactly("two.dot:2:1: only one graph is read, and this follows its end");
    assertThat(problems("open.dot", "digraph { a -> b [label=\"x] }"))
        .containsExactly("open.dot:1:25: this quote is not closed");
    assertThat(problems("start.dot", "\ndigraph { a -> a [label=x] }"))
        .containsExactly(
            "start.dot:2:1: no initial state:"
                + " expected a node such as __start0 with an edge without label to it");
    assertThat(problems("label.dot", "digraph { s -> a; a -> a;\n a -> a [label=\"x y\"] }"))
        .containsExactly(
            "label.dot:1:21: the edge from 'a' to 'a' has no label, expected a symbol",
            "label.dot:2:16: 'x y' has white space in it, which cannot be a symbol");
    assertThat(problems("deep.dot", "digraph " + "{".repeat(200_000)))
        .containsExactly("deep.dot:1:210: subgraphs are nested more than 200 deep");
  }

  /** A start, and one accepting state with these statements. */
  private RegularLanguage automaton(String statements) throws Exception {
    return read("x.dot", "digraph { __start0 -> s; s [shape=doublecircle]; " + statements + " }");
  }

  @Test
  void labelsAsGraphvizDrawsThem() throws Exception {
    assertThat(automaton("s -> s [label=\"\\\\\"]").alphabet()).containsExactly("\\");
    assertThat(automaton("s -> s [label=\"\\\"\"]").alphabet()).containsExactly("\"");
    assertThat(automaton("s -> s [label=\"\\u0041\"]").alphabet()).containsExactly("A");
    assertThat(automaton("s -> s [label=\"a\" +\n \"b\"]").alphabet()).containsExactly("ab");
    assertThat(automaton("s -> s [label=\"a\\\nb\"]").alphabet()).containsExactly("ab");
    RegularLanguage html = automaton("s -> s [label=<x<sub>1</sub>&lt;&#65;>]");
    assertThat(html.alphabet()).containsExactly("x1<A");
    assertThat(html.notes()).contains("HTML labels are read without their markup");
  }

  @Test
  void edgesBetweenManyNodes() throws Exception {
    RegularLanguage group = automaton("s -> {a b; c} -> t [label=x]; t [peripheries=2]");
    assertThat(group.size()).isEqualTo(4);
    assertThat(accepted(group, 3)).containsExactly("", "xx");
    assertThat(accepted(automaton("s -> b, c [label=x] c -> s [label=y]"), 3))
        .containsExactly("", "xy");
    assertThat(accepted(automaton("s -> a -> s [label=x]"), 4)).containsExactly("", "xx", "xxxx");
    assertThat(
            accepted(
                automaton("subgraph u {a} subgraph u {b} -> s [label=y]; s:p -> a:n:e [label=x]"),
                2))
        .containsExactly("", "xy");
  }

  @Test
  void recordsDefaultsAndComments() throws Exception {
    RegularLanguage language =
        automaton(
            """
            # a comment
            /* and " another */ node [shape=record label="{<f0> q|1}"]; q; // more
            subgraph cluster_1 { node [shape=doublecircle]; edge [label=z]; r -> q }
            s -> r [label=a color="#00ff00" penwidth=2.5]; q -> r [label=b];
            """);
    assertThat(accepted(language, 3)).containsExactly("", "a", "azb");
  }

  @Test
  void moreProblemsWithTheirPlaces() throws Exception {
    assertThat(problems("c.dot", "digraph {\n a /* b }\n" + "/* ".repeat(100_000)))
        .containsExactly("c.dot:2:4: this comment is not closed");
    assertThat(problems("end.dot", "digraph {\n a -> b\n\n\n"))
        .containsExactly("end.dot:2:8: expected a node, an edge or '}', found the end of the file");
    assertThat(problems("minus.dot", "digraph { s-1 -> a }"))
        .containsExactly(
            "minus.dot:1:12: a number runs into other characters here;"
                + " write such a name in quotes");
    assertThat(problems("value.dot", "digraph { a [bold] }"))
        .containsExactly("value.dot:1:18: expected '=', found ']'");
    assertThat(problems("ctl.dot", "digraph { s -> a; a -> a [label=\"\u001b[31m\"] }"))
        .containsExactly(
            "ctl.dot:1:33: '\\u001b[31m' has the control character U+001B in it,"
                + " which cannot be part of a symbol");
    assertThat(problems("sur.dot", "digraph { s -> a; a -> a [label=\"\\ud800\"] }"))
        .containsExactly(
            "sur.dot:1:33: '\\ud800' has the lone surrogate U+D800 in it,"
                + " which cannot be part of a symbol");
    assertThat(problems("many.dot", "digraph { {" + "a b ".repeat(3) + "} -> a ; }; } x"))
        .singleElement()
        .asString()
        .startsWith("many.dot:1:");
  }

  @Test
  void manyEdgesOfASmallTextEndInASentence() throws Exception {
    StringBuilder nodes = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      nodes.append('q').append(i).append(' ');
    }
    assertThat(problems("wide.dot", "digraph { {" + nodes + "} -> {" + nodes + "} }"))
        .singleElement()
        .asString()
        .endsWith(": more than 4000000 edges");
    String named = "subgraph u {" + nodes + "}" + "subgraph u {} -> {} ".repeat(10_000);
    assertThat(problems("named.dot", "digraph { " + named + " }"))
        .singleElement()
        .asString()
        .endsWith(": subgraphs name more than 10000000 nodes, all together");
  }

  @Test
  void noAcceptorSaysSo() throws Exception {
    assertThat(
            problems(
                "mealy.dot",
                "digraph { i -> a; a -> b [label=\"x / y\"]; b -> a [label=\"y/x\"] }"))
        .containsExactly(
            "mealy.dot: no state accepts and every label is 'input/output':"
                + " this is a Mealy machine, expected an automaton that accepts words");
    assertThat(
            problems(
                "markov.dot",
                "digraph { i -> a; a -> b [label=\"x:0.5\"]; b -> a [label=\"y : 1\"] }"))
        .containsExactly(
            "markov.dot: no state accepts and every label is a probability:"
                + " this is a Markov model, expected an automaton that accepts words");
    assertThat(read("none.dot", "digraph { i -> a; a -> a [label=x] }").notes())
        .contains("no state accepts, so that no word is accepted");
    assertThat(automaton("s -> s [label=\"a/b\"]").notes())
        .contains("every state accepts, so that every word is accepted");
    assertThat(automaton("t -> t [label=a]; s -> u [label=b]").notes())
        .noneMatch(note -> note.contains("accept"));
  }

  @Test
  void reservedSpellingsGetANote() throws Exception {
    RegularLanguage language =
        automaton(
            "s -> t [label=\"λ\"]; s -> t [label=\"<eps>\"]; t -> s [label=\"ab,cd\"];"
                + " t -> s [label=\"[0-9]\"]; t -> s [label=\"a-c\"]; t -> s [label=\"∅\"];"
                + " t -> s [label=other]; t -> s [label=\"x-ray\"]; t -> s [label=\"0,1\"]");
    assertThat(language.notes())
        .contains(
            "'λ' and '<eps>' read nothing",
            "'ab,cd', '[0-9]' and 'a-c' look like several symbols, but each is read as one symbol",
            "'∅' looks like the empty set, but is read as one symbol",
            "'other' looks like any other symbol, but is read as one symbol")
        .noneMatch(note -> note.contains("x-ray"));
    assertThat(language.alphabet()).hasSize(8);
  }
}
