package org.cotsim.benchmarks.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.cotsim.benchmarks.experiment.run.TracedInput;
import org.cotsim.simulator.assemble.Blueprint;
import org.cotsim.simulator.assemble.Phrase;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.construct.regular.LoopedConstruction;
import org.cotsim.simulator.trace.Attended;
import org.cotsim.simulator.trace.Moment;
import org.cotsim.simulator.trace.Trace;

/**
 * How products over windows that double are put together, as the weights did it.
 *
 * @param layers per loop, the layer that it is
 * @param looked per loop and position, the one position that the looped head attended to, or -1
 * @param products per loop and position, the product held after it; first those before any loop
 * @param notation what the products are, in words
 */
record LoopsData(
    List<Integer> layers,
    List<List<Integer>> looked,
    List<List<String>> products,
    Phrase notation) {

  LoopsData {
    layers = List.copyOf(layers);
    looked = looked.stream().map(List::copyOf).toList();
    products = products.stream().map(List::copyOf).toList();
  }

  /**
   * What a run shows.
   *
   * @return empty if the decoder is no {@link LoopedConstruction}'s
   */
  static Optional<LoopsData> of(TracedInput run) {
    List<Subspace> subspaces = run.assembly().blueprint().subspaces();
    return IntStream.range(0, subspaces.size())
        .filter(s -> subspaces.get(s).name().equals(LoopedConstruction.PRODUCT))
        .boxed()
        .findFirst()
        .map(product -> of(run, products(run.trace(), product), subspaces.get(product).meaning()));
  }

  private static LoopsData of(TracedInput run, List<List<String>> products, Phrase notation) {
    List<Integer> looped = new ArrayList<>();
    List<List<Integer>> looked = new ArrayList<>();
    List<Blueprint.LayerNotes> layers = run.assembly().blueprint().layers();
    for (int l = 0; l < layers.size(); l++) {
      for (int h = 0; h < layers.get(l).heads().size(); h++) {
        if (layers.get(l).heads().get(h).name().equals(LoopedConstruction.LOOK_BACK)) {
          int layer = l;
          int head = h;
          looped.add(layer);
          looked.add(
              run.trace().moments().stream()
                  .map(moment -> only(moment.heads().get(layer).get(head)))
                  .toList());
        }
      }
    }
    return new LoopsData(looped, looked, products, notation);
  }

  private static int only(Attended attended) {
    return attended.positions() == 1 ? attended.spans().get(0).from() : -1;
  }

  private static List<List<String>> products(Trace trace, int product) {
    List<List<String>> products = new ArrayList<>();
    for (int s = 0; s < trace.stages().size(); s++) {
      if (trace.stages().get(s).subspace() == product) {
        int stage = s;
        products.add(texts(trace, moment -> moment.stages().get(stage)));
      }
    }
    return products.isEmpty()
        ? List.of(texts(trace, moment -> moment.readings().get(product)))
        : products;
  }

  private static List<String> texts(Trace trace, Function<Moment, Phrase> held) {
    return trace.moments().stream().map(held).map(Phrase::toString).toList();
  }

  JsonObject toJson(Sentences say) {
    JsonObject json = new JsonObject();
    json.add("layers", TraceData.numbers(layers.stream().mapToInt(layer -> layer)));
    JsonArray pointers = new JsonArray();
    looked.forEach(
        loop -> pointers.add(TraceData.numbers(loop.stream().mapToInt(position -> position))));
    json.add("looked", pointers);
    JsonArray held = new JsonArray();
    products.forEach(loop -> held.add(TraceData.texts(loop)));
    json.add("products", held);
    json.addProperty("notation", say.say(notation));
    return json;
  }
}
