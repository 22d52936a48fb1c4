package org.cotsim.simulator.circuit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.cotsim.simulator.execute.Choices;
import org.cotsim.simulator.execute.PositionWise;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;

/**
 * What happens in a decoder on the words of one length that were run: which residual streams occur
 * at every layer and position, and what each becomes.
 *
 * <p>Streams are equal if all bits are of all numbers that something still reads. A word costs the
 * layers times the heads times the square of its length; what a layer makes of a stream is computed
 * once for each {@link Situation}.
 */
public final class ObservedDecoder {

  /**
   * What a position is before a layer and what its heads find.
   *
   * @param own the number of its stream
   * @param winners for every head pairs of the number of a value and how many winning positions
   *     have it, ascending
   */
  record Situation(int own, List<List<Integer>> winners) {}

  private final DecoderAtLength decoder;
  private final Transformer model;
  private final LiveColumns live;
  private final List<LayerClasses> layers = new ArrayList<>(); // [layers + 1]
  private final List<List<Map<Situation, Integer>>> next = new ArrayList<>(); // [layers][positions]
  private final List<Map<Situation, Integer>> inner = new ArrayList<>(); // [layers]
  private final List<Map<Situation, Integer>> answering = new ArrayList<>(); // [layers]
  private final Map<List<Integer>, Integer> tokens = new HashMap<>(); // token and position
  private final Map<List<Integer>, Integer> choices = new HashMap<>();
  private final PositionWise at = new PositionWise(Arithmetic.BINARY64);
  private boolean news;

  /** Nothing has happened yet. */
  public ObservedDecoder(DecoderAtLength decoder) {
    this.decoder = decoder;
    this.model = decoder.model();
    this.live = new LiveColumns(model);
    for (int l = 0; l <= model.layers().size(); l++) {
      layers.add(new LayerClasses(model, l));
    }
    for (int l = 0; l < model.layers().size(); l++) {
      List<Map<Situation, Integer>> positions = new ArrayList<>();
      for (int p = 0; p < decoder.positions(); p++) {
        positions.add(new LinkedHashMap<>());
      }
      next.add(positions);
      inner.add(new HashMap<>());
      answering.add(new HashMap<>());
    }
  }

  /** How many means were taken of values whose sum may depend on the order of addition. */
  public long inexactMeans() {
    return layers.stream().mapToLong(LayerClasses::inexactMeans).sum();
  }

  /** How many different streams there are, all layers together. */
  public int streams() {
    return layers.stream().mapToInt(LayerClasses::size).sum();
  }

  LayerClasses layer(int l) {
    return layers.get(l);
  }

  /** The situations that occurred at a layer and position, and the stream that each became. */
  Map<Situation, Integer> situations(int layer, int position) {
    return next.get(layer).get(position);
  }

  /** The number of the stream of a token at a position. */
  int embedded(int token, int position) {
    return tokens.computeIfAbsent(
        List.of(token, position),
        key -> {
          double[] stream = at.embed(model, token, position);
          live.clear(0, decoder.answers(position), stream);
          return layers.get(0).number(stream);
        });
  }

  /**
   * What is chosen after a stream: an answer, the next step, or {@link Session#TIED}.
   *
   * @param last whether an answer is forced where a step would follow
   */
  int chosen(int stream, boolean last) {
    int choice = chosen(stream, model.vocabulary().all());
    boolean steps = choice != Session.TIED && !decoder.isAnswer(choice);
    return steps && last ? chosen(stream, decoder.answerTokens()) : choice;
  }

  private int chosen(int stream, TokenSet allowed) {
    return choices.computeIfAbsent(
        List.of(stream, allowed.size()),
        key -> {
          double[] last = layers.get(model.layers().size()).stream(stream);
          double[] scores = at.apply(model.output().map(), last);
          return Choices.argMax(scores, allowed, model.output().tieTolerance());
        });
  }

  /**
   * Runs a word; returns the answer token, or nothing after a tie.
   *
   * @param word [length], letters counted from 0
   */
  public OptionalInt run(int[] word) {
    int[][] streams = new int[model.layers().size() + 1][decoder.positions()];
    int token = decoder.start();
    for (int p = 0; true; p++) {
      streams[0][p] = embedded(token, p);
      for (int l = 0; l < decoder.depthAt(p); l++) {
        streams[l + 1][p] = advance(l, p, streams[l]);
      }
      if (decoder.answers(p)) {
        token = chosen(streams[model.layers().size()][p], decoder.isLast(p));
        if (token == Session.TIED || decoder.isAnswer(token)) {
          return token == Session.TIED ? OptionalInt.empty() : OptionalInt.of(token);
        }
      } else {
        token = p < decoder.length() ? decoder.letters().get(word[p]) : decoder.think();
      }
    }
  }

  private int advance(int l, int position, int[] classes) {
    LayerClasses layer = layers.get(l);
    List<List<Integer>> winners = new ArrayList<>(layer.heads().size());
    for (int h = 0; h < layer.heads().size(); h++) {
      winners.add(winners(layer, h, position, classes));
    }
    Situation situation = new Situation(classes[position], winners);
    Map<Situation, Integer> here = next.get(l).get(position);
    Integer known = here.get(situation);
    if (known != null) {
      return known;
    }
    news = true;
    boolean answers = decoder.answers(position);
    int becomes =
        (answers ? answering : inner)
            .get(l)
            .computeIfAbsent(
                situation,
                s -> {
                  double[] stream = layer.next(s.own(), s.winners());
                  live.clear(l + 1, answers, stream);
                  return layers.get(l + 1).number(stream);
                });
    here.put(situation, becomes);
    return becomes;
  }

  private List<Integer> winners(LayerClasses layer, int h, int position, int[] classes) {
    int visible = layer.heads().get(h).mask().visible(position + 1);
    double largest = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < visible; j++) {
      largest = Math.max(largest, layer.score(h, classes[position], classes[j]));
    }
    double least = layer.leastWinner(h, largest);
    int[] counts = new int[layer.valueCount(h)];
    for (int j = 0; j < visible; j++) {
      if (layer.score(h, classes[position], classes[j]) >= least) {
        counts[layer.value(h, classes[j])]++;
      }
    }
    List<Integer> winners = new ArrayList<>();
    for (int v = 0; v < counts.length; v++) {
      if (counts[v] > 0) {
        winners.add(v);
        winners.add(counts[v]);
      }
    }
    return winners;
  }

  /** Whether something occurred since this was last asked that had not occurred before. */
  public boolean news() {
    boolean was = news;
    news = false;
    return was;
  }
}
