package org.cotsim.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cotsim.benchmarks.experiment.precision.PrecisionPoint;
import org.cotsim.benchmarks.experiment.precision.PrecisionResult;

/** A precision law as a report to read; no date and no name of a machine is in it. */
public final class PrecisionMarkdown {

  private PrecisionMarkdown() {}

  /** What was found, in one sentence. */
  public static String headline(PrecisionResult result) {
    if (result.slope().isEmpty()) {
      return "Too few precisions with a length of at least "
          + PrecisionResult.SHORTEST_FITTED
          + " and below the longest one tried: no slope can be fitted.";
    }
    double slope = result.slope().getAsDouble();
    String found =
        String.format(Locale.ROOT, "The longest right length grows like 2^(%.3f P)", slope);
    return result.predicted().isEmpty()
        ? found + "."
        : String.format(
            Locale.ROOT,
            "%s; theory says 2^(%.3f P), a slope %.1f %% %s.",
            found,
            result.predicted().getAsDouble(),
            100 * Math.abs(result.predicted().getAsDouble() / slope - 1),
            slope < result.predicted().getAsDouble() ? "larger" : "smaller");
  }

  private static String certifiedLaw(PrecisionResult result) {
    return result.certifiedSlope().isEmpty()
        ? ""
        : String.format(
            Locale.ROOT,
            " Certified lengths grow like 2^(%.3f P).",
            result.certifiedSlope().getAsDouble());
  }

  /** Whether the certificates were kept, in one sentence. */
  public static String certificates(PrecisionResult result) {
    return certificates(result.certificatesAreKept()) + certifiedLaw(result);
  }

  /** The same of several laws. */
  public static String certificates(boolean kept) {
    return kept
        ? "No certified length is longer than the longest right one."
        : "A CERTIFIED LENGTH WAS NOT RIGHT: please report it.";
  }

  /** The columns that a person reads, the header first. */
  public static List<List<String>> rows(PrecisionResult result) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("bits", "longest right", "certified"));
    for (PrecisionPoint point : result.points()) {
      rows.add(List.of(String.valueOf(point.bits()), right(point), certified(point)));
    }
    return rows;
  }

  static String right(PrecisionPoint point) {
    return (point.capped() ? ">= " : "") + point.longestRight();
  }

  /** Whether a point is not capped, or the first one that is. */
  static boolean isFirstCapped(List<PrecisionPoint> points, PrecisionPoint point) {
    return points.stream().noneMatch(p -> p.capped() && p.bits() < point.bits());
  }

  static String certified(PrecisionPoint point) {
    return (point.certifiedIsCapped() ? ">= " : "") + point.certified();
  }

  /** The whole report. */
  static String of(PrecisionResult result) {
    return "# Length against precision: "
        + Markdown.plain(result.problem())
        + "\n\n**"
        + Markdown.plain(headline(result))
        + "**\n\n"
        + certificates(result)
        + "\n\n"
        + Markdown.plain(result.variant() + "; " + result.backend())
        + ", seed "
        + result.seed()
        + ". The command that gives these points:\n\n"
        + Markdown.code(result.command())
        + "\n\n![Longest right length against bits]("
        + PrecisionWriter.CHART
        + ")\n\n"
        + Markdown.table(rows(result))
        + meaning(result);
  }

  static String meaning(PrecisionResult result) {
    return """
        ## What this shows, and what it does not

        For each number of bits P of the significand, lengths are doubled and then bisected; a model is
        compiled for just that length and run by the reference executor, which rounds every operation to
        P bits. A length is right if no token of any input differs from the machine's own run: at most %d
        inputs for a length, so a longer search could find a wrong token earlier. No length above %d was
        tried; such points are marked >= and not fitted, nor are lengths below %d and precisions in which
        no length is certified: there a right token is chance, and so is where a search ends. The
        certified length comes from the weights and the rounding errors alone, before anything is run; it
        is a claim about every input, and shorter than what was seen because it assumes the worst of every
        rounding. No certificate above %d was asked for.
        """
        .formatted(
            result.inputs(),
            result.longest(),
            PrecisionResult.SHORTEST_FITTED,
            PrecisionPoint.MOST_CERTIFIED);
  }
}
