package org.cotsim.read;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cotsim.languages.read.turing.BusyBeaverList;
import org.cotsim.languages.read.turing.TuringFiles;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.read.ReaderFuzz.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Files of Turing machines, spoilt. */
class TuringReadersFuzzTest {

  private static final String CONCERNS_THE_WHOLE =
      "this line is longer than \\d+ bytes|the file is empty|the file holds no machine|field '.*' is missing|not YAML: .*"
          + "|expected a YAML mapping.*|the line 'init: STATE' is missing|no transitions"
          + "|\\d+ states and \\d+ symbols are not read|machine .* is not well defined:.*"
          + "|the name of (state|symbol) .* has a control character or a lone surrogate in it";

  private static final List<Document> DOCUMENTS =
      List.of(
          new Document("a.bb", "# c\n1RB2LB1RZ_2LA2RB1LB Halt 38 9\n"),
          new Document(
              "a.yaml",
              """
              input: '10'
              blank: ' '
              start state: q
              synonyms: {s: {R: q}}
              table:
                q:
                  [0, 1]: {write: 1, R}
                  ' ': {L: done}
                done:
              """),
          new Document(
              "b.yml",
              """
              name: x
              source code: |
                blank: 0
                start state: A
                table:
                  A: {1: R, 0: {L: B}}
                  B:
              """),
          new Document(
              "a.jff",
              """
              <?xml version="1.0" encoding="UTF-8"?><structure>&#13;
              <type>turing</type><tapes>2</tapes><automaton>
              <state id="0" name="q0"><x>1.0</x><initial/></state>
              <block id="1" name="q1"><tag>Machine1</tag><final/></block>
              <transition><from>0</from><to>1</to><read tape="1">!a</read><write tape="2">~</write>
              <move tape="1">R</move></transition><Machine1/></automaton></structure>
              """),
          new Document(
              "a.txt",
              "name: c\ninit: q0\naccept: qA\n\nq0,0,_\nq0,0,0,>,>\n\n// c\nq0,_,_\nqA,_,_,-,-\n"),
          new Document("a.tm", "; c\n0 1 * r 0\n0 _ 1 l 1 !\n1 * * * halt-accept\n* 0 1 r *\n"));

  private static final List<Document> LISTS =
      List.of(
          new Document("a.csv", "id,machine,status\n1,1RB1LB_1LA1RZ,halt\n2,1RB---_1LA---,x\n"),
          new Document("b.txt", "1RB1LB_1LA1RZ Halt 6 4\n\n# c\n1RB1RZ_1LB0RC_1LC1LA\n"));

  @TempDir private Path folder;

  @Test
  void filesOfTuringMachines(TestReporter reporter) throws Exception {
    ReaderFuzz fuzz = new ReaderFuzz(folder, CONCERNS_THE_WHOLE, DOCUMENTS);
    reporter.publishEntry(fuzz.run(file -> shown(TuringFiles.read(file))).toString());
  }

  @Test
  void lists(TestReporter reporter) throws Exception {
    ReaderFuzz fuzz = new ReaderFuzz(folder, CONCERNS_THE_WHOLE, LISTS);
    reporter.publishEntry(fuzz.run(TuringReadersFuzzTest::list).toString());
  }

  private static String shown(TuringMachine machine) {
    return machine.states() + "\n" + machine.symbols();
  }

  private static String list(Path file) throws Exception {
    int read = 0;
    try (BusyBeaverList list = BusyBeaverList.open(file)) {
      for (Optional<?> next = list.next(); next.isPresent(); next = list.next()) {
        read++;
      }
    }
    return read + " machines";
  }
}
