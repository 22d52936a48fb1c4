package org.cotsim.benchmarks.page;

import org.cotsim.benchmarks.experiment.run.TracedInput;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Norm;
import org.cotsim.simulator.model.PositionEmbedding;
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.model.Weighting;
import org.cotsim.simulator.trace.Moment;
import org.cotsim.simulator.trace.Score;

/**
 * All numbers of a run, each as the sixteen hexadecimal digits of its bits: weights, scores and
 * certificate. Two runs with the same text are the same bit for bit.
 */
final class RunBits {

  private final StringBuilder text = new StringBuilder();

  private RunBits() {}

  /** A line for each matrix, each choice of a token and each claim. */
  static String of(TracedInput run) {
    RunBits bits = new RunBits();
    bits.add(run.assembly().model());
    run.trace().moments().forEach(bits::add);
    bits.add(run.certificate());
    return bits.text.toString();
  }

  private void add(Transformer model) {
    line("embedding", model.embedding());
    if (model.positions() instanceof PositionEmbedding.Table table) {
      line("positions", table.rows());
    }
    for (Layer layer : model.distinctLayers()) {
      add(layer.attention().norm());
      layer.attention().heads().forEach(this::add);
      add(layer.feedForward().norm());
      line("first", layer.feedForward().first());
      line("second", layer.feedForward().second());
    }
    line("output", model.output().map());
    line("tie tolerance", model.output().tieTolerance());
  }

  private void add(Norm norm) {
    norm.projections().forEach(projection -> line("norm", projection));
  }

  private void add(Head head) {
    line("query", head.query());
    line("key", head.key());
    line("value", head.value());
    line("output", head.output());
    if (head.weighting() instanceof Weighting.Saturated saturated) {
      line("saturated", saturated.tolerance());
    } else if (head.weighting() instanceof Weighting.Softmax softmax) {
      line("softmax", softmax.inverseTemperature());
    }
  }

  private void add(Moment moment) {
    moment
        .decision()
        .ifPresent(
            decision -> {
              text.append("scores");
              for (Score score : decision.scores()) {
                text.append(' ').append(score.token());
                number(score.score());
              }
              text.append('\n');
            });
  }

  private void add(Certificate certificate) {
    certificate
        .claims()
        .forEach(claim -> line(claim.name(), claim.gap(), claim.noise(), claim.tolerance()));
    certificate.ranges().forEach(range -> line(range.name(), range.needed(), range.limit()));
  }

  private void line(String name, Affine map) {
    line(name, map.matrix());
    line(name, map.biases());
  }

  private void line(String name, Matrix matrix) {
    text.append(name);
    for (int row = 0; row < matrix.rows(); row++) {
      for (int e = matrix.rowStart(row); e < matrix.rowStart(row + 1); e++) {
        text.append(' ').append(row).append(',').append(matrix.column(e));
        number(matrix.value(e));
      }
    }
    text.append('\n');
  }

  private void line(String name, double... numbers) {
    text.append(name);
    for (double number : numbers) {
      number(number);
    }
    text.append('\n');
  }

  private void number(double number) {
    String digits = Long.toHexString(Double.doubleToRawLongBits(number));
    text.append(' ').append("0".repeat(16 - digits.length())).append(digits);
  }
}
