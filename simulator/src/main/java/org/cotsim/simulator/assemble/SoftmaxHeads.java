package org.cotsim.simulator.assemble;

import java.util.List;
import org.cotsim.simulator.model.Attention;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.model.Weighting;

/**
 * Makes the saturated heads of a model into softmax heads of one inverse temperature.
 *
 * <p>Equal scores still share their weight equally; a score that is less by g keeps {@code
 * exp(-beta g)} of it.
 */
public final class SoftmaxHeads {

  private SoftmaxHeads() {}

  /** The same assembly with softmax heads. */
  public static Assembly of(Assembly assembly, double inverseTemperature) {
    Transformer model = assembly.model();
    Weighting softmax = new Weighting.Softmax(inverseTemperature);
    List<Layer> layers =
        model.layers().stream()
            .map(layer -> new Layer(of(layer.attention(), softmax), layer.feedForward()))
            .toList();
    return new Assembly(
        new Transformer(
            model.vocabulary(),
            model.embedding(),
            model.positions(),
            layers,
            model.output(),
            model.feedback()),
        assembly.blueprint());
  }

  private static Attention of(Attention attention, Weighting weighting) {
    return new Attention(
        attention.norm(), attention.heads().stream().map(head -> of(head, weighting)).toList());
  }

  private static Head of(Head head, Weighting weighting) {
    return new Head(head.query(), head.key(), head.value(), head.output(), weighting, head.mask());
  }
}
