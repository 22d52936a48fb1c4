package org.cotsim.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cotsim.benchmarks.experiment.divergence.Comparison;
import org.cotsim.benchmarks.experiment.divergence.DivergenceResult;
import org.cotsim.benchmarks.experiment.divergence.DivergenceRun;
import org.cotsim.benchmarks.experiment.divergence.DivergenceRun.End;
import org.cotsim.benchmarks.experiment.divergence.Parting;
import org.cotsim.benchmarks.experiment.divergence.Place;

/** Where two sides part, in sentences and tables. */
public final class DivergenceText {

  private static final int LONGEST_INPUT = 40;

  private static final String MEANING =
      """


      ## What this shows, and what it does not

      *Certified* is a claim of the weights about every input. *Cannot part* is about the inputs that were
      run: the model is run once more on balls, numbers with a radius that covers both arithmetics and
      every order in which sums may be added up; a token is certain if its score leads by more than the
      radii, and a head is open if rounding may change where it attends. Where the balls leave a doubt the
      two may still agree for long: the bound assumes the worst of every rounding. *Seen to part* is what
      happened when both ran.
      """;

  private DivergenceText() {}

  /** What was found of lengths, one sentence each. */
  public static List<String> lengths(DivergenceResult result) {
    List<String> lines = new ArrayList<>();
    if (result.certified().isEmpty()) {
      lines.add("no certificate covers both sides");
    } else if (result.certified().getAsInt() == 0) {
      lines.add("no length is certified on both sides");
    } else {
      lines.add(
          "certified on both sides up to length "
              + result.certified().getAsInt()
              + ": no input parts them there (a claim of the weights)");
    }
    if (result.certain().isPresent()) {
      lines.add(
          result.certain().getAsInt() == 0
              ? "gaps and noise leave no length without doubt"
              : "cannot part at length "
                  + result.certain().getAsInt()
                  + " on the inputs tried: in every comparison the gap is more than the noise");
    }
    if (result.longest() > 0) {
      lines.add(
          result.parted().isEmpty()
              ? "not seen to part up to length " + result.longest() + ", the longest one tried"
              : "first seen to part at length " + result.parted().getAsInt());
    }
    return lines;
  }

  /** What was found on one input, one sentence each. */
  public static List<String> run(DivergenceResult result, DivergenceRun run) {
    List<String> lines = new ArrayList<>();
    lines.add(
        switch (run.end()) {
          case ENDED -> "cannot part: all " + run.certain() + " tokens to the end are certain";
          case LIMIT ->
              "cannot part within the " + NumberText.counted(run.certain(), "token") + " asked for";
          case DOUBT ->
              (run.certain() == 0
                      ? "no token is certain"
                      : "cannot part within the first "
                          + NumberText.counted(run.certain(), "token"))
                  + run.doubt().map(doubt -> "; " + doubt(doubt)).orElse("");
        });
    run.openHead()
        .ifPresent(
            open -> lines.add("the first open head is " + at(open.place()) + ": " + figures(open)));
    lines.add(
        run.parting().isEmpty()
            ? "not seen to part on " + NumberText.counted(run.tokens(), "token")
            : parting(result, run.parting().get()));
    return lines;
  }

  private static String doubt(Comparison doubt) {
    return doubt.place().inWords() + " is open next: " + figures(doubt);
  }

  private static String parting(DivergenceResult result, Parting parting) {
    String head =
        parting
            .head()
            .map(place -> "; the first head to attend elsewhere is " + at(place))
            .orElse("");
    return "seen to part at token %d: %s says %s (ahead by %s), %s says %s (ahead by %s)%s"
        .formatted(
            parting.token(),
            result.one(),
            parting.one(),
            small(parting.leadOfOne()),
            result.other(),
            parting.other(),
            small(parting.leadOfOther()),
            head);
  }

  static String at(Place place) {
    return place.inWords() + " at position " + place.position();
  }

  static String end(End end) {
    return end.name().toLowerCase(Locale.ROOT);
  }

  private static String figures(Comparison comparison) {
    double gap = comparison.margin().gap();
    return (gap > 0 ? "gap " + small(gap) : "no gap")
        + ", noise "
        + small(comparison.margin().noise());
  }

  /** The tightest comparison of every head and of the output, the header first. */
  public static List<List<String>> tightest(DivergenceRun run) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("arg max", "position", "gap", "noise", "noise/gap"));
    for (Comparison comparison : run.tightest()) {
      rows.add(
          List.of(
              comparison.place().inWords(),
              String.valueOf(comparison.place().position()),
              small(comparison.margin().gap()),
              small(comparison.margin().noise()),
              small(comparison.margin().tightness())));
    }
    return rows;
  }

  /** An input as it fits into a line. */
  public static String input(DivergenceRun run) {
    String input = run.input().isEmpty() ? "the empty input" : run.input();
    return input.length() <= LONGEST_INPUT
        ? input
        : input.substring(0, LONGEST_INPUT) + "... (length " + run.length() + ")";
  }

  static String small(double figure) {
    if (Double.isInfinite(figure)) {
      return "unbounded";
    }
    return figure == 0 ? "0" : String.format(Locale.ROOT, "%.2g", figure);
  }

  /** The whole report. */
  static String markdown(DivergenceResult result) {
    StringBuilder text = new StringBuilder("# Where two arithmetics part: ");
    text.append(Markdown.plain(result.problem())).append("\n\n");
    text.append(Markdown.plain(result.built() + "; " + result.one() + " and " + result.other()));
    text.append(".\n\n");
    lengths(result).forEach(line -> text.append("* ").append(Markdown.plain(line)).append('\n'));
    for (DivergenceRun run : result.runs()) {
      text.append("\n## Length ").append(run.length()).append(": ");
      text.append(Markdown.plain(input(run))).append("\n\n");
      run(result, run).forEach(line -> text.append("* ").append(Markdown.plain(line)).append('\n'));
      text.append('\n');
      text.append(Markdown.table(Markdown.plain(tightest(run))));
    }
    return text.append("The command that gives these figures:\n\n")
        .append(Markdown.code(result.command()))
        .append(MEANING)
        .toString();
  }
}
