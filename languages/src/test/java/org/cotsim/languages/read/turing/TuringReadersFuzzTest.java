package org.cotsim.languages.read.turing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.SplittableRandom;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.TextFile;
import org.cotsim.languages.turing.TuringMachine;
import org.junit.jupiter.api.Test;

/** Spoiled documents are read or refused with a place; no other exception gets out. */
class TuringReadersFuzzTest {

  private static final long SEED = 1962;
  private static final String NOISE = "<>&;:{}[],'\"-_~! \n\r\t0AabR*#|>é\u0085\u0007";

  private interface Reader {
    TuringMachine read(TextFile file) throws InputException;
  }

  @Test
  void yamlDocuments() {
    fuzz(
        TuringYamlReader::read,
        """
        input: '1001'
        blank: ' '
        start state: even
        synonyms: {skip: {write: ., R: even}}
        table:
          even:
            [0, .]: {write: ., R}
            1: skip
            ' ': {N: accept}
          accept:
        """);
  }

  @Test
  void jflapDocuments() {
    fuzz(
        JflapTuringReader::read,
        """
        <?xml version="1.0" encoding="UTF-8"?><!--Created with JFLAP 7.1.--><structure>&#13;
        <type>turing</type><tapes>2</tapes><automaton>
        <state id="0" name="q0"><x>1.0</x><initial/></state>
        <block id="1" name="q1"><tag>Machine1</tag><final/></block>
        <transition><from>0</from><to>1</to><read tape="1">!a</read><write tape="2">~</write>
        <move tape="1">R</move></transition><Machine1/></automaton></structure>
        """);
  }

  @Test
  void busyBeaverTexts() {
    fuzz(file -> BusyBeaverReader.read(file.source(), file.text()), "1RB2LB1RZ_2LA2RB1LB");
  }

  private static void fuzz(Reader reader, String text) {
    SplittableRandom random = new SplittableRandom(SEED);
    int refused = 0;
    for (int trial = 0; trial < 2000; trial++) {
      String spoiled = spoil(text, random);
      try {
        assertThat(reader.read(new TextFile("m", spoiled)).states()).isNotEmpty();
      } catch (InputException e) {
        assertThat(e.problems()).allMatch(problem -> problem.line() >= 0 && problem.column() >= 0);
        refused++;
      } catch (RuntimeException e) {
        fail("seed " + SEED + ", trial " + trial + ":\n" + spoiled, e);
      }
    }
    assertThat(refused).isGreaterThan(400);
  }

  private static String spoil(String text, SplittableRandom random) {
    StringBuilder spoiled = new StringBuilder(text);
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      int at = random.nextInt(spoiled.length());
      switch (random.nextInt(3)) {
        case 0 -> spoiled.deleteCharAt(at);
        case 1 -> spoiled.insert(at, NOISE.charAt(random.nextInt(NOISE.length())));
        default -> spoiled.delete(at, Math.min(spoiled.length() - 1, at + random.nextInt(12)));
      }
    }
    return spoiled.toString();
  }
}
