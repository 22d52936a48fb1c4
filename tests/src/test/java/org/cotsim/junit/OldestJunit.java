package org.cotsim.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.cotsim.benchmarks.experiment.sweep.SweepRow;
import org.junit.jupiter.api.Assertions;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** A program that runs an experiment with the JUnit of its class path. */
final class OldestJunit {

  private OldestJunit() {}

  /** The experiment. */
  static final class Parity {
    @StepBudgetExperiment(
        problem = "parity",
        lengths = 4,
        budgets = {"0", "n+1"},
        samples = 10)
    void enoughStepsAreAlwaysRight(SweepRow cell) {
      Assertions.assertTrue(cell.steps() < cell.claimed() || cell.accuracy() == 1);
    }
  }

  /**
   * Ends with the number of cells that failed.
   *
   * @param arguments the folder of the reports
   */
  public static void main(String[] arguments) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(Parity.class))
            .configurationParameter(StepBudgetExperiment.REPORTS, arguments[0])
            .build();
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, summary);
    summary
        .getSummary()
        .getFailures()
        .forEach(failure -> System.err.println(failure.getException()));
    System.exit((int) summary.getSummary().getTotalFailureCount());
  }
}
