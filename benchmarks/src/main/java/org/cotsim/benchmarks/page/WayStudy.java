package org.cotsim.benchmarks.page;

import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalInt;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.run.TracedInput;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.VocabularyByLength;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.benchmarks.report.NumberText;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;

/**
 * One input of a problem whose answer is bought with something else than a chain of tokens.
 *
 * @param name by which it is found
 * @param title its heading
 * @param problem of the catalogue
 * @param way to build the decoder
 * @param length of the input
 */
record WayStudy(String name, String title, String problem, Recipe way, int length)
    implements GalleryStudy {

  private static final int TRIES = 20; // to find an accepted input with a long chain
  private static final long SEED = 1;

  static final WayStudy LOOPS =
      new WayStudy("loops", "A word of A5, loop by loop", "word-a5", Recipe.LOOPS, 8);
  static final WayStudy THOUGHTS =
      new WayStudy(
          "thoughts",
          "A reached set, thought by thought",
          "graph-layered-dag",
          Recipe.THOUGHTS,
          16);

  @Override
  public Measured measure(String navigation) throws ExperimentException {
    try {
      TracedInput run = traced(Problems.find(problem, Optional.empty(), Integer.MAX_VALUE));
      return new Measured(
          TracePage.of(run, Heading.of(run), SentencesFile.english(), navigation, ""), found(run));
    } catch (InputException e) {
      throw new ExperimentException(e);
    }
  }

  private <I> TracedInput traced(Problem<I> named) throws InputException, ExperimentException {
    Problem<I> usual = VocabularyByLength.suited(named, length);
    Iterator<I> inputs = RandomInputs.of(usual).random(length, SEED);
    I best = inputs.next();
    for (int i = 0; i < TRIES; i++) {
      I other = inputs.next();
      best = worth(usual, other) > worth(usual, best) ? other : best;
    }
    ExperimentSetup setup =
        new ExperimentSetup(
            ConstructionOptions.defaults(), OptionalInt.empty(), new ReferenceExecutor());
    return TracedInput.of(WaysToBuild.built(usual, way), best, setup);
  }

  private static <I> long worth(Problem<I> problem, I input) {
    int steps = problem.expected(input).steps();
    return problem.expected(input).accepts() ? Integer.MAX_VALUE + (long) steps : steps;
  }

  private static String found(TracedInput run) {
    String amount =
        LoopsData.of(run)
            .map(loops -> NumberText.counted(loops.looked().size(), "loop"))
            .orElseGet(
                () -> NumberText.counted(run.trace().decoding().steps(), "continuous thought"));
    String chain =
        run.usual()
            .map(usual -> NumberText.counted(usual.run().chain().size(), "token"))
            .orElse("no chain");
    return run.problem().name() + ": " + amount + ", where a chain takes " + chain + ".";
  }
}
