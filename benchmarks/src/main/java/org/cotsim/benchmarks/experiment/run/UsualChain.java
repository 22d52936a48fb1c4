package org.cotsim.benchmarks.experiment.run;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.DrawnMachine;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.MachineScene;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.WaysToBuild;

/**
 * The chain of the usual way, to stand beside a decoder that is bought with something else.
 *
 * @param way in which it is built
 * @param run what its weights wrote
 * @param scene the oracle's machine at work, if the problem has one to show
 */
public record UsualChain(Recipe way, DecodedInput run, Optional<MachineScene> scene) {

  private static final Set<Currency> COMPARED = EnumSet.of(Currency.LOOPS, Currency.THOUGHTS);

  /**
   * Decodes an input in the usual way.
   *
   * @return empty if the problem is bought with neither loops nor thoughts, or if a chain of the
   *     usual way would have more tokens than are traced
   */
  static <I> Optional<UsualChain> of(Problem<I> problem, I input, ExperimentSetup setup)
      throws ExperimentException {
    if (!(problem instanceof WaysToBuild<I> able) || !COMPARED.contains(able.currency())) {
      return Optional.empty();
    }
    Recipe way = able.ways().get(0);
    Problem<I> usual = able.by(way);
    int steps = usual.expected(input).steps();
    long tokens = usual.promptLength(input) + 2L + steps;
    if (way == able.recipe() || tokens > TracedInput.MOST_TOKENS) {
      return Optional.empty();
    }
    return Optional.of(
        new UsualChain(
            way,
            InputDecoder.of(usual, input, Optional.empty(), setup),
            usual instanceof DrawnMachine<I> drawn
                ? Optional.of(drawn.scene(input, steps))
                : Optional.empty()));
  }
}
