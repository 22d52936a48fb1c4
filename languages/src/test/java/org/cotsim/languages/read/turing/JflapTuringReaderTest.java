package org.cotsim.languages.read.turing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.input.Point;
import org.cotsim.languages.oracle.TuringInterpreter;
import org.cotsim.languages.read.TextFile;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.languages.turing.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JflapTuringReaderTest {

  private static final String STATES =
      "<state id='0' name='go'><initial/></state>\n<state id='1' name='end'><final/></state>\n";

  /** A document whose first line is its head and whose states take the next two. */
  private static String document(String head, String transitions) {
    return "<?xml version='1.0' encoding='UTF-8'?><!--Created with JFLAP 7.1.--><structure>"
        + head
        + "<automaton>&#13;\n"
        + STATES
        + transitions
        + "</automaton></structure>";
  }

  private static String transition(String from, String to, String rest) {
    return "<transition><from>" + from + "</from><to>" + to + "</to>" + rest + "</transition>\n";
  }

  private static String one(String read, String write, String move) {
    return "<read>" + read + "</read><write>" + write + "</write><move>" + move + "</move>";
  }

  private static TuringMachine read(String text) throws InputException {
    return JflapTuringReader.read(new TextFile("m.jff", text));
  }

  private static boolean accepts(String document, String word) throws InputException {
    TuringMachine machine = read(document);
    List<String> symbols = word.codePoints().mapToObj(Character::toString).toList();
    return TuringInterpreter.run(machine, symbols, 1000).verdict() == Verdict.ACCEPTED;
  }

  @Test
  void oneTapeMachinesAreRead() throws InputException {
    String text =
        document(
            "<type>turing</type>",
            transition("0", "0", one("a", "b", "R"))
                + transition("0", "0", one("a", "b", "R"))
                + transition("0", "1", "<read/><write/><move>S</move>"));
    assertThat(accepts(text, "aaa")).isTrue();
    assertThat(accepts(text, "aba")).isFalse();
    TuringMachine machine = read(text);
    assertThat(machine.states()).containsExactly("go", "end");
    assertThat(machine.symbols()).containsExactly("□", "a", "b");
  }

  @Test
  void whereStatesAreDrawnIsKept() throws InputException {
    String text = document("<type>turing</type>", transition("0", "1", one("a", "b", "R")));
    String drawn =
        text.replace("<initial/>", "<x>12.5</x><y>-3</y><initial/>")
            .replace("<final/>", "<x>90</x><y>40</y><final/>");
    assertThat(read(drawn).drawing()).containsExactly(new Point(12.5, -3), new Point(90, 40));
    assertThat(read(drawn).withBlankAsInput().drawing()).hasSize(2);
    assertThat(read(text).drawing()).isEmpty();
    assertThat(read(text.replace("<final/>", "<x>90</x><y>40</y><final/>")).drawing()).isEmpty();
    assertThatThrownBy(() -> read(drawn.replace("12.5", "1e9")))
        .hasMessage("m.jff:2:25: <x> is '1e9', expected a number of the drawing");
  }

  @Test
  void severalTapesAreRead() throws InputException {
    String copyA =
        "<read tape='1'>a</read><read tape='2'/><write tape='1'>a</write>"
            + "<write tape='2'>a</write><move tape='1'>R</move><move tape='2'>R</move>";
    String turn = "<move tape='1'>R</move><move tape='2'>L</move>";
    String text =
        document(
            "<type>turing</type><tapes>2</tapes>",
            transition("0", "0", copyA)
                + transition(
                    "0",
                    "2",
                    "<read tape='1'>b</read><write tape='1'>b</write><move tape='1'>S</move><move tape='2'>L</move>")
                + "<state id='2' name='go'/>"
                + transition(
                    "2",
                    "2",
                    "<read tape='1'>b</read><read tape='2'>a</read><write tape='1'>b</write><write tape='2'>a</write>"
                        + turn)
                + transition("2", "1", ""));
    assertThat(accepts(text, "aabb")).isTrue();
    assertThat(accepts(text, "aab")).isFalse();
    assertThat(accepts(text, "aabbb")).isFalse();
    assertThat(read(text).states()).contains("go/2");
  }

  @Test
  void patternsMatchTheSymbolsOfTheDocument() throws InputException {
    String text =
        document(
            "<type>turing</type>",
            transition("0", "0", one("!c", "~", "R")) + transition("0", "1", one("c", "d", "S")));
    assertThat(accepts(text, "dc")).isTrue();
    TuringMachine machine = read(text);
    assertThat(machine.symbols()).containsExactly("□", "d", "c");
    assertThat(machine.describe(machine.actionAt(0, 1))).isEqualTo("go d R");
  }

  @Test
  void blocksWithoutAMachineAreStates() throws InputException {
    String text =
        "<structure><type>turing</type><automaton>"
            + "<block id='0' name='q0'><tag>Machine0</tag><initial/></block>"
            + "<block id='1' name='q1'><tag>Machine1</tag><final/></block>"
            + transition("0", "1", one("a", "a", "R"))
            + "<Machine0/><Machine1/></automaton></structure>";
    assertThat(accepts(text, "a")).isTrue();
    assertThatThrownBy(
            () -> accepts(text.replace("<Machine1/>", "<Machine1><state id='0'/></Machine1>"), "a"))
        .hasMessage(
            "m.jff:1:103: building block 'q1' holds a machine of its own, write its states out");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "<from>0</from><to>7</to> # <to> names no state: '7'",
        "<to>1</to> # <from> names no state: ''",
        "<from>1</from><to>0</to> # a transition leaves the final state 'end'",
        "<from>0</from><to>1</to><move>U</move> # expected a move L, R or S, not 'U'",
        "<from>0</from><to>1</to><read tape='2'>a</read> # there is no tape '2' of 1",
        "<from>0</from><to>1</to><read>ab</read> # expected a symbol of one character, not 'ab'",
        "<from>0</from><to>1</to><write>ab</write> # expected a symbol of one character, not 'ab'",
        "<from>0</from><to>1</to><read>x</read> # a second transition of state 'go' on x, the machine must be deterministic",
      })
  void wrongTransitionsAreNamedWithTheirPlace(String inside, String message) {
    String text =
        document(
            "<type>turing</type>",
            transition("0", "0", one("x", "x", "R")) + "<transition>" + inside + "</transition>");
    int column = 1;
    for (String part : List.of("<read tape", "<read>ab", "<write>ab")) {
      column = Math.max(column, inside.indexOf(part) < 0 ? 1 : 13 + inside.indexOf(part));
    }
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(InputException.class)
        .hasMessage("m.jff:5:" + column + ": " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "<structure><type>fa</type></structure> # :1:12: this is a finite automaton (type 'fa'), expected a Turing machine (type 'turing')",
        "<automaton/> # :1:1: this is not a file of JFLAP, which has a <type>; expected a Turing machine (type 'turing')",
        "<structure><type>turing</type><automaton/></structure> # :1:31: no state is <initial/>",
        "<structure><type>turing</type><tapes>9</tapes><state id='0'><initial/></state></structure> # :1:31: expected 1 to 5 tapes, not '9'",
        "<structure><type>turing</type><state><initial/></state></structure> # :1:31: the state has no id",
        "<structure><type>turing</type><state id='0'><initial/></state><state id='0'/></structure> # :1:63: state id '0' occurs twice",
        "<structure><type>turing</type><state id='0'><initial/></state><state id='1'><initial/></state></structure> # :1:63: a second state is <initial/>",
        "<!DOCTYPE s [<!ENTITY x 'y'>]><structure/> # :1:1: a DOCTYPE is refused, as it can make a parser read other files",
        "<structure>&x;</structure> # :1:15: not XML: The entity \"x\" was referenced, but not declared.",
        "<structure> # :1:12: not XML: XML document structures must start and end within the same entity.",
        "turing # :1:1: not XML: Content is not allowed in prolog.",
      })
  void wrongDocumentsAreNamedWithTheirPlace(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(InputException.class)
        .hasMessage("m.jff" + message);
  }

  @Test
  void tagsOverSeveralLinesBeginAtTheirFirst() {
    assertThatThrownBy(
            () -> read("<structure><type>turing</type>\n  <state\n id=\n''/></structure>"))
        .hasMessage("m.jff:2:3: the state has no id\nm.jff:1:1: no state is <initial/>");
  }

  @Test
  void deepAndWideDocumentsAreRefused() {
    assertThatThrownBy(() -> read("<a>".repeat(1000)))
        .hasMessage("m.jff:1:193: elements are nested more than 64 deep");
    StringBuilder many = new StringBuilder();
    for (char symbol = 'A'; symbol <= 'Z'; symbol++) {
      many.append(transition("0", "0", one(String.valueOf(symbol), "~", "R")));
    }
    assertThatThrownBy(() -> read(document("<type>turing</type><tapes>5</tapes>", many.toString())))
        .hasMessageEndingWith("27 symbols on 5 tapes are too many");
  }
}
