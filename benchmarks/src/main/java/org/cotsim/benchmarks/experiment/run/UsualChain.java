package org.cotsim.benchmarks.experiment.run;

import java.util.Optional;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.WaysToBuild;

/**
 * The chain of the usual way, to stand beside a decoder that is bought with something else.
 *
 * @param way in which it is built
 * @param run what its weights wrote
 */
public record UsualChain(Recipe way, DecodedInput run) {

  /**
   * Decodes an input in the usual way.
   *
   * @return empty if the problem is bought with steps itself, has one way only, or if a chain of
   *     the usual way would have more tokens than are traced
   */
  static <I> Optional<UsualChain> of(Problem<I> problem, I input, ExperimentSetup setup)
      throws ExperimentException {
    if (!(problem instanceof WaysToBuild<I> able) || able.currency() == Currency.STEPS) {
      return Optional.empty();
    }
    Recipe way = able.ways().get(0);
    Problem<I> usual = able.by(way);
    long tokens = usual.promptLength(input) + 2L + usual.expected(input).steps();
    return way == able.recipe() || tokens > TracedInput.MOST_TOKENS
        ? Optional.empty()
        : Optional.of(new UsualChain(way, InputDecoder.of(usual, input, Optional.empty(), setup)));
  }
}
