package org.cotsim.languages.read.automaton;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.input.Point;
import org.cotsim.languages.read.ReaderFixture;
import org.junit.jupiter.api.Test;

class JflapReaderTest extends ReaderFixture {

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

  private static String state(int id, String place, String marks) {
    return "<state id='%d' name='s%d'>%s%s</state>\n".formatted(id, id, place, marks);
  }

  private static String move(int from, String read, int to) {
    return "<transition><from>%d</from><to>%d</to><read>%s</read></transition>\n"
        .formatted(from, to, read);
  }

  private static String place(double x, double y) {
    return "<x>" + x + "</x><y>" + y + "</y>";
  }

  private RegularLanguage drawn(String transitions) throws Exception {
    return read(
        "drawn.jff",
        "<structure><type>fa</type><automaton>\n"
            + state(0, place(300, 80.5), "<final/>")
            + state(1, place(100, 90), "<initial/>")
            + state(2, place(210, 200), "")
            + transitions
            + "<note><text>n</text><x>everywhere</x></note></automaton></structure>");
  }

  @Test
  void whereStatesAreDrawnIsKept() throws Exception {
    String all = move(1, "a", 0) + move(0, "a", 2) + move(2, "a", 1);
    assertThat(drawn(all).stateNames()).containsExactly("s1", "s0", "s2");
    assertThat(drawn(all).drawing())
        .containsExactly(new Point(100, 90), new Point(300, 80.5), new Point(210, 200));
    RegularLanguage partial = drawn(move(1, "a", 0) + move(0, "b", 2) + move(2, "a", 1));
    assertThat(partial.stateNames()).containsExactly("s1", "s0", "sink", "s2");
    assertThat(partial.drawing().get(2).y()).as("the sink's").isGreaterThan(290);
    assertThat(partial.drawing()).doesNotHaveDuplicates();
  }

  @Test
  void whereStatesWereDrawnIsDroppedOnceTheyAreOthers() throws Exception {
    String merged = move(1, "a", 0) + move(0, "a", 2) + move(2, "a", 2) + move(1, "b", 2);
    assertThat(drawn(merged + move(0, "b", 2) + move(2, "b", 2)).drawing()).hasSize(3);
    assertThat(drawn(move(1, "a", 2) + move(2, "a", 2)).drawing()).isEmpty();
    assertThat(drawn(move(1, "a", 0) + move(1, "a", 2)).drawing()).isEmpty();
  }

  @Test
  void aPlaceThatIsNoneIsRefused() throws Exception {
    String text =
        "<structure><type>fa</type>\n"
            + state(0, "<x>left</x><y>NaN</y>", "<initial/><final/>")
            + move(0, "a", 0)
            + "</structure>";
    assertThat(problems("place.jff", text))
        .containsExactly(
            "place.jff:2:25: <x> is 'left', expected a number of the drawing",
            "place.jff:2:36: <y> is 'NaN', expected a number of the drawing");
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
    assertThat(problems("end.jff", "<structure>\n <type>fa"))
        .singleElement()
        .asString()
        .startsWith("end.jff:2:10: not XML: ");
    assertThat(
            problems(
                "half.jff",
                "<structure><type>fa</type>\n<transition><from>1</from></transition></structure>"))
        .containsExactly(
            "half.jff:2:1: a transition needs one <from> and one <to>",
            "half.jff:1:1: no initial state, expected one with <initial/>");
    assertThat(problems("start.jff", "<structure><type>fa</type><state id='1'/></structure>"))
        .containsExactly("start.jff:1:1: no initial state, expected one with <initial/>");
  }

  @Test
  void jflapOfAnotherType() throws Exception {
    assertThat(problems("pda.jff", "<structure>\n<type>pda</type></structure>"))
        .containsExactly(
            "pda.jff:2:1: this is a pushdown automaton (type 'pda'),"
                + " expected a finite automaton (type 'fa')");
    assertThat(problems("x.jff", "<structure/>"))
        .containsExactly(
            "x.jff:1:1: this is not a file of JFLAP, which has a <type>;"
                + " expected a finite automaton (type 'fa')");
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
                    "<structure><type>fa</type><state id='0'><initial/></state><state"
                        + " id='1'><final/>"
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

  private String automaton(String label) {
    return "<structure><type>fa</type><state id='0'><initial/><final/></state>\n"
        + "<transition><from>0</from><to>0</to><read>%s</read></transition></structure>\n\n"
            .formatted(label);
  }

  @Test
  void labelsThatAreMoreThanASymbol() throws Exception {
    assertThat(problems("blank.jff", automaton(" ")))
        .containsExactly(
            "blank.jff:2:37: label ' ' has white space in it, which cannot be a symbol");
    assertThat(problems("back.jff", automaton("[z-a]")))
        .containsExactly("back.jff:2:37: the range [z-a] is backwards");
    assertThat(problems("long.jff", automaton("[a-\uffee]")))
        .containsExactly("long.jff:2:37: the range [a-\uffee] is longer than 1000 symbols");
    RegularLanguage eps =
        read(
            "eps.jff",
            automaton("a").replace("</structure>", "")
                + "<transition><from>0</from><to>0</to><read>λ</read></transition></structure>");
    assertThat(eps.notes()).contains("'λ' reads nothing");
    assertThat(eps.alphabet()).containsExactly("a");
  }

  @Test
  void anEarlyEndIsWhereTheTextEnds() throws Exception {
    assertThat(problems("early.jff", "<structure>\n<type>fa</type>\n\n\n"))
        .singleElement()
        .asString()
        .startsWith("early.jff:2:16: not XML: ");
  }

  @Test
  void jflap8IsNamed() throws Exception {
    assertThat(
            problems(
                "new.jff", "<structure type='editor_panel'><structure type='fsa'/></structure>"))
        .containsExactly(
            "new.jff:1:1: this is a file of JFLAP 8 (type=\"editor_panel\"),"
                + " expected a finite automaton of JFLAP 4 to 7 (<type>fa</type>)");
  }
}
