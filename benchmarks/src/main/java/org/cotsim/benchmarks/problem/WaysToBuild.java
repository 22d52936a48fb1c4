package org.cotsim.benchmarks.problem;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A problem whose decoders can be built in several ways.
 *
 * @param <I> the inputs
 */
public interface WaysToBuild<I> extends Problem<I> {

  /**
   * The problem with this capability.
   *
   * @throws ExperimentException if it has none, with the kinds of problem that have
   */
  static <I> WaysToBuild<I> of(Problem<I> problem) throws ExperimentException {
    if (problem instanceof WaysToBuild<I> able) {
      return able;
    }
    throw Problems.lacking(problem, "other way to build its decoder", WaysToBuild.class);
  }

  /** The ways that problems of this kind have, the usual one first; {@link #by} may refuse some. */
  List<Recipe> ways();

  /**
   * The same problem with decoders that are built in another way.
   *
   * @throws ExperimentException if there is no such way, with the reason and the ways there are
   */
  WaysToBuild<I> by(Recipe recipe) throws ExperimentException;

  /**
   * The same problem with decoders from elsewhere that take no step, in whatever way they were
   * built.
   *
   * @throws ExperimentException if none can be built here, with the reason
   */
  default Problem<I> withoutChain() throws ExperimentException {
    throw new ExperimentException(subject() + " has no decoder here that takes no step");
  }

  /**
   * The same problem with decoders that are built with a fixed amount of what they are bought with,
   * whatever the input; with too little the answer may be wrong.
   *
   * @param currency one of {@link #spends} that is spent when the decoder is built: {@link
   *     Currency#LOOPS} or {@link Currency#PADDING}
   * @param amount at least 0
   * @throws ExperimentException if this way is not bought with it, with what it is bought with
   */
  default WaysToBuild<I> limited(Currency currency, long amount) throws ExperimentException {
    throw notSpent(this, spends(), currency);
  }

  /** The way in which the decoders of this one are built. */
  Recipe recipe();

  /** What answers are bought with in this way. */
  Currency currency();

  /** Everything that answers are bought with in this way, {@link #currency} first. */
  default List<Currency> spends() {
    return List.of(currency());
  }

  /** The name of the problem whatever the way. */
  String subject();

  /** Says that there is no such way, and which there are. */
  default ExperimentException lacking(Recipe recipe) {
    String ways = ways().stream().map(Recipe::toString).collect(Collectors.joining(", "));
    return new ExperimentException(
        "%s has no decoder --by %s; its ways: %s".formatted(subject(), recipe, ways));
  }

  /** The name of a problem whatever the way in which its decoders are built. */
  static String subject(Problem<?> problem) {
    if (problem instanceof FromElsewhere<?> other) {
      return other.subject();
    }
    return problem instanceof WaysToBuild<?> able ? able.subject() : problem.name();
  }

  /**
   * The way in which the decoders of a problem are built; empty if there is only one; of a decoder
   * from elsewhere its file.
   */
  static String way(Problem<?> problem) {
    if (problem instanceof FromElsewhere<?> other) {
      return other.way();
    }
    return problem instanceof WaysToBuild<?> able && able.ways().size() > 1
        ? able.recipe().toString()
        : "";
  }

  /** What the answers of a problem are bought with; steps, if there is only one way. */
  static Currency currency(Problem<?> problem) {
    return problem instanceof WaysToBuild<?> able ? able.currency() : Currency.STEPS;
  }

  /**
   * Refuses a currency that the answers of a problem are not bought with; every chain has steps.
   *
   * @throws ExperimentException with what they are bought with
   */
  static void requireSpent(Problem<?> problem, Currency currency) throws ExperimentException {
    List<Currency> spent =
        problem instanceof WaysToBuild<?> able ? able.spends() : List.of(Currency.STEPS);
    if (currency != Currency.STEPS && !spent.contains(currency)) {
      throw notSpent(problem, spent, currency);
    }
  }

  private static ExperimentException notSpent(
      Problem<?> problem, List<Currency> spent, Currency currency) {
    String way = way(problem);
    return new ExperimentException(
        "%s%s is bought with %s, not with %s"
            .formatted(
                subject(problem),
                way.isEmpty() ? "" : " by " + way,
                spent.stream().map(Currency::toString).collect(Collectors.joining(" and ")),
                currency));
  }

  /** A problem built in one way: itself, if that is theorem 1 and there is only one. */
  static <I> Problem<I> built(Problem<I> problem, Recipe recipe) throws ExperimentException {
    boolean only = recipe == Recipe.THEOREM1 && !(problem instanceof WaysToBuild);
    return only ? problem : of(problem).by(recipe);
  }
}
