package org.cotsim.benchmarks.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.FromElsewhere;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.WaysToBuild;

/**
 * Problems in the ways in which their decoders are to be built.
 *
 * @param problems one for each way that there is
 * @param leftOut the ways that there are not
 */
public record BuiltProblems(List<Problem<?>> problems, List<LeftOut> leftOut) {

  public BuiltProblems {
    problems = List.copyOf(problems);
    leftOut = List.copyOf(leftOut);
  }

  /** Each problem in some ways; without any, in its usual one; what is built already as it is. */
  public static BuiltProblems by(List<Problem<?>> named, List<Recipe> ways) {
    return of(named, problem -> ways);
  }

  /** Each problem in all the ways that its kind has. */
  public static BuiltProblems inAllWays(List<Problem<?>> named) {
    return of(named, problem -> problem instanceof WaysToBuild<?> able ? able.ways() : List.of());
  }

  private static BuiltProblems of(
      List<Problem<?>> named, Function<Problem<?>, List<Recipe>> asked) {
    List<Problem<?>> problems = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (Problem<?> problem : named) {
      List<Recipe> ways = problem instanceof FromElsewhere ? List.of() : asked.apply(problem);
      if (ways.isEmpty()) {
        problems.add(problem);
      }
      for (Recipe way : ways) {
        try {
          problems.add(WaysToBuild.built(problem, way));
        } catch (ExperimentException e) {
          leftOut.add(new LeftOut(WaysToBuild.subject(problem), way.toString(), e.getMessage()));
        }
      }
    }
    return new BuiltProblems(problems, leftOut);
  }

  /** Those whose answers are bought with a currency; the others are left out. */
  public BuiltProblems boughtWith(Currency currency) {
    List<Problem<?>> kept = new ArrayList<>();
    List<LeftOut> without = new ArrayList<>(leftOut);
    for (Problem<?> problem : problems) {
      try {
        WaysToBuild.requireSpent(problem, currency);
        kept.add(problem);
      } catch (ExperimentException e) {
        String way = WaysToBuild.way(problem);
        without.add(new LeftOut(WaysToBuild.subject(problem), way, e.getMessage()));
      }
    }
    return new BuiltProblems(kept, without);
  }
}
