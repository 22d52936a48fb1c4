package org.cotsim.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.ConstantDepth;
import org.cotsim.languages.catalogue.Entry;
import org.cotsim.languages.catalogue.TuringEntry;
import org.junit.jupiter.api.Test;

/** What is said of a class is the same wherever it is said. */
class ClassTheoryTest {

  private static final Sentences SAY = SentencesFile.english();

  private static String read(String page) throws IOException {
    return Files.readString(Path.of(page)).replaceAll("\\s+", " ");
  }

  @Test
  void thePagesOfTheHouseSayOfEachClassWhatTheWebPagesSay() throws IOException {
    String teaching = read("teaching.md");
    for (ClassTheory one : ClassTheory.ALL) {
      assertThat(teaching).contains("| " + SAY.say("class." + one.key()) + " |");
    }
    String shared = "and one would show TC0 = NC1";
    assertThat(ClassTheory.of(SAY, "non-solvable")).contains(shared);
    assertThat(read("../README.md")).contains(shared);
  }

  @Test
  void parityAndA5AreExplainedByWhatTellsThemApart() {
    String parity = ClassTheory.paragraphs(SAY, "solvable");
    String a5 = ClassTheory.paragraphs(SAY, "non-solvable");
    assertThat(parity).contains("are in TC0").contains("In word-a5 it is otherwise");
    assertThat(a5).contains("only if TC0 = NC1").contains("In parity it is otherwise");
    assertThat(ClassTheory.title(SAY, "solvable").orElseThrow()).contains("none is needed");
    assertThat(ClassTheory.title(SAY, "non-solvable").orElseThrow()).contains("unless TC0 = NC1");
    assertThat(ClassTheory.title(SAY, "P-complete")).isEmpty();
  }

  @Test
  void aProblemOfConstantDepthIsSaidToBeInTc0AndStandsWithThem() {
    for (Entry entry : Catalogue.entries()) {
      if (entry instanceof TuringEntry turing && turing.constantDepth().isPresent()) {
        ConstantDepth known = turing.constantDepth().get();
        assertThat(turing.languageClass()).isEqualTo(known.circuits() + "; " + turing.complexity());
        assertThat(ClassTheory.of(SAY, turing.languageClass())).startsWith("in TC0");
        assertThat(Level.of(entry))
            .isEqualTo(known.formula().isPresent() ? Level.NONE : Level.PADDED);
      }
    }
  }
}
