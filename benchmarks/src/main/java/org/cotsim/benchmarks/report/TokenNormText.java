package org.cotsim.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cotsim.benchmarks.experiment.tokennorm.DecoderFigures;
import org.cotsim.benchmarks.experiment.tokennorm.EmbeddingFigures;
import org.cotsim.benchmarks.experiment.tokennorm.Statistics;
import org.cotsim.benchmarks.experiment.tokennorm.TokenNormResult;

/** What a norm of its own buys a special token, in sentences made of the figures. */
public final class TokenNormText {

  /** What is claimed. */
  public static final String CLAIM =
      "Claimed: a special token that is normalised apart from the others, with statistics of its"
          + " own, encodes the whole better and its embeddings lie more uniformly.";

  /** The source of the claim, and of the measures. */
  public static final String SOURCE =
      "X. Chen and others, On Separate Normalization in Self-supervised Transformers, NeurIPS 2023"
          + " (arXiv 2309.12931); measures: T. Wang and P. Isola, Understanding Contrastive"
          + " Representation Learning through Alignment and Uniformity on the Hypersphere, ICML 2020"
          + " (arXiv 2005.10242)";

  /** What the figures leave open. */
  public static final String NOT_SHOWN =
      "Not shown: what training makes of a separate norm, which the source measures and nothing here"
          + " does; the maps are random, the special token sees the mean of its patches once, and"
          + " the decoders are rewritten, not built anew around a separate norm.";

  private TokenNormText() {}

  /** A sentence for each problem. */
  public static List<String> decoders(TokenNormResult result) {
    return result.request().problems().stream()
        .map(problem -> sentence(result.of(problem)))
        .toList();
  }

  private static String sentence(List<DecoderFigures> variants) {
    DecoderFigures shared = variants.get(0);
    boolean sameLayers = variants.stream().allMatch(one -> one.layers() == shared.layers());
    double difference = variants.stream().mapToDouble(DecoderFigures::difference).max().orElse(0);
    boolean right = variants.stream().allMatch(one -> one.right() == one.inputs());
    String left =
        variants.stream()
            .skip(1)
            .map(one -> one.projections() + " with " + apart(one) + " apart")
            .collect(Collectors.joining(", "));
    return format(
        "%s: %s; of the %d projections that every token is normalised with, tokens of the input"
            + " keep %s; %s, the least gap seen in a head is %s (certified: %.2e), streams differ by"
            + " at most %.1g, and %s.",
        shared.problem(),
        bought(variants),
        shared.projections(),
        left,
        sameLayers ? "all have " + shared.layers() + " layers" : "the numbers of layers differ",
        headGaps(variants),
        shared.gap(),
        difference,
        right ? "all " + shared.inputs() + " chains are right" : "not all chains are right");
  }

  private static String headGaps(List<DecoderFigures> variants) {
    double least = variants.stream().mapToDouble(DecoderFigures::headGap).min().orElse(0);
    double most = variants.stream().mapToDouble(DecoderFigures::headGap).max().orElse(0);
    return least == most ? format("%.2e for all", least) : format("%.2e to %.2e", least, most);
  }

  /** What start and think token apart save, in the number of projections. */
  private static String bought(List<DecoderFigures> variants) {
    int saved =
        variants.stream()
            .filter(one -> !one.apart().equals(DecoderFigures.ALL_BUT_INPUTS))
            .mapToInt(one -> variants.get(0).projections() - one.projections())
            .max()
            .orElse(0);
    return saved == 0
        ? "a norm of its own for start or think token buys nothing"
        : "a norm of their own for start and think token saves "
            + NumberText.counted(saved, "projection");
  }

  private static String apart(DecoderFigures figures) {
    return figures.apart().equals(DecoderFigures.BOTH) ? "start and think" : figures.apart();
  }

