package org.cotsim.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.cotsim.benchmarks.experiment.sweep.SweepRow;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Classes with the annotation are run by JUnit itself, in parallel too. */
class StepBudgetExperimentTest {

  private static final String RUN_BELOW = "an example that the tests below run";

  @TempDir private Path reports;

  @Disabled(RUN_BELOW)
  static final class Parity {
    @StepBudgetExperiment(
        problem = {"parity", "regex:(ab)*"},
        lengths = {4, 9},
        budgets = {"0", "n+1"},
        samples = 20)
    void enoughStepsAreAlwaysRight(SweepRow cell) {
      Assertions.assertTrue(cell.steps() < cell.claimed() || cell.accuracy() == 1);
    }
  }

  @Disabled(RUN_BELOW)
  static final class TooStrict {
    @StepBudgetExperiment(
        problem = "parity",
        lengths = 8,
        budgets = {"n", "n+1"},
        samples = 20)
    void rightWithAnyBudget(SweepRow cell) {
      Assertions.assertEquals(1.0, cell.accuracy());
    }
  }

  @Disabled(RUN_BELOW)
  static final class Two {
    @StepBudgetExperiment(
        problem = "parity",
        lengths = 5,
        budgets = "n+1",
        samples = 10,
        executors = {"indexed", "reference"})
    void both(SweepRow cell) {
      Assertions.assertEquals(1.0, cell.accuracy());
    }
  }

  @Disabled(RUN_BELOW)
  static final class Loops {
    @StepBudgetExperiment(
        problem = "word-a5",
        by = "loops",
        lengths = 8,
        loops = {"log(n+1)-1", "log(n+1)"},
        samples = 20)
    void oneLessIsNotEnough(SweepRow cell) {
      Assertions.assertEquals(4, cell.claimed());
      Assertions.assertEquals(cell.spent().loops() == 4, cell.accuracy() == 1);
    }
  }

  @Disabled(RUN_BELOW)
  static final class TwoCurrencies {
    @StepBudgetExperiment(problem = "word-a5", by = "loops", loops = "1", budgets = "1")
    void never(SweepRow cell) {
      Assertions.fail("two currencies were measured: " + cell);
    }
  }

  @Disabled(RUN_BELOW)
  static final class NotSpent {
    @StepBudgetExperiment(problem = "parity", thoughts = "1")
    void never(SweepRow cell) {
      Assertions.fail("thoughts were measured: " + cell);
    }
  }

  @Disabled(RUN_BELOW)
  static final class NoWay {
    @StepBudgetExperiment(problem = "parity", by = "luck")
    void never(SweepRow cell) {
      Assertions.fail("something was built: " + cell);
    }
  }

  @Disabled(RUN_BELOW)
  static final class Unknown {
    @StepBudgetExperiment(problem = "nope")
    void never(SweepRow cell) {
      Assertions.fail("an unknown problem was measured: " + cell);
    }
  }

  @Disabled(RUN_BELOW)
  static final class NoLengths {
    @StepBudgetExperiment(
        problem = "parity",
        lengths = {})
    void never(SweepRow cell) {
      Assertions.fail("no length was measured: " + cell);
    }
  }

  @Disabled(RUN_BELOW)
  static final class NoCell {
    @StepBudgetExperiment(problem = "parity")
    void never() {
      Assertions.fail("nothing was measured");
    }
  }

  private EngineExecutionResults run(Class<?> type, boolean parallel) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(type))
        .configurationParameter(StepBudgetExperiment.REPORTS, reports.toString())
        .configurationParameter(
            "junit.jupiter.conditions.deactivate", "org.junit.*DisabledCondition")
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "" + parallel)
        .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
        .execute();
  }

  private Path report(Class<?> type) {
    return reports.resolve(type.getName());
  }

  @ParameterizedTest(name = "parallel: {0}")
  @ValueSource(booleans = {false, true})
  void eachCellIsOneInvocationAndARowOfTheReport(boolean parallel) throws IOException {
    EngineExecutionResults results = run(Parity.class, parallel);
    results.testEvents().assertStatistics(events -> events.succeeded(8).failed(0));
    results
        .testEvents()
        .started()
        .assertThatEvents()
        .haveExactly(1, event(test(), displayName("parity, n = 9, budget n+1, indexed")));
    assertThat(report(Parity.class))
        .isDirectoryContaining("glob:**/report.md")
        .isDirectoryContaining("glob:**/accuracy.svg")
        .isDirectoryContaining("glob:**/results.csv");
    String json = Files.readString(report(Parity.class).resolve("results.json"));
    var rows = JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("rows");
    assertThat(rows).hasSize(8);
    assertThat(rows.get(0).getAsJsonObject().get("problem").getAsString()).isEqualTo("parity");
    assertThat(rows.get(7).getAsJsonObject().get("budget").getAsString()).isEqualTo("n+1");
    assertThat(json)
        .contains("cot sweep parity 'regex:(ab)*' --lengths 4,9 --budgets")
        .contains("--samples 20 --seed 1 --steps-at-most 10000 --executor indexed --out DIR");
  }

  @Test
  void aCellThatFailsIsTheOneThatIsNamed() {
    run(TooStrict.class, false)
        .testEvents()
        .assertStatistics(events -> events.succeeded(1).failed(1))
        .failed()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                displayName("parity, n = 8, budget n, indexed"),
                finishedWithFailure(
                    message(
                        text ->
                            text.startsWith("expected: <1.0> but was: <0.")
                                && text.matches(
                                    "(?s).*\\nfirst wrong on [01]{8}: token 8 after the prompt"
                                        + " differs.*expected \\.\\.\\. .*emitted .*")))));
  }

  @Test
  void severalExecutorsHaveAReportEach() {
    run(Two.class, true).testEvents().assertStatistics(events -> events.succeeded(2));
    assertThat(report(Two.class).resolve("indexed-seed-1").resolve("report.md")).exists();
    assertThat(report(Two.class).resolve("reference-seed-1").resolve("report.md")).exists();
  }

  @Test
  void budgetsInLoopsAreThoseOfTheCommand() throws IOException {
    EngineExecutionResults results = run(Loops.class, false);
    results.testEvents().assertStatistics(events -> events.succeeded(2).failed(0));
    results
        .testEvents()
        .started()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                test(), displayName("word-a5 by loops, n = 8, budget log(n+1) in loops, indexed")));
    assertThat(Files.readString(report(Loops.class).resolve("results.json")))
        .contains("--by loops --lengths 8 --loops 'log(n+1)-1,log(n+1)' --samples 20");
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of(
            TwoCurrencies.class, "budgets are in one currency at a time, not in [steps, loops]"),
        Arguments.of(NotSpent.class, "parity by theorem1 is bought with steps, not with thoughts"),
        Arguments.of(
            NoWay.class, "there is no way to build a decoder called luck; expected one of"),
        Arguments.of(Unknown.class, "nope: no such problem"),
        Arguments.of(NoLengths.class, "lengths = {}: expected at least one"),
        Arguments.of(NoCell.class, "the method must take a SweepRow, or nothing is measured"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("mistakes")
  void aMistakeIsOneSentence(Class<?> type, String sentence) {
    run(type, false)
        .containerEvents()
        .failed()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                finishedWithFailure(
                    message(
                        text -> text.startsWith("@StepBudgetExperiment on never: " + sentence)))));
    assertThat(report(type)).doesNotExist();
  }
}
