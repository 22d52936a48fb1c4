package org.cotsim.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.automatalib.util.automaton.Automata;
import net.automatalib.word.Word;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.logic.Formula;
import org.cotsim.languages.logic.FormulaAutomaton;
import org.cotsim.languages.oracle.FormulaInterpreter;
import org.cotsim.languages.read.logic.FormulaReader;
import org.cotsim.languages.read.logic.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Formulas without counting beside MONA, a program that knows nothing of temporal logic: their
 * translation into M2L-Str has the same words, the empty one apart, which M2L-Str leaves open.
 */
class MonaTest {

  private static final long SEED = 20_261_129;
  private static final int FORMULAS = Integer.getInteger("cotsim.formulas", 40);

  @Test
  void monaSaysTheSame(@TempDir Path folder) throws IOException, InterruptedException, Exception {
    assumeTrue(isThere(), "skipped: mona is not installed (Debian: apt-get install mona)");
    Random random = new Random(SEED);
    RandomText texts = new RandomText(random, false);
    int large = 0;
    for (int i = 0; i < FORMULAS; i++) {
      Sentence sentence =
          FormulaReader.read(texts.formula(2 + random.nextInt(3)), Optional.of("ab"));
      Formula formula = sentence.formula();
      RegularLanguage language = FormulaAutomaton.of("f", formula, sentence.alphabet());
      String recipe = "seed %d, formula %d: %s".formatted(SEED, i, formula);
      String program = new MonaProgram(formula).text();
      MonaAutomaton mona = MonaAutomaton.parse(run(folder, program));
      boolean empty = new FormulaInterpreter(formula).accepts(List.of());
      Word<String> difference =
          Automata.findSeparatingWord(
              language.dfa(), mona.toDfa(sentence.alphabet(), empty), sentence.alphabet());
      assertThat(difference).as("%s%n%s", recipe, program).isNull();
      large += language.size() > 3 ? 1 : 0;
    }
    assertThat(large).as("formulas with more than three states").isGreaterThan(FORMULAS / 10);
  }

  private static boolean isThere() throws InterruptedException {
    try {
      return new ProcessBuilder("mona", "-h").redirectErrorStream(true).start().waitFor() >= 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static String run(Path folder, String program) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("formula.mona"), program);
    Process mona =
        new ProcessBuilder("mona", "-q", "-w", file.toString()).redirectErrorStream(true).start();
    String output = new String(mona.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(mona.waitFor()).as(output).isZero();
    return output;
  }
}