  /** Three sentences about the images. */
  public static List<String> embeddings(TokenNormResult result) {
    List<EmbeddingFigures> layer = result.of(Statistics.LAYER);
    List<EmbeddingFigures> own = result.of(Statistics.SEPARATE);
    List<EmbeddingFigures> mean = result.of(Statistics.OWN_MEAN);
    EmbeddingFigures first = layer.get(0);
    EmbeddingFigures last = layer.get(layer.size() - 1);
    EmbeddingFigures ownLast = own.get(own.size() - 1);
    EmbeddingFigures meanLast = mean.get(mean.size() - 1);
    return List.of(
        format(
            "On %d of %s: where the special token's own embedding is %.1f times as long as what it"
                + " sees, uniformity is %.2f with the shared layer norm and %.2f with statistics of"
                + " its own; where it is %.1f times as long, %.2f and %.2f (lower is more uniform).",
            first.images(),
            result.data(),
            first.strength(),
            first.uniformity(),
            own.get(0).uniformity(),
            last.strength(),
            last.uniformity(),
            ownLast.uniformity()),
        format(
            "The own mean alone, with deviations shared, gives %.2f at the largest strength, so that"
                + " %s.",
            meanLast.uniformity(), whoseShare(last, meanLast, ownLast)),
        format(
            "There alignment is %.3f shared and %.3f separate (lower is closer), and the nearest"
                + " neighbour is of the right class for %s and %s of the images: %s.",
            last.alignment(),
            ownLast.alignment(),
            NumberText.percent(last.right(), last.images()),
            NumberText.percent(ownLast.right(), ownLast.images()),
            verdict(last, ownLast)));
  }

  private static String whoseShare(
      EmbeddingFigures shared, EmbeddingFigures mean, EmbeddingFigures own) {
    double all = shared.uniformity() - own.uniformity();
    double byMean = shared.uniformity() - mean.uniformity();
    return all > 0
        ? format("the mean makes %.0f %% of the difference", 100 * byMean / all)
        : "separate statistics are not more uniform there";
  }

  /** Beside twice the deviation that the two counts of wrong ones have by chance. */
  private static String verdict(EmbeddingFigures shared, EmbeddingFigures own) {
    int more = own.right() - shared.right();
    int wrong = shared.images() - shared.right() + own.images() - own.right();
    String found = "separate statistics find " + Math.abs(more) + (more < 0 ? " fewer" : " more");
    return Math.abs(more) <= 2 * Math.sqrt(wrong)
        ? found + ", no more than chance gives, so for the classes they buy nothing"
        : found;
  }

  /** All sentences of what was measured. */
  public static List<String> measured(TokenNormResult result) {
    List<String> sentences = new ArrayList<>(decoders(result));
    sentences.addAll(embeddings(result));
    return sentences;
  }

  /** The table of the decoders, its head first. */
  public static List<List<String>> decoderTable(TokenNormResult result) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "problem",
            "apart",
            "layers",
            "projections",
            "of weights",
            "weights",
            "gap",
            "noise",
            "head gap",
            "score gap",
            "difference",
            "right"));
    for (DecoderFigures one : result.decoders()) {
      rows.add(
          List.of(
              one.problem(),
              one.apart(),
              "" + one.layers(),
              "" + one.projections(),
              "" + one.normWeights(),
              "" + one.weights(),
              format("%.2e", one.gap()),
              format("%.1e", one.noise()),
              format("%.2e", one.headGap()),
              format("%.2f", one.scoreGap()),
              format("%.1e", one.difference()),
              one.right() + "/" + one.inputs()));
    }
    return rows;
  }

  /** The table of the embeddings, its head first. */
  public static List<List<String>> embeddingTable(TokenNormResult result) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("strength", "statistics", "uniformity", "alignment", "right"));
    for (EmbeddingFigures one : result.embeddings()) {
      rows.add(
          List.of(
              format("%.1f", one.strength()),
              one.statistics().word(),
              format("%.3f", one.uniformity()),
              format("%.3f", one.alignment()),
              one.right() + "/" + one.images()));
    }
    return rows;
  }

  private static String format(String text, Object... figures) {
    return String.format(Locale.ROOT, text, figures);
  }
}
