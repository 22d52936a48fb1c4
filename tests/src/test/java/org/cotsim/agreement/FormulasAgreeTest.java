package org.cotsim.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.cotsim.agreement.Agreement.Count;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.logic.FormulaProblem;
import org.cotsim.benchmarks.problem.regular.RegularProblem;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.logic.FormulaAutomaton;
import org.cotsim.languages.oracle.FormulaInterpreter;
import org.cotsim.languages.read.logic.FormulaReader;
import org.cotsim.logic.RandomText;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.junit.jupiter.api.Test;

/**
 * Random formulas: their decoders answer as the interpreter does, and without counting as the
 * minimal automaton's decoders of 0 and of n + 1 steps do.
 */
class FormulasAgreeTest {

  private static final long SEED = Long.getLong("cotsim.seed", 20_261_127);
  private static final int FORMULAS = Integer.getInteger("cotsim.formulas", 40);

  @Test
  void everyDecoderAnswersAsTheInterpreterDoes() throws Exception {
    Random random = new Random(SEED);
    RandomText texts = new RandomText(random, true);
    Count count = new Count(0, 0);
    int regular = 0;
    for (int i = 0; i < FORMULAS; i++) {
      String text = texts.formula(2 + random.nextInt(3));
      FormulaProblem problem = FormulaProblem.of(text, FormulaReader.read(text, Optional.of("ab")));
      List<Voter> voters = new ArrayList<>(List.of(Voter.of(problem, Agreement.LONGEST)));
      assertThat(voters.get(0).decoder().model().layers().size())
          .as(text)
          .isLessThanOrEqualTo(problem.formula().operatorDepth() + 2);
      if (!problem.formula().counts()) {
        voters.addAll(ofAutomaton(text, problem));
        regular++;
      }
      FormulaInterpreter interpreter = new FormulaInterpreter(problem.formula());
      count =
          count.plus(
              new Agreement(problem.alphabet(), problem, interpreter::accepts, voters, SEED + i)
                  .ask());
    }
    assertThat(count.accepted())
        .as("words of %d", count.words())
        .isBetween(count.words() / 5, 4 * count.words() / 5);
    assertThat(regular).as("seed %d", SEED).isBetween(FORMULAS / 5, 4 * FORMULAS / 5);
  }

  private static List<Voter> ofAutomaton(String text, FormulaProblem problem)
      throws InputException, ExperimentException, NotCertifiedException {
    RegularLanguage language = FormulaAutomaton.of(text, problem.formula(), problem.alphabet());
    RegularProblem regular = new RegularProblem(language, text);
    return List.of(
        Voter.of(regular, Agreement.LONGEST),
        Voter.of(regular.by(Recipe.CASCADE), Agreement.LONGEST));
  }
}
