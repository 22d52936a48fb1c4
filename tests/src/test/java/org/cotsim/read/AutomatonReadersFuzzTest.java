package org.cotsim.read;

import java.nio.file.Path;
import java.util.List;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.read.automaton.AutomatonFiles;
import org.cotsim.read.ReaderFuzz.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Files of automata, spoilt. */
class AutomatonReadersFuzzTest {

  private static final String CONCERNS_THE_WHOLE =
      "no initial state.*|no state accepts and every label is .*|no transition reads a symbol.*|the"
          + " file is empty|more than \\d+ (states|transitions|symbols).*|.* was stopped after .*";

  private static final List<Document> DOCUMENTS =
      List.of(
          new Document("a.att", "0 1 a\n1\t0\tb\tb\t0.5\n1 2 <eps>\n\n2 2 long 7\n0\n2 1.5\n"),
          new Document("a.ba", "p\na,p->q\nb,q->p\n[c],q->[q]\nq\n"),
          new Document(
              "a.dot",
              """
              digraph g { // by hand
                rankdir=LR; init [shape=point]; node [shape=doublecircle]; b
                node [shape=circle label="{<f0> q|1}"]
                __start0 [label="" shape="none" width="0"];
                __start0 -> s0;
                init -> a [label=start]
                a -> b [label="0, 1"]; b -> a [label="ε"]
                subgraph cluster_0 { s0 -> {a b} [label=<x<b>y</b>>] }
                s0:n -> a -> b [label="u" + "v", weight=-1.5] /* and so on */
              }
              """),
          new Document(
              "a.jff",
              """
              <?xml version="1.0" encoding="UTF-8"?><!--Created with JFLAP 7.1.--><structure>&#13;
              <type>fa</type><automaton>
              <state id="0" name="q0"><x>1.0</x><y>2</y><initial/></state>
              <state id="1" name="q1"><final/><label>one</label></state>
              <transition><from>0</from><to>1</to><read>[a-c]</read></transition>
              <transition><from>1</from><to>1</to><read/></transition>
              <transition><from>1</from><to>0</to><read>xy</read></transition>
              <note>of no matter</note></automaton></structure>
              """));

  @TempDir private Path folder;

  @Test
  void filesOfAutomata(TestReporter reporter) throws Exception {
    ReaderFuzz fuzz = new ReaderFuzz(folder, CONCERNS_THE_WHOLE, DOCUMENTS);
    reporter.publishEntry(fuzz.run(file -> shown(AutomatonFiles.read(file))).toString());
  }

  private static String shown(RegularLanguage language) {
    return String.join("\n", language.notes()) + "\n" + language.alphabet();
  }
}
