package org.cotsim.languages.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import net.automatalib.serialization.dot.GraphDOT;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.RegularEntry;
import org.junit.jupiter.api.Test;

class AutomatonFilesTest extends ReaderFixture {

  @Test
  void attPartialAutomaton() throws Exception {
    RegularLanguage language = read("ab.att", "0 1 a\n1\t0\tb\tb\t0.5\n0\n");
    assertThat(language.name()).isEqualTo("ab.att");
    assertThat(language.size()).isEqualTo(3);
    assertThat(language.notes())
        .containsExactly("weights left out of account", "completed with a sink state");
    assertThat(accepted(language, 4)).containsExactly("", "ab", "abab");
  }

  @Test
  void attNondeterministicWithEmptyMovesAndLongSymbols() throws Exception {
    RegularLanguage language =
        read("n.att", "s s go\ns s stop\ns t stop\nt u <eps>\n\nu v go\nv 1.5\n");
    assertThat(language.notes())
        .containsExactly("weights left out of account", "determinised from 4 states to 3");
    assertThat(accepted(language, 3)).containsExactly("stop go", "go stop go", "stop stop go");
  }

  @Test
  void attAcceptorWithWeightsAsOpenFstPrintsIt() throws Exception {
    RegularLanguage language = read("w.att", "0 1 a 0.0\n1 2 b 1.5e-3\n2 0.0\n");
    assertThat(language.notes()).contains("weights left out of account");
    assertThat(accepted(language, 3)).containsExactly("ab");
  }

  @Test
  void attProblemsAllAtOnce() throws Exception {
    assertThat(problems("bad.att", "0 1 a b\n0 1 a a x\n1 2 3 4 5 6\n1 y\n1 inf\n1 NaN\n"))
        .containsExactly(
            "bad.att:1:7: output 'b' is not the input 'a', only acceptors are read",
            "bad.att:2:9: weight 'x' is not a number",
            "bad.att:3:11: 6 fields, expected"
                + " 'source target input [output [weight]]' or 'final [weight]'",
            "bad.att:4:3: weight 'y' is not a number",
            "bad.att:5:3: weight 'inf' is not a number",
            "bad.att:6:3: weight 'NaN' is not finite");
    assertThat(problems("many.att", "0 1 a b\n".repeat(50))).hasSize(20);
    assertThat(problems("none.att", "0\n"))
        .containsExactly("none.att: no transition reads a symbol, so there is no alphabet");
  }

  @Test
  void jflap7Nondeterministic() throws Exception {
    RegularLanguage language =
        read(
            "n.jff",
            """
            <?xml version="1.0" encoding="UTF-8" standalone="no"?><!--JFLAP--><structure>&#13;
            <type>fa</type>&#13;
            <automaton>&#13;
            <state id="0" name="q0"><x>1.0</x><y>2.0</y><initial/></state>
            <state id="7" name="q7"><x>1.0</x><y>2.0</y><final/></state>
            <transition><from>0</from><to>7</to><read>ab</read></transition>
            <transition><from>7</from><to>0</to><read/></transition>
            <transition><from>0</from><to>0</to><read>[c-d]</read></transition>
            <note><text>hello</text></note>
            </automaton>
            </structure>
            """);
    assertThat(language.alphabet()).containsExactly("a", "b", "c", "d");
    assertThat(accepted(language, 3)).containsExactly("ab", "cab", "dab");
    assertThat(language.notes())
        .containsExactly("determinised from 3 states to 3", "completed with a sink state");
  }

  @Test
  void jflap4WithoutWrapper() throws Exception {
    RegularLanguage language =
        read(
            "old.jff",
            """
            <structure><type>fa</type>
            <state id="0"><initial/><final/></state>
            <transition><from>0</from><to>0</to><read>1</read></transition>
            </structure>
            """);
    assertThat(language.size()).isEqualTo(1);
    assertThat(accepted(language, 2)).containsExactly("", "1", "11");
  }

