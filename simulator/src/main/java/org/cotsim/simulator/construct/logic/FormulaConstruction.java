package org.cotsim.simulator.construct.logic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cotsim.languages.logic.Formula;
import org.cotsim.languages.logic.Formula.Remainder;
import org.cotsim.simulator.assemble.ProjectedNorms;
import org.cotsim.simulator.construct.AtOnceConstruction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.WordPositions;
import org.cotsim.simulator.construct.WordTokens;

/**
 * Decides a formula of past temporal logic with counting without any intermediate token.
 *
 * <p>Each operator is a head: {@code O} and {@code H} look for a flag, {@code Y} and {@code S} for
 * the latest one, each {@code #(f)} is an average, and a remainder looks for a multiple among
 * positions. Boolean combinations are tables of the feed-forward sublayer that follows, and
 * comparisons of counts are made by the norm alone. At the end of the input one head copies the
 * truth at the last letter.
 *
 * <p>Cost: at most operator depth + 2 layers, a head for each different operator and count; one
 * layer more for each level of Boolean operators that has more than 4 096 cases. Source: the
 * translation of TL[#] into transformers of Yang and Chiang, "Counting like transformers", 2024;
 * the heads, their gaps and the comparison by the norm are this project's.
 */
public final class FormulaConstruction extends AtOnceConstruction<String> {

  private static final int SAMPLE = 1 << 27; // a length at which sums take several blocks
  private static final int SAMPLE_READING = 1000;

  private final Formula formula;
  private final List<String> letters;
  private final List<Integer> moduli;
  private final FormulaPlan plan; // where sums take a single block
  private final Map<Integer, FormulaPlan> plans = new ConcurrentHashMap<>(); // by levels of blocks
  private final int largestReading;

  private FormulaConstruction(Formula formula, List<String> letters, ConstructionOptions options) {
    super(new WordTokens<>(letters), options, problem(options));
    this.formula = formula;
    this.letters = List.copyOf(letters);
    this.plan = new FormulaPlan(formula, letters, 1);
    this.moduli =
        plan.residues().keySet().stream().map(Remainder::modulus).distinct().sorted().toList();
    this.largestReading =
        ProjectedNorms.largestReading(weights(SAMPLE, SAMPLE_READING).withoutPositions());
  }

  /**
   * The construction for a formula over letters, among which are all that occur in it.
   *
   * @throws IllegalArgumentException for options that it does not have, see {@link #problem}, or a
   *     remainder that depends on too many different counts
   */
  public static FormulaConstruction of(
      Formula formula, List<String> letters, ConstructionOptions options) {
    return new FormulaConstruction(formula, letters, options);
  }

  /** Why the construction cannot be built with these options, if it cannot. */
  public static Optional<String> problem(ConstructionOptions options) {
    if (options.mask().isPresent()) {
      return Optional.of("a formula has heads of both masks; the mask cannot be chosen");
    }
    return options
        .normProblem()
        .or(options::softmaxProblem)
        .or(() -> positionProblem(options, "a formula"));
  }

  @Override
  protected Weights weights(int maxLength) {
    return weights(maxLength, largestReading);
  }

  private FormulaWeights weights(int maxLength, int reading) {
    WordPositions positions =
        WordPositions.of(
            options(), maxLength, moduli, FormulaWeights.errors(plan, options(), reading));
    return new FormulaWeights(
        formula,
        plans.computeIfAbsent(
            positions.levels(), levels -> new FormulaPlan(formula, letters, levels)),
        tokens().vocabulary(),
        options(),
        positions,
        maxLength,
        reading);
  }
}
