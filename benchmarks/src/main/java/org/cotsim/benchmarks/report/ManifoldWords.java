package org.cotsim.benchmarks.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cotsim.benchmarks.experiment.manifold.ManifoldExperiment;
import org.cotsim.benchmarks.experiment.manifold.ManifoldPoint;
import org.cotsim.benchmarks.experiment.manifold.ManifoldResult;
import org.cotsim.benchmarks.experiment.manifold.ManifoldSlope;
import org.cotsim.benchmarks.experiment.manifold.Setting;

/** What is claimed of the approximation on manifolds and what was measured, in sentences. */
public final class ManifoldWords {

  /** Where the claim comes from. */
  public static final String SOURCE =
      "A. Havrilla and W. Liao, Understanding Scaling Laws with Statistical and Approximation"
          + " Theory for Transformer Neural Networks on Intrinsically Low-dimensional Data, NeurIPS"
          + " 2024 (arXiv 2411.06646)";

  static final String LEGEND =
      "measured and its standard error: least squares through the logarithms of squared error and"
          + " size; spacing: the exponent that the distances from test points to the nearest anchor"
          + " give on the same points, beta times that of their square; a star: outside 15 % of the"
          + " prediction.";

  static final String LIMITS =
      "Not shown: that no transformer does better, errors in the maximum norm, samples with slopes"
          + " (beta = 2), and manifolds that are known only through their samples: anchors here are"
          + " drawn from the manifold itself. The paper proves its bounds for beta up to 1; beta ="
          + " 2 is the classical extension by one more term of Taylor's series.";

  private ManifoldWords() {}

  /** What is claimed and what was measured: five sentences, or four with one law only. */
  public static List<String> sentences(ManifoldResult result) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "Havrilla and Liao claim that a transformer of a depth logarithmic in d approximates a"
            + " function of smoothness beta on a d-dimensional manifold with a squared error that"
            + " falls like N^(-2 beta/d) in its size N and like n^(-2 beta/(2 beta + d)) in the"
            + " number n of noisy samples, whatever the dimension D of the space around it.");
    sentences.add(construction(result));
    for (Setting.Law law : ManifoldChart.laws(result)) {
      sentences.add(exponents(result, law));
    }
    sentences.add(ambient(result));
    return sentences;
  }

  private static String construction(ManifoldResult result) {
    List<Integer> layers = result.points().stream().map(ManifoldPoint::layers).toList();
    return "Here every weight is set by hand and only the values at the anchors come from the"
        + " function: positions hold the anchors, feed-forward sublayers form a bump around each,"
        + " and one softmax head makes the bumps a partition of unity, in "
        + range(Collections.min(layers), Collections.max(layers))
        + " layers.";
  }

  /** How the fitted exponents of one law compare with the predicted ones. */
  public static String exponents(ManifoldResult result, Setting.Law law) {
    List<ManifoldSlope> slopes = result.slopes(law);
    double least = slopes.stream().mapToDouble(ManifoldSlope::ratio).min().orElseThrow();
    double most = slopes.stream().mapToDouble(ManifoldSlope::ratio).max().orElseThrow();
    long within = slopes.stream().filter(ManifoldSlope::within).count();
    List<Integer> sizes =
        law == Setting.Law.SIZE ? result.request().anchors() : result.request().samples();
    return String.format(
        Locale.ROOT,
        "With %d to %d %s, on manifolds of d = %s and for beta = %s, the fitted exponent is %.2f to"
            + " %.2f times the predicted one, and %d of %d lie within 15 %% of it.",
        Collections.min(sizes),
        Collections.max(sizes),
        law == Setting.Law.SIZE ? "anchors" : "noisy samples",
        range(dimensions(slopes)),
        slopes.stream()
            .map(slope -> NumberText.decimal(slope.setting().smoothness()).toPlainString())
            .distinct()
            .collect(Collectors.joining(", ")),
        least,
        most,
        within,
        slopes.size());
  }

  private static List<Integer> dimensions(List<ManifoldSlope> slopes) {
    return slopes.stream().map(slope -> slope.setting().manifold().dimension()).toList();
  }

  private static String ambient(ManifoldResult result) {
    List<Integer> ambients = result.request().ambients();
    if (result.ambientEffect().isEmpty()) {
      return "All of it was measured in D = " + ambients.get(0) + " dimensions.";
    }
    int most = Collections.max(ambients);
    double beta = result.request().smoothness().get(0);
    double effect = result.ambientEffect().getAsDouble();
    return String.format(
        Locale.ROOT,
        "Between D = %d and D = %d no exponent changes by more than %.1f %% of the predicted one,"
            + " where an error that D set would fall with the exponent %.3f for beta = %s: "
            + (effect <= ManifoldSlope.TOLERANCE ? "d sets it, and not D." : "here D matters too."),
        Collections.min(ambients),
        most,
        100 * effect,
        2 * beta / most,
        NumberText.decimal(beta).toPlainString());
  }

  /** An exponent outside 15 % of the prediction, beside what the anchors themselves give. */
  static String deviation(ManifoldSlope slope) {
    String what =
        String.format(
            Locale.ROOT,
            "%s, D = %d, beta = %s, %s: %.3f instead of %.3f (standard error %.3f)",
            slope.setting().manifold().name(),
            slope.setting().ambient(),
            NumberText.decimal(slope.setting().smoothness()).toPlainString(),
            ManifoldChart.inWords(slope.setting().law()),
            slope.measured(),
            slope.predicted(),
            slope.uncertainty());
    String spacing =
        slope.setting().law() == Setting.Law.SIZE
            ? "; distances to the anchors alone would give " + NumberText.three(slope.spacing())
            : "";
    String again =
        slope.again().isPresent()
            ? "; measured again with "
                + ManifoldExperiment.AGAIN
                + " times as many draws, all of them new: "
                + NumberText.three(slope.again().getAsDouble())
            : "";
    return what + spacing + again + ".";
  }

  private static String range(List<Integer> numbers) {
    return range(Collections.min(numbers), Collections.max(numbers));
  }

  private static String range(int least, int most) {
    return least == most ? String.valueOf(least) : least + " to " + most;
  }
}