  @Test
  void jflapProblems() throws Exception {
    assertThat(
            problems(
                "bad.jff",
                """
                <structure><type>fa</type>
                <state id="0"><initial/></state>
                <state id="0"><initial/></state>
                <state></state>
                <transition><from>0</from><to>9</to><read>a b</read></transition>
                </structure>
                """))
        .containsExactly(
            "bad.jff:3:1: a second state with id '0'",
            "bad.jff:3:15: a second initial state",
            "bad.jff:4:1: a state without id",
            "bad.jff:5:37: label 'a b' has white space in it, which cannot be a symbol",
            "bad.jff:5:27: no state has id '9'");
    assertThat(problems("pda.jff", "<structure>\n<type>pda</type></structure>"))
        .containsExactly(
            "pda.jff:2:1: this is a pushdown automaton (type 'pda'),"
                + " expected a finite automaton (type 'fa')");
    assertThat(problems("x.jff", "<structure/>"))
        .containsExactly(
            "x.jff: this is not a file of JFLAP, which has a <type>;"
                + " expected a finite automaton (type 'fa')");
    assertThat(problems("end.jff", "<structure>\n <type>fa"))
        .singleElement()
        .asString()
        .startsWith("end.jff:2:10: not XML: ");
    assertThat(
            problems(
                "half.jff",
                "<structure><type>fa</type>\n<transition><from>1</from></transition></structure>"))
        .containsExactly("half.jff:2:1: a transition needs one <from> and one <to>");
    assertThat(problems("start.jff", "<structure><type>fa</type><state id='1'/></structure>"))
        .containsExactly("start.jff: no initial state");
  }

  @Test
  void jflapOfAnotherType() throws Exception {
    assertThat(problems("tm.jff", "<structure>\n<type>turing</type><automaton/></structure>"))
        .containsExactly(
            "tm.jff:2:1: this is a Turing machine (type 'turing'),"
                + " expected a finite automaton (type 'fa')");
    assertThat(problems("new.jff", "<structure><type>quantum</type></structure>"))
        .containsExactly(
            "new.jff:1:12: type 'quantum' is not one of JFLAP's,"
                + " expected a finite automaton (type 'fa')");
  }

  @Test
  void jflapTransitionsThatAreNotOnes() throws Exception {
    assertThat(
            problems(
                "bad.jff",
                """
                <structure><type>fa</type><state id="0"><initial/></state>
                <transition><to>0</to><to>0</to><from>0</from></transition>
                <transition><from>0</from><to>0</to><read>a<b>c</b></read></transition>
                <transition><from>0</from><to>0</to><read>a c</read></transition>
                </structure>
                """))
        .containsExactly(
            "bad.jff:2:1: a transition needs one <from> and one <to>",
            "bad.jff:3:44: <b> stands inside <read>, expected text",
            "bad.jff:4:37: label 'a c' has white space in it, which cannot be a symbol");
    assertThat(
            accepted(
                read(
                    "order.jff",
                    "<structure><type>fa</type><state id='0'><initial/></state><state id='1'><final/>"
                        + "</state><transition><read>a</read><to>1</to><from>0</from></transition>"
                        + "</structure>"),
                2))
        .containsExactly("a");
  }

  @Test
  void jflapNeverOpensOtherFiles() throws Exception {
    Path secret = write("secret.txt", "SECRET");
    assertThat(
            problems(
                "x.jff",
                "<?xml version='1.0'?>\n<!DOCTYPE structure [<!ENTITY s SYSTEM '"
                    + secret.toUri()
                    + "'>]>\n<structure><type>&s;</type></structure>"))
        .singleElement()
        .asString()
        .isEqualTo("x.jff:2:1: a DOCTYPE is refused, as it can make a parser read other files");
  }

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

  @Test
  void ba() throws Exception {
    RegularLanguage language = read("x.ba", "p\na,p->q\nb,q->p\nq\n");
    assertThat(accepted(language, 3)).containsExactly("a", "aba");
    assertThat(problems("bad.ba", "p\na,p->q,r\n"))
        .containsExactly("bad.ba: not BA: Invalid identifier: q,r");
    assertThat(problems("wide.ba", wideBa()))
        .containsExactly("wide.ba: more than 100000 states or 8000000 entries in the table");
  }

  private static String wideBa() {
    StringBuilder text = new StringBuilder("p\n");
    for (int i = 0; i < 10_000; i++) {
      text.append(i).append(",p").append(i).append("->q\n");
    }
    return text.toString();
  }
}
