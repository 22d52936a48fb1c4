package org.cotsim.benchmarks.experiment;

import java.util.Optional;
import java.util.OptionalInt;
import org.cotsim.benchmarks.problem.DecidedByAutomaton;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.automaton.algebra.Cascade;
import org.cotsim.languages.automaton.algebra.Cascade.NoCascadeException;
import org.cotsim.languages.automaton.algebra.LanguageAlgebra;
import org.cotsim.languages.automaton.algebra.PartialOrder;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.construct.regular.CascadeConstruction;
import org.cotsim.simulator.construct.regular.OrderedConstruction;

/**
 * How many steps a decoder of a regular language needs, by the algebra of its automaton.
 *
 * @param algebra what is known of it
 * @param cascade the layers of the decoder by cascade; empty if it cannot be built
 * @param noCascade why it cannot be built; empty if it can
 * @param ordered the layers of the ordered decoder; empty unless the language is R-trivial
 * @param own the layers of the problem's own decoder; empty unless it takes no step and is not
 *     built from the automaton
 */
public record LanguageBudget(
    LanguageAlgebra algebra,
    OptionalInt cascade,
    Optional<String> noCascade,
    OptionalInt ordered,
    OptionalInt own) {

  /**
   * Looks at the language of a problem; a second or so for automata of some hundred states.
   *
   * @throws ExperimentException if it has no automaton after all
   */
  public static LanguageBudget of(DecidedByAutomaton<?> problem) throws ExperimentException {
    return of(problem.language(), own(problem));
  }

  /** Looks at a language; a second or so for automata of some hundred states. */
  public static LanguageBudget of(RegularLanguage language) {
    return of(language, OptionalInt.empty());
  }

  private static OptionalInt own(DecidedByAutomaton<?> problem) throws ExperimentException {
    if (problem instanceof WaysToBuild || problem.mostSteps(1) > 0) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(
          problem
              .construction(ConstructionOptions.defaults())
              .compile(Extent.of(1))
              .model()
              .layers()
              .size());
    } catch (NotCertifiedException e) {
      throw new ExperimentException(e.getMessage());
    }
  }

  private static LanguageBudget of(RegularLanguage language, OptionalInt own) {
    int[][] next = LanguageAlgebra.table(language.dfa());
    OptionalInt ordered =
        PartialOrder.of(next)
            .map(depth -> OptionalInt.of(OrderedConstruction.layers(next, depth)))
            .orElse(OptionalInt.empty());
    LanguageAlgebra algebra = LanguageAlgebra.of(language.dfa());
    try {
      int layers = CascadeConstruction.layers(Cascade.of(next));
      return new LanguageBudget(algebra, OptionalInt.of(layers), Optional.empty(), ordered, own);
    } catch (NoCascadeException e) {
      return new LanguageBudget(
          algebra, OptionalInt.empty(), Optional.of(e.getMessage()), ordered, own);
    }
  }

  /**
   * The fewest layers of a decoder of 0 steps that this program builds; empty if it builds none.
   */
  public OptionalInt zeroStepLayers() {
    if (own.isPresent()) {
      return own;
    }
    return orderedIsShorter() ? ordered : cascade.isPresent() ? cascade : ordered;
  }

  /** The way to build it from the automaton; empty if there is none, or the problem's is used. */
  public Optional<Recipe> zeroStepRecipe() {
    if (own.isPresent() || zeroStepLayers().isEmpty()) {
      return Optional.empty();
    }
    boolean byOrder = cascade.isEmpty() || orderedIsShorter();
    return Optional.of(byOrder ? Recipe.ORDERED : Recipe.CASCADE);
  }

  private boolean orderedIsShorter() {
    return ordered.isPresent() && cascade.isPresent() && ordered.getAsInt() <= cascade.getAsInt();
  }
}
