package org.cotsim.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotsim.benchmarks.experiment.LeftOut;
import org.cotsim.benchmarks.experiment.Spent;
import org.cotsim.benchmarks.experiment.sweep.SeedCount;
import org.cotsim.benchmarks.experiment.sweep.SweepResult;
import org.cotsim.benchmarks.experiment.sweep.SweepRow;
import org.cotsim.benchmarks.problem.Currency;

/** Sweeps made up for the tests of their writers. */
final class Sweeps {
  private static final int SAMPLES = 8;
  private static final Spent SPENT = new Spent(0, 1, 0, 0, 9, 2, 24, 88);

  private Sweeps() {}

  /** Two problems at two lengths, one with an awkward name; a tie and a length with one label. */
  static SweepResult small() {
    List<SweepRow> rows = new ArrayList<>();
    for (long n : List.of(2L, 3L)) {
      rows.add(row("parity", "solvable, not star-free", n, "0", 0, 4, 4));
      rows.add(row("parity", "solvable, not star-free", n, "n+1", n + 1, 4, SAMPLES));
    }
    for (long n : List.of(2L, 3L)) {
      int positives = n == 2 ? 4 : 0;
      rows.add(row("<script>|\"(ab)*\"", "a & b", n, "0", 0, positives, n == 2 ? 5 : SAMPLES));
      rows.add(row("<script>|\"(ab)*\"", "a & b", n, "n+1", n + 1, positives, SAMPLES));
    }
    return finished(rows, 4);
  }

  /** As many problems as asked, each at three lengths under five budgets. */
  static SweepResult large(int problems) {
    List<SweepRow> rows = new ArrayList<>();
    for (int i = 0; i < problems; i++) {
      for (long n : List.of(8L, 16L, 32L)) {
        for (long steps : List.of(0L, n / 2, n, n + 1, n * n)) {
          int right = steps > n ? SAMPLES : 4 + i % 3;
          rows.add(row("problem-" + i, "class " + i % 2, n, "b" + steps, steps, 4, right));
        }
      }
    }
    return finished(rows, 3 * problems);
  }

  /** A sweep in which every cell that was asked is finished. */
  static SweepResult finished(List<SweepRow> rows, int cells) {
    return unfinished(rows, cells, cells);
  }

  /** A sweep that was stopped. */
  static SweepResult unfinished(List<SweepRow> rows, int planned, int finished) {
    return new SweepResult(
        Optional.empty(),
        "cot sweep parity --seed 5",
        "reference",
        "plain Java",
        List.of(5L),
        planned,
        finished,
        finished,
        List.of(),
        List.of(),
        rows);
  }

  /** Parity by a cascade and by theorem 1, and the word problem that has no cascade. */
  static SweepResult inTwoWays() {
    List<SweepRow> rows =
        List.of(
            row("parity", "cascade", "solvable", 2, 0, 0, SAMPLES),
            row("parity", "theorem1", "solvable", 2, 0, 3, SAMPLES / 2),
            row("word-a5", "theorem1", "non-solvable", 2, 0, 3, SAMPLES / 2));
    LeftOut none = new LeftOut("word-a5", "cascade", "word-a5 has none");
    return new SweepResult(
        Optional.empty(),
        "cot sweep",
        "reference",
        "plain Java",
        List.of(5L),
        3,
        3,
        3,
        List.of(none),
        List.of(),
        rows);
  }

  private static SweepRow row(
      String problem, String by, String place, long n, long steps, long claimed, int right) {
    return new SweepRow(
        problem,
        by,
        place,
        n,
        Currency.STEPS,
        String.valueOf(steps),
        steps,
        claimed,
        claimed,
        SAMPLES,
        SAMPLES / 2,
        right,
        right,
        SAMPLES - right,
        0,
        steps,
        Double.NaN,
        Double.NaN,
        SPENT,
        List.of(new SeedCount(5, SAMPLES, right)));
  }

  /** A row that claims n + 1 steps; below them answers are forced and one is a tie. */
  static SweepRow row(
      String problem,
      String languageClass,
      long n,
      String budget,
      long steps,
      int positives,
      int right) {
    boolean enough = steps > n;
    int ties = right == SAMPLES ? 0 : 1;
    return new SweepRow(
        problem,
        "",
        languageClass,
        n,
        Currency.STEPS,
        budget,
        steps,
        n + 1,
        n + 1,
        SAMPLES,
        positives,
        right,
        enough ? SAMPLES : 0,
        enough ? 0 : SAMPLES - ties,
        ties,
        Math.min(steps, n + 1),
        Double.NaN,
        Double.NaN,
        SPENT,
        List.of(new SeedCount(5, SAMPLES, right)));
  }

  /** A row without inputs, as for a length at which a problem has no words. */
  static SweepRow empty(String problem, long n) {
    return new SweepRow(
        problem,
        "",
        "none",
        n,
        Currency.STEPS,
        "0",
        0,
        n + 1,
        n + 1,
        0,
        0,
        0,
        0,
        0,
        0,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        SPENT,
        List.of(new SeedCount(5, 0, 0)));
  }
}
