package org.cotsim.benchmarks.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cotsim.benchmarks.experiment.sweep.SweepResult;
import org.cotsim.benchmarks.experiment.sweep.SweepRow;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.Recipe;

/**
 * What a sweep shows, in one or two plain sentences taken from its rows and from nothing else.
 *
 * <p>A problem is right if no row with at least the claimed budget has a wrong answer and every
 * length has such a row; without such a row nothing is said about it.
 */
public final class SweepHeadline {
  private static final int NAMES_SHOWN = 5;

  private final List<ProblemRows> problems;
  private final List<ProblemRows> elsewhere;
  private final List<SweepRow> below;
  private final Currency currency;

  private SweepHeadline(SweepResult sweep) {
    problems = parts(sweep, false);
    elsewhere = parts(sweep, true);
    currency = sweep.currency();
    below =
        sweep.points().stream()
            .filter(row -> row.samples() > 0 && !row.reachesClaim())
            .filter(row -> !Recipe.isFromElsewhere(row.by()))
            .toList();
  }

  /** The problems with the rows of decoders that were made elsewhere, or those of all others. */
  private static List<ProblemRows> parts(SweepResult sweep, boolean elsewhere) {
    return ProblemRows.of(sweep).stream()
        .map(problem -> problem.onlyFromElsewhere(elsewhere))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The sentences, as plain text; the first says if not all of the sweep is in the rows. */
  public static String of(SweepResult sweep) {
    return (unfinished(sweep) + " " + new SweepHeadline(sweep).text()).strip();
  }

  /** Says how much of the sweep is in the rows, and which part, if that is not all; else empty. */
  public static String unfinished(SweepResult sweep) {
    return sweep.finished()
        ? ""
        : part(sweep)
            + sweep.cellsFinished()
            + " of "
            + sweep.cellsPlanned()
            + (sweep.hasSeveralSeeds()
                ? " cells (problem, length and seed) are here."
                : " cells (pairs of problem and length) are here.");
  }

  private static String part(SweepResult sweep) {
    return sweep
        .shard()
        .map(
            shard ->
                (sweep.cellsTried() < shard.cells(sweep.cellsPlanned())
                        ? "Unfinished, part "
                        : "Part ")
                    + shard.part()
                    + " of "
                    + shard.parts()
                    + ": ")
        .orElse("Unfinished: ");
  }

  private String text() {
    if (problems.isEmpty() && elsewhere.isEmpty()) {
      return "No cell is finished, so nothing is shown.";
    }
    return (built() + " " + foreign()).strip();
  }

  /** Nothing is claimed of decoders made elsewhere; enough is what the right chain takes. */
  private String foreign() {
    return elsewhere.stream()
        .flatMap(problem -> problem.ways().stream().map(way -> foreign(problem, way)))
        .collect(Collectors.joining(" "));
  }

  private static String foreign(ProblemRows problem, String way) {
    List<SweepRow> enough =
        problem.rows().stream()
            .filter(row -> row.by().equals(way))
            .filter(SweepHeadline::enough)
            .toList();
    String subject = problem.name() + " by " + way;
    if (enough.isEmpty()) {
      return subject + " was not measured with as many steps as the right chain has.";
    }
    return "%s answers %s of the inputs right with at least as many steps as the right chain has."
        .formatted(
            subject,
            NumberText.percent(
                enough.stream().mapToLong(SweepRow::right).sum(),
                enough.stream().mapToLong(SweepRow::samples).sum()));
  }

  private String built() {
    if (problems.isEmpty()) {
      return "";
    }
    List<ProblemRows> wrong = problems.stream().filter(SweepHeadline::wrongAtClaim).toList();
    List<ProblemRows> open =
        problems.stream().filter(p -> !wrongAtClaim(p) && !measuredAtClaim(p)).toList();
    boolean all = wrong.isEmpty() && open.isEmpty();
    int right = problems.size() - wrong.size() - open.size();
    return (all ? everyone() : right + " of " + problems.size() + " problems")
        + (right == 1 ? " answers" : " answer")
        + " every sampled input right with at least the claimed "
        + CurrencyWords.of(currency).amount()
        + belowText()
        + "."
        + named(" Wrong answers in spite of enough " + currency + ": ", wrong)
        + named(" Not measured with enough " + currency + " at every length: ", open);
  }

  private String everyone() {
    return problems.size() == 1 ? problems.get(0).name() : "All " + problems.size() + " problems";
  }

  private String belowText() {
    if (below.isEmpty()) {
      return "; no smaller budget was measured";
    }
    long right = below.stream().mapToLong(SweepRow::right).sum();
    long samples = below.stream().mapToLong(SweepRow::samples).sum();
    return right == samples
        ? "; with " + CurrencyWords.of(currency).less() + " every answer is right as well"
        : "; with "
            + CurrencyWords.of(currency).less()
            + " "
            + NumberText.percent(right, samples)
            + " of the answers are right";
  }

  private static boolean wrongAtClaim(ProblemRows problem) {
    return problem.rows().stream()
        .filter(SweepHeadline::enough)
        .anyMatch(row -> row.right() < row.samples());
  }

  private static boolean measuredAtClaim(ProblemRows problem) {
    return problem.series().stream()
        .allMatch(one -> problem.at(one).stream().anyMatch(SweepHeadline::enough));
  }

  private static boolean enough(SweepRow row) {
    return row.samples() > 0 && row.reachesClaim();
  }

  private static String named(String label, List<ProblemRows> some) {
    if (some.isEmpty()) {
      return "";
    }
    List<String> shown = some.stream().limit(NAMES_SHOWN).map(ProblemRows::name).toList();
    int rest = some.size() - shown.size();
    return label + String.join(", ", shown) + (rest == 0 ? "" : " and " + rest + " more") + ".";
  }
}
