package org.cotsim.benchmarks.experiment.manifold;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cotsim.benchmarks.experiment.Progress;
import org.cotsim.benchmarks.problem.ExperimentException;

/** Measures the squared error of hand-built transformers on manifolds and how it falls. */
public final class ManifoldExperiment {

  /** The largest ambient dimension. */
  public static final int MOST_AMBIENT = 64;

  /** The most anchors, and the most samples. */
  public static final int MOST = 1 << 16;

  /** How many times as many draws a line outside the tolerance gets. */
  public static final int AGAIN = 4;

  /**
   * What to measure.
   *
   * @param manifolds their names
   * @param ambients the ambient dimensions D
   * @param smoothness the betas, each above 0 and up to 1, or 2
   * @param anchors the numbers of anchors, none or two at least, so that a line can be fitted
   * @param samples the numbers of samples, none or two at least; measured for betas up to 1
   * @param sharpness how fast bumps fall, in units of the spacing of the anchors
   * @param noise the standard deviation of the noise of the samples
   * @param tests the number of points at which errors are taken
   * @param repetitions each with anchors, samples, functions and embeddings of its own
   * @param seed of all of it
   */
  public record Request(
      List<String> manifolds,
      List<Integer> ambients,
      List<Double> smoothness,
      List<Integer> anchors,
      List<Integer> samples,
      double sharpness,
      double noise,
      int tests,
      int repetitions,
      long seed) {

    public Request {
      manifolds = List.copyOf(manifolds);
      ambients = List.copyOf(ambients);
      smoothness = List.copyOf(smoothness);
      anchors = List.copyOf(anchors);
      samples = List.copyOf(samples);
    }
  }

  private final Request request;
  private final List<Setting> settings;

  /**
   * An experiment.
   *
   * @throws ExperimentException if a manifold is unknown or a number out of range
   */
  public ManifoldExperiment(Request request) throws ExperimentException {
    RequestCheck.check(request);
    this.request = request;
    this.settings = settings(request);
  }

  /** How many lines there are. */
  public int size() {
    return settings.size();
  }

  private static List<Setting> settings(Request request) throws ExperimentException {
    List<Setting> settings = new ArrayList<>();
    for (Setting.Law law : Setting.Law.values()) {
      for (double beta : request.smoothness) {
        for (String name : request.manifolds) {
          for (int ambient : request.ambients) {
            settings.add(new Setting(law, Manifold.find(name), ambient, beta));
          }
        }
      }
    }
    settings.removeIf(
        one ->
            one.law() == Setting.Law.DATA
                ? request.samples.isEmpty() || one.smoothness() >= Setting.AFFINE
                : request.anchors.isEmpty());
    return settings;
  }

  /**
   * Measures all points, lines side by side on all processors; the same request gives the same.
   *
   * <p>A line whose exponent lies outside 15 % of the prediction is measured again with four times
   * as many draws, none of them drawn before: that tells chance from a law.
   *
   * @param command for the record
   */
  public ManifoldResult run(String command, Progress progress) {
    int first = request.repetitions;
    List<ManifoldPoint> points = lines(settings, 0, first, progress);
    List<Setting> outside =
        new ManifoldResult(command, request, points, List.of())
            .slopes().stream()
                .filter(slope -> !slope.within())
                .map(ManifoldSlope::setting)
                .toList();
    List<ManifoldPoint> again = lines(outside, first, (1 + AGAIN) * first, Progress.NONE);
    return new ManifoldResult(command, request, points, again);
  }

  private List<ManifoldPoint> lines(List<Setting> some, int from, int to, Progress progress) {
    return some.parallelStream().map(setting -> line(setting, from, to, progress)).toList().stream()
        .flatMap(List::stream)
        .toList();
  }

  private List<ManifoldPoint> line(Setting setting, int from, int to, Progress progress) {
    List<Integer> sizes = setting.law() == Setting.Law.SIZE ? request.anchors : request.samples;
    List<ManifoldPoint> points =
        sizes.stream().map(size -> point(setting, size, from, to)).toList();
    progress.done(1);
    return points;
  }

  /** The mean over some repetitions. */
  private ManifoldPoint point(Setting setting, int size, int from, int to) {
    List<ManifoldPoint> all =
        IntStream.range(from, to)
            .mapToObj(r -> new Approximation(setting, size, request, r).measure())
            .toList();
    ManifoldPoint last = all.get(all.size() - 1);
    return new ManifoldPoint(
        setting,
        last.anchors(),
        last.samples(),
        last.layers(),
        last.weights(),
        all.stream().mapToDouble(ManifoldPoint::squaredError).average().orElseThrow(),
        all.stream().mapToDouble(ManifoldPoint::squaredSpacing).average().orElseThrow());
  }
}
