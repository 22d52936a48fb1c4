package org.cotsim.languages.read.automaton;

import static org.assertj.core.api.Assertions.assertThat;

import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.read.ReaderFixture;
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
        .containsExactly(
            "weights left out of account",
            "'<eps>' reads nothing",
            "determinised from 4 states to 3");
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
            "bad.att:6:3: weight 'NaN' is not a number");
    assertThat(problems("many.att", "0 1 a b\n".repeat(50))).hasSize(20);
    assertThat(problems("none.att", "0\n"))
        .containsExactly("none.att: no transition reads a symbol, so there is no alphabet");
  }

  @Test
  void ba() throws Exception {
    RegularLanguage language = read("x.ba", "p\na,p->q\nb,q->p\nq\n");
    assertThat(accepted(language, 3)).containsExactly("a", "aba");
    assertThat(problems("bad.ba", "p\na,p->q,r\n"))
        .containsExactly(
            "bad.ba:2:6: 'q,r' is no state;"
                + " expected a line 'symbol,source->target' or a state");
    assertThat(problems("wide.ba", wideBa()))
        .containsExactly(
            "wide.ba: 10002 states times 10000 symbols"
                + " make a table of more than 8000000 entries");
  }

  @Test
  void baSaysWhatItDoes() throws Exception {
    RegularLanguage all = read("all.ba", "a,[1]->[2]\n\nb,[2]->[1]\r\n");
    assertThat(accepted(all, 2)).containsExactly("", "a", "ab");
    assertThat(all.notes())
        .contains("no state is named as accepting, so that all accept")
        .contains("every state accepts, so that only words without a path are rejected");
    assertThat(problems("order.ba", "p\na,p->q\nq\nb,q->p\n"))
        .containsExactly(
            "order.ba:4:1: a transition after an accepting state, expected an accepting state");
    assertThat(problems("half.ba", "p\na,p->\na b,p->p\np,q\np->q\n"))
        .containsExactly(
            "half.ba:2:6: '' is no state; expected a line" + " 'symbol,source->target' or a state",
            "half.ba:4:2: expected a line 'symbol,source->target' or a state",
            "half.ba:5:2: expected a line 'symbol,source->target' or a state",
            "half.ba:3:1: 'a b' has white space in it, which cannot be a symbol");
    assertThat(problems("mealy.ba", "p\na/x,p->p\n"))
        .singleElement()
        .asString()
        .contains("this is a Mealy machine");
  }

  @Test
  void attPartedByTabs() throws Exception {
    assertThat(accepted(read("tab.att", "0\t1\ta\n1\n"), 2)).containsExactly("a");
    assertThat(problems("foma.att", "0\t1\ta\ta\n1\t2\t \t \n2\t0\t\t\n2\n0 1\ta\n"))
        .containsExactly(
            "foma.att:2:5: ' ' between tabs: white space cannot be part of a symbol or a state",
            "foma.att:3:5: an empty field between tabs, expected"
                + " 'source target input [output [weight]]' or 'final [weight]'",
            "foma.att:5:1: '0 1' between tabs: white space cannot be part of a symbol or a state");
  }

  @Test
  void attWithInfiniteWeights() throws Exception {
    RegularLanguage language =
        read("inf.att", "0 1 a 0.5\n1 0 b Infinity\n1 1 c c inf\n0 Infinity\n1\n");
    assertThat(accepted(language, 3)).containsExactly("a");
    assertThat(language.notes())
        .contains(
            "weights left out of account",
            "a state whose final weight is Infinity does not accept",
            "a transition whose weight is Infinity is left out");
  }

  @Test
  void attWithWholeNumbersAsWeights() throws Exception {
    RegularLanguage language = read("whole.att", "0 1 a 5\n1 2 b 0\n1 2 c 0.5\n2 1\n");
    assertThat(accepted(language, 3)).containsExactly("ab", "ac");
    assertThat(language.notes()).contains("weights left out of account");
    assertThat(problems("digits.att", "0 1 1 5\n"))
        .containsExactly(
            "digits.att:1:7: output '5' is not the input '1', only acceptors are read;"
                + " a weight is written with a point");
    assertThat(problems("both.att", "0 1 a 5\n0 1 a b\n")).hasSize(2);
  }

  @Test
  void attWithNumbersForSymbols() throws Exception {
    RegularLanguage numbers = read("numbers.att", "0 1 0\n1 1 1\n1\n");
    assertThat(accepted(numbers, 2)).containsExactly("0", "01");
    assertThat(numbers.notes())
        .anyMatch(note -> note.startsWith("'0' is read as a symbol like the other numbers"));
    assertThat(read("mixed.att", "0 1 0\n1 1 a\n1\n").notes())
        .noneMatch(note -> note.contains("OpenFst"));
  }

  @Test
  void attAsFomaAndHfstWriteIt() throws Exception {
    assertThat(problems("two.att", "0 1 a\n1\n--\n0 1 b\n1\n"))
        .containsExactly(
            "two.att:3:1: '--' ends this automaton and another one follows, expected only one");
    RegularLanguage language =
        read(
            "hfst.att",
            "0 1 @_IDENTITY_SYMBOL_@\n1 1 @_SPACE_@\n1 1 @_X_@\n1 2 @_EPSILON_SYMBOL_@\n2\n--\n");
    assertThat(language.notes())
        .contains(
            "'@_EPSILON_SYMBOL_@' reads nothing",
            "'@_IDENTITY_SYMBOL_@' looks like any other symbol, but is read as one symbol",
            "'@_SPACE_@' looks like white space, but is read as one symbol",
            "'@_X_@' looks like a special symbol of HFST, but is read as one symbol");
    assertThat(problems("flag.att", "0 1 @P.CASE.NOM@\n1\n"))
        .containsExactly(
            "flag.att:1:5: flag diacritic '@P.CASE.NOM@' restricts the path,"
                + " expected an automaton without flags");
  }

  @Test
  void symbolsThatNobodySees() throws Exception {
    assertThat(problems("c.att", "0 1 a\u001b\n0 1 a\u00a0\n1\n"))
        .containsExactly(
            "c.att:1:5: 'a\\u001b' has the control character U+001B in it,"
                + " which cannot be part of a symbol",
            "c.att:2:5: 'a\u00a0' has white space in it, which cannot be a symbol");
  }

  @Test
  void acceptingStatesThatDoNotMatter() throws Exception {
    assertThat(read("far.att", "0 0 a\n1 1 a\n1\n").notes())
        .contains("no accepting state is reached, so that no word is accepted");
    assertThat(read("all.att", "0 1 a\n1 0 a\n0\n1\n").notes())
        .contains("every state accepts, so that every word is accepted");
    assertThat(read("some.att", "0 1 a\n1\n").notes()).noneMatch(note -> note.contains("accept"));
  }

  @Test
  void formatsThatAreNotReadAreNamed() throws Exception {
    assertThat(problems("x.hoa", "HOA: v1"))
        .containsExactly(
            "x.hoa: no automaton is read from this kind of file"
                + " (HOA, automata on infinite words whose labels are formulas),"
                + " expected one of .att .ba .dot .gv .jff");
  }

  private static String wideBa() {
    StringBuilder text = new StringBuilder("p\n");
    for (int i = 0; i < 10_000; i++) {
      text.append(i).append(",p").append(i).append("->q\n");
    }
    return text.toString();
  }
}
