package org.cotsim.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cotsim.benchmarks.experiment.sweep.SweepRow;
import org.junit.jupiter.api.Test;

class SweepHeadlineTest {
  @Test
  void allProblemsRight() {
    assertThat(headline(below("p", 4), enough("p", 8), below("q", 5), enough("q", 8)))
        .isEqualTo(
            "All 2 problems answer every sampled input right with at least the claimed number of"
                + " steps; with fewer steps 56.2 % of the answers are right.");
  }

  @Test
  void oneProblemIsCalledByItsName() {
    assertThat(headline(below("p", 8), enough("p", 8)))
        .isEqualTo(
            "p answers every sampled input right with at least the claimed number of steps;"
                + " with fewer steps every answer is right as well.");
  }

  @Test
  void noSmallerBudget() {
    assertThat(headline(enough("p", 8))).endsWith(" steps; no smaller budget was measured.");
  }

  @Test
  void wrongAnswersInSpiteOfEnoughStepsAreNamed() {
    List<SweepRow> rows = new ArrayList<>(List.of(below("right", 4), enough("right", 8)));
    for (int i = 0; i < 7; i++) {
      rows.add(enough("wrong-" + i, 7));
    }
    assertThat(headline(rows.toArray(SweepRow[]::new)))
        .isEqualTo(
            "1 of 8 problems answers every sampled input right with at least the claimed number of"
                + " steps; with fewer steps 50.0 % of the answers are right. Wrong answers in spite"
                + " of enough steps: wrong-0, wrong-1, wrong-2, wrong-3, wrong-4 and 2 more.");
  }

  @Test
  void nothingIsSaidAboutALengthThatWasNotMeasured() {
    SweepRow otherLength = Sweeps.row("p", "c", 9, "0", 0, 4, 4);
    assertThat(headline(enough("p", 8), otherLength))
        .startsWith("0 of 1 problems answer every sampled input right")
        .endsWith(" Not measured with enough steps at every length: p.");
    assertThat(headline(Sweeps.empty("p", 0))).contains("0 of 1 problems");
  }

  @Test
  void nearlyAllIsNotAll() {
    assertThat(NumberText.percent(9999, 10_000)).isEqualTo("99.9 %");
    assertThat(NumberText.share(9999, 10_000)).isEqualTo("0.999");
    assertThat(NumberText.share(1, 10_000)).isEqualTo("0.001");
    assertThat(NumberText.share(10_000, 10_000)).isEqualTo("1.000");
    assertThat(NumberText.share(0, 10_000)).isEqualTo("0.000");
  }

  private static String headline(SweepRow... rows) {
    return SweepHeadline.of(Sweeps.finished(Arrays.asList(rows), 1));
  }

  private static SweepRow below(String problem, int right) {
    return Sweeps.row(problem, "c", 2, "0", 0, 4, right);
  }

  private static SweepRow enough(String problem, int right) {
    return Sweeps.row(problem, "c", 2, "n+1", 3, 4, right);
  }
}
