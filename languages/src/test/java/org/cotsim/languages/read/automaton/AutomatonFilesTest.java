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
