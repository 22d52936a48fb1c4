package org.cotsim.benchmarks.experiment.divergence;

import java.util.List;
import java.util.OptionalInt;
import org.cotsim.simulator.assemble.Blueprint;

/**
 * A comparison of scores: a head at a position, or the choice of the next token there.
 *
 * @param layer from 1; 0 for the output
 * @param head from 1; empty for the output
 * @param name what the head is called; empty if it has no name
 * @param position from 0, among prompt and chain
 */
public record Place(int layer, OptionalInt head, String name, int position) {

  static Place output(int position) {
    return new Place(0, OptionalInt.empty(), "", position);
  }

  static Place head(Blueprint blueprint, int layer, int head, int position) {
    List<Blueprint.LayerNotes> layers = blueprint.layers();
    boolean named = layer < layers.size() && head < layers.get(layer).heads().size();
    String name = named ? layers.get(layer).heads().get(head).name() : "";
    return new Place(layer + 1, OptionalInt.of(head + 1), name, position);
  }

  /** The head or the output, as a person reads it. */
  public String inWords() {
    if (head.isEmpty()) {
      return "the output";
    }
    String place = "head " + head.getAsInt() + " of layer " + layer;
    return name.isEmpty() ? place : "\"" + name + "\" (" + place + ")";
  }
}
