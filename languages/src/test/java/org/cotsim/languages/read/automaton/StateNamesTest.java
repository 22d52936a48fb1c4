package org.cotsim.languages.read.automaton;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.read.ReaderFixture;
import org.junit.jupiter.api.Test;

/** States keep the names that the file gives them, whatever becomes of the automaton. */
class StateNamesTest extends ReaderFixture {

  @Test
  void thoseOfAMinimalAutomatonAreKept() throws Exception {
    RegularLanguage language =
        read(
            "parity.jff",
            """
            <structure><type>fa</type>
            <state id="0" name="odd"><final/></state>
            <state id="1" name="even"><initial/></state>
            <transition><from>0</from><to>1</to><read>1</read></transition>
            <transition><from>1</from><to>0</to><read>1</read></transition>
            <transition><from>0</from><to>0</to><read>0</read></transition>
            <transition><from>1</from><to>1</to><read>0</read></transition>
            </structure>
            """);
    assertThat(language.stateNames()).containsExactly("even", "odd");
    assertThat(language.notes()).isEmpty();
  }

  @Test
  void aSubsetIsCalledByItsMembersAndTheSinkSo() throws Exception {
    RegularLanguage language =
        read(
            "ab.jff",
            """
            <structure><type>fa</type>
            <state id="0" name="start"><initial/></state>
            <state id="1" name="end"><final/></state>
            <transition><from>0</from><to>0</to><read>a</read></transition>
            <transition><from>0</from><to>1</to><read>ab</read></transition>
            </structure>
            """);
    assertThat(language.stateNames()).containsExactly("start", "{start,start:a}", "sink", "end");
    assertThat(language.notes())
        .containsExactly("determinised from 3 states to 3", "completed with a sink state");
  }

  @Test
  void aStateThatStandsForSeveralIsCalledByTheNearestAndSaysSo() throws Exception {
    RegularLanguage language =
        read(
            "twice.dot",
            """
            digraph g {
              s [shape=none label=""]; s -> first;
              first [label="at home"]; second; third [shape=doublecircle label="0"];
              first -> second [label="0"]; second -> first [label="0"];
              first -> third [label="1"]; second -> third [label="1"];
              third -> third [label="0,1"];
            }
            """);
    assertThat(language.stateNames()).containsExactly("at_home", "q0");
    assertThat(language.notes())
        .containsExactly(
            "minimised from 3 states to 2",
            "states: at_home stands for at home, second; q0 stands for 0");
  }

  @Test
  void namesThatAreTakenOrLongOrAlikeAreChanged() throws Exception {
    String longest = "x".repeat(33);
    RegularLanguage language =
        read(
            "taken.dot",
            """
            digraph g {
              s [shape=none label=""]; s -> accept;
              accept; b [label="a_a"]; c [label="a a"]; d [label="%s" shape=doublecircle];
              accept -> b [label="a"]; b -> c [label="a"]; c -> d [label="a"]; d -> accept [label="a"];
            }
            """
                .formatted(longest));
    assertThat(language.stateNames()).containsExactly("qaccept", "a_a", "qa_a", "q3");
    assertThat(language.notes())
        .containsExactly(
            "states: qaccept stands for accept; qa_a stands for a a; q3 stands for " + longest);
  }

  @Test
  void oneOfAnExpressionHasNumbers() throws Exception {
    assertThat(RegexReader.read("(ab)*", Optional.empty()).stateNames())
        .containsExactly("q0", "q1", "q2");
  }
}
