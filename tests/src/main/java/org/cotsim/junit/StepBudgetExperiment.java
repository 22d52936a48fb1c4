package org.cotsim.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.cotsim.benchmarks.problem.StepLimits;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a method once for every measured cell: each executor, problem, way to build its decoder,
 * length and budget.
 *
 * <p>The method takes the measured {@link org.cotsim.benchmarks.experiment.sweep.SweepRow}. The
 * rows of a class are written into one folder as {@code report.md}, {@code results.csv}, {@code
 * results.json} and {@code accuracy.svg}, below {@code target/cotsim-reports} or the folder that
 * the JUnit configuration parameter {@value #REPORTS} names; a folder for every executor where
 * there are several. The rows are those of {@code cot sweep} with the same arguments.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(StepBudgetExtension.class)
public @interface StepBudgetExperiment {

  /** The JUnit configuration parameter that names the folder of the reports. */
  String REPORTS = "cotsim.reports";

  /** Names from {@code cot list}, {@code regex:EXPR}, {@code tm:CODE} or files. */
  String[] problem();

  /** The ways to build decoders, as {@code --by} names them; the usual one if there is none. */
  String[] by() default {};

  /** The input lengths n. */
  int[] lengths() default {16, 64};

  /**
   * The step budgets, formulas such as {@code n/2}; without any, and without budgets in another
   * currency, they are 0, log, sqrt, n/2, n and n+1.
   */
  String[] budgets() default {};

  /** Instead of step budgets: numbers of loops, formulas. */
  String[] loops() default {};

  /** Instead of step budgets: most padding tokens, formulas. */
  String[] padding() default {};

  /** Instead of step budgets: most continuous thoughts, formulas. */
  String[] thoughts() default {};

  /** Instead of step budgets: most tokens that a decoder sees at once, formulas. */
  String[] context() default {};

  /** The inputs of each cell. */
  int samples() default 200;

  /** The seed of the inputs. */
  long seed() default 1;

  /** The runs of Turing machines may take so many steps, as {@code --steps-at-most} says. */
  long stepsAtMost() default StepLimits.DEFAULT_STEPS;

  /** The executors by name. */
  String[] executors() default "indexed";
}
