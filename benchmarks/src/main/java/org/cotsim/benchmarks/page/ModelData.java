package org.cotsim.benchmarks.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.cotsim.simulator.assemble.Assembly;
import org.cotsim.simulator.assemble.Blueprint;
import org.cotsim.simulator.assemble.Phrase;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.PositionEmbedding;
import org.cotsim.simulator.model.Transformer;

/**
 * A model's own words, and who writes which subspace, as JSON: {@code subspaces}, {@code layers}
 * and {@code embedded}.
 *
 * <p>Who writes what is read off the weights: a part writes a subspace if it has a non-zero weight
 * into it.
 */
final class ModelData {

  private final Transformer model;
  private static final Pattern OWN_SUBJECT =
      Pattern.compile("(?:(?:an?|at|the|before) |[a-z]+: ).*");

  private final Blueprint blueprint;
  private final Sentences say;

  ModelData(Assembly assembly, Sentences say) {
    this.say = say;
    this.model = assembly.model();
    this.blueprint = assembly.blueprint();
  }

  void addTo(JsonObject json) {
    JsonArray subspaces = new JsonArray();
    for (Subspace subspace : blueprint.subspaces()) {
      JsonObject one = new JsonObject();
      one.addProperty("name", subspace.name());
      one.addProperty("meaning", say.say(subspace.meaning()));
      subspaces.add(one);
    }
    json.add("subspaces", subspaces);
    json.add("embedded", written(this::isEmbedded));
    JsonArray layers = new JsonArray();
    List<Long> loops = loops();
    for (int l = 0; l < model.layers().size(); l++) {
      JsonObject one = layer(model.layers().get(l), blueprint.layers().get(l));
      one.addProperty("loop", loops.get(l));
      layers.add(one);
    }
    json.add("layers", layers);
  }

  /** Per layer how often it has been applied by then, this time included; 0 if it is only once. */
  private List<Long> loops() {
    IdentityHashMap<Layer, Long> all = new IdentityHashMap<>();
    model.layers().forEach(layer -> all.merge(layer, 1L, Long::sum));
    IdentityHashMap<Layer, Long> so = new IdentityHashMap<>();
    return model.layers().stream()
        .map(layer -> all.get(layer) == 1 ? 0L : so.merge(layer, 1L, Long::sum))
        .toList();
  }

  private JsonObject layer(Layer layer, Blueprint.LayerNotes notes) {
    JsonArray heads = new JsonArray();
    for (int h = 0; h < notes.heads().size(); h++) {
      Matrix output = layer.attention().heads().get(h).output();
      JsonObject head = note(notes.heads().get(h));
      head.addProperty("words", sentence(notes.heads().get(h).words()));
      head.add("writes", written(row -> hasEntries(output, row)));
      heads.add(head);
    }
    JsonArray parts = new JsonArray();
    notes.feedForward().forEach(note -> parts.add(note(note)));
    Matrix second = layer.feedForward().second().matrix();
    JsonObject json = new JsonObject();
    json.add("heads", heads);
    json.add("parts", parts);
    json.add("writes", written(row -> hasEntries(second, row)));
    return json;
  }

  /** What a head does; notes that say where it does so have a subject of their own. */
  private String sentence(Phrase words) {
    String does = say.say(words);
    return OWN_SUBJECT.matcher(words.template()).matches()
        ? does.substring(0, 1).toUpperCase(Locale.ROOT) + does.substring(1) + "."
        : say.say("inside.does", Map.of("does", does));
  }

  private JsonObject note(Blueprint.Note note) {
    JsonObject json = new JsonObject();
    json.addProperty("name", note.name());
    json.addProperty("words", say.say(note.words()));
    return json;
  }

  private static boolean hasEntries(Matrix matrix, int row) {
    return matrix.rowStart(row) < matrix.rowStart(row + 1);
  }

  private boolean isEmbedded(int coordinate) {
    return hasColumn(model.embedding(), coordinate)
        || (model.positions() instanceof PositionEmbedding.Table table
            && hasColumn(table.rows(), coordinate));
  }

  private static boolean hasColumn(Matrix matrix, int column) {
    return IntStream.range(0, matrix.nonZeros()).anyMatch(e -> matrix.column(e) == column);
  }

  /** The subspaces with a coordinate that is written. */
  private JsonArray written(IntPredicate coordinate) {
    List<Subspace> subspaces = blueprint.subspaces();
    return TraceData.numbers(
        IntStream.range(0, subspaces.size())
            .filter(
                s ->
                    IntStream.range(0, subspaces.get(s).width())
                        .map(subspaces.get(s)::index)
                        .anyMatch(coordinate)));
  }
}
