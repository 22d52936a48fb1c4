package org.cotsim.benchmarks.experiment.sparserate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.cotsim.benchmarks.experiment.Progress;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.simulator.sparserate.CodingRate;
import org.cotsim.simulator.sparserate.Compression;
import org.cotsim.simulator.sparserate.GradientForm;
import org.cotsim.simulator.sparserate.Subspaces;
import org.cotsim.simulator.sparserate.Threshold;
import org.cotsim.simulator.sparserate.Tokens;
import org.cotsim.simulator.sparserate.WhiteBoxLayer;
import org.cotsim.simulator.sparserate.WhiteBoxTransformer;

/**
 * Runs white-box transformers on a set of tokens and measures, layer by layer and half by half,
 * what they do to the sparse rate reduction.
 *
 * <p>The subspaces are the principal components of each class of the training tokens; nothing else
 * of the data enters the weights.
 */
public final class SparseRate {

  private static final List<Double> STEPS =
      List.of(0.0, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0);
  private static final List<Double> DISTORTIONS = List.of(0.25, 0.5, 1.0, 2.0, 4.0); // of the asked
  private static final double SMALLEST_STEP = 1.0 / 64;
  private static final double LARGEST_STEP = 64;
  private static final int BISECTIONS = 12;

  /** How many times {@link Progress} hears of work done. */
  public static final int PARTS =
      GradientForm.values().length * (Threshold.values().length + 1) + 1;

  private final TokenData data;
  private final SparseRateOptions options;
  private final Progress progress;
  private final Subspaces subspaces;
  private final Tokens input;

  private SparseRate(TokenData data, SparseRateOptions options, Progress progress) {
    this.data = data;
    this.options = options;
    this.progress = progress;
    this.subspaces = Subspaces.principal(data.training(), options.dimension());
    this.input = data.tokens().onSphere();
  }

  /** Measures everything. */
  public static SparseRateResult measure(
      TokenData data, SparseRateOptions options, Progress progress) throws ExperimentException {
    options.requireSensible();
    return new SparseRate(data, options, progress).measure();
  }

  private SparseRateResult measure() throws ExperimentException {
    List<Variant> variants = variants();
    List<StepPoint> steps = new ArrayList<>();
    List<Rise> rises = new ArrayList<>();
    for (GradientForm form : GradientForm.values()) {
      Compression.Descent descent =
          options.with(form, options.threshold()).compression().descent(input, subspaces);
      STEPS.forEach(step -> steps.add(stepPoint(form, step, descent)));
      rises.add(
          new Rise(
              form,
              rise(descent, tokens -> options.rate().against(subspaces, tokens)),
              rise(
                  descent,
                  tokens -> options.objective().of(subspaces, tokens.onSphere()).objective())));
      progress.done(1);
    }
    List<ApproximationPoint> approximation = approximation();
    progress.done(1);
    return new SparseRateResult(
        data.description(),
        input.count(),
        data.training().stream().mapToInt(Tokens::count).sum(),
        input.width(),
        subspaces.count(),
        subspaces.coherence(),
        data.truth().isPresent()
            ? OptionalDouble.of(subspaces.largestAngle(data.truth().get()))
            : OptionalDouble.empty(),
        options,
        variants,
        steps,
        rises,
        approximation);
  }

  /** Every gradient with every threshold, what was asked for first. */
  private List<Variant> variants() throws ExperimentException {
    List<Variant> variants = new ArrayList<>();
    for (Threshold threshold : Threshold.values()) {
      for (GradientForm form : GradientForm.values()) {
        variants.add(new Variant(form, threshold, layers(options.with(form, threshold))));
        progress.done(1);
      }
    }
    variants.sort(
        Comparator.comparing(
            one -> one.form() != options.form() || one.threshold() != options.threshold()));
    return variants;
  }

  private List<LayerFigures> layers(SparseRateOptions built) throws ExperimentException {
    WhiteBoxTransformer transformer = built.build(subspaces);
    List<WhiteBoxLayer.Pass> passes = transformer.run(input);
    List<LayerFigures> figures = new ArrayList<>();
    figures.add(figures(0, subspaces, input, Optional.empty()));
    for (int i = 0; i < passes.size(); i++) {
      WhiteBoxLayer layer = transformer.layers().get(i);
      WhiteBoxLayer.Pass pass = passes.get(i);
      LayerFigures.Halves halves =
          new LayerFigures.Halves(
              options.rate().against(layer.subspaces(), pass.bare()),
              options.objective().of(layer.subspaces(), pass.compressed()),
              layer.compression().agreement(pass.entering(), layer.subspaces()));
      figures.add(figures(i + 1, layer.subspacesOfCodes(), pass.codes(), Optional.of(halves)));
    }
    return figures;
  }

  private LayerFigures figures(
      int layer, Subspaces now, Tokens tokens, Optional<LayerFigures.Halves> halves) {
    int[] nearest = now.nearest(tokens);
    long right = 0;
    for (int i = 0; i < nearest.length; i++) {
      right += nearest[i] == data.labels().get(i) ? 1 : 0;
    }
    return new LayerFigures(layer, options.objective().of(now, tokens), right, halves);
  }

  private StepPoint stepPoint(GradientForm form, double step, Compression.Descent descent) {
    Tokens after = descent.after(step);
    return new StepPoint(
        form,
        step,
        options.rate().against(subspaces, after),
        options.objective().of(subspaces, after.onSphere()).objective());
  }

  /** Doubles the step until the figure is higher than at the start, then bisects. */
  private OptionalDouble rise(Compression.Descent descent, ToDoubleFunction<Tokens> figure) {
    double before = figure.applyAsDouble(input);
    double low = 0;
    double high = SMALLEST_STEP;
    while (figure.applyAsDouble(descent.after(high)) <= before) {
      low = high;
      high *= 2;
      if (high > LARGEST_STEP) {
        return OptionalDouble.empty();
      }
    }
    if (low == 0) {
      return OptionalDouble.of(0);
    }
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (low + high) / 2;
      if (figure.applyAsDouble(descent.after(middle)) <= before) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return OptionalDouble.of(high);
  }

  private List<ApproximationPoint> approximation() {
    List<ApproximationPoint> points = new ArrayList<>();
    for (double factor : DISTORTIONS) {
      CodingRate rate = new CodingRate(options.distortion() * factor);
      double energy = rate.largestEnergy(subspaces, input);
      for (GradientForm form : GradientForm.values()) {
        if (form != GradientForm.EXACT) {
          Compression.Agreement agreement =
              new Compression(form, options.step(), rate).agreement(input, subspaces);
          points.add(new ApproximationPoint(rate.distortion(), energy, form, agreement));
        }
      }
    }
    return points;
  }
}
