package org.cotsim.simulator.construct.regular;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.cotsim.languages.automaton.algebra.CascadeLevel;
import org.cotsim.languages.automaton.algebra.CascadeLevel.Situation;
import org.cotsim.languages.automaton.algebra.Permutation;
import org.cotsim.languages.automaton.algebra.TileEvent;
import org.cotsim.simulator.assemble.Blueprint.Note;
import org.cotsim.simulator.assemble.Gate;
import org.cotsim.simulator.assemble.LastFlagged;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.Phrase;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.construct.WordPositions;
import org.cotsim.simulator.model.Mask;

/**
 * The heads and tables of one height of a cascade.
 *
 * <p>Known from above are the sets of the chain before and after the letter, and the event: what
 * the letter does to the tile. The tile before the letter is the one of the latest reset, moved by
 * the permutations since; with it the tables name the sets and the event of the height below.
 */
final class CascadeStage {

  /**
   * What all heights have in common.
   *
   * @param clock where 1/m is, unless positions are embedded
   * @param states the states of a set
   */
  record Shared(
      AtOnceDecoder decoder,
      WordPositions positions,
      Optional<Subspace> clock,
      int maxLength,
      IntFunction<BitSet> states) {

    /** The share 1/m, as a form over the residual stream. */
    LinearForm inverse() {
      return decoder.stream().at(clock.orElseThrow(), 0);
    }

    LinearForm ramp(SublayerInput input) {
      LinearForm share = clock.isPresent() ? inverse() : decoder.one();
      return positions.ramp(input, share, decoder.one());
    }
  }

  private final Shared shared;
  private final CascadeLevel level;
  private final boolean top;
  private final Map<Integer, Integer> befores = new LinkedHashMap<>(); // coordinates by set
  private final Map<Integer, Integer> afters = new LinkedHashMap<>();
  private final Map<TileEvent, Integer> events = new LinkedHashMap<>();
  private final Map<Integer, CascadeGroup> groups = new TreeMap<>();
  private Subspace before;
  private Subspace after;
  private Subspace event;
  private Subspace mark;
  private Subspace held;

  CascadeStage(Shared shared, CascadeLevel level, boolean top) {
    this.shared = shared;
    this.level = level;
    this.top = top;
    for (Situation s : level.situations().keySet()) {
      befores.putIfAbsent(s.before(), befores.size());
      afters.putIfAbsent(s.after(), afters.size());
    }
    for (Optional<TileEvent> one : level.situations().values()) {
      one.map(this::known).ifPresent(e -> events.putIfAbsent(e, events.size()));
    }
    declare();
    level.groups().forEach((c, series) -> groups.put(c, group(c)));
  }

  /** Resets of classes without a group differ by the tile only. */
  private TileEvent known(TileEvent one) {
    return one instanceof TileEvent.Reset reset && !level.groups().containsKey(reset.imageClass())
        ? new TileEvent.Reset(-1, reset.tile())
        : one;
  }

  private void declare() {
    String height = " " + level.height();
    if (!top) {
      before =
          declareSets(
              "before" + height,
              befores.keySet(),
              "the set of the chain at height {height} before the letter");
      after =
          declareSets(
              "after" + height,
              afters.keySet(),
              "the set of the chain at height {height} after the letter");
    }
    if (!events.isEmpty()) {
      event =
          stream()
              .declareOneHot(
                  "event" + height,
                  events.keySet().stream().map(CascadeWords::of).toList(),
                  Phrase.of(
                      "what the letter does to the tile at height {height}",
                      "height",
                      level.height()));
    }
    if (top) {
      level
          .situations()
          .forEach(
              (s, one) ->
                  one.ifPresent(
                      e ->
                          shared
                              .decoder()
                              .assembler()
                              .embed(
                                  shared.decoder().letter(s.letter()),
                                  event,
                                  events.get(known(e)),
                                  1)));
    }
  }

  private Subspace declareSets(String name, Collection<Integer> sets, String meaning) {
    return stream()
        .declareOneHot(
            name,
            sets.stream()
                .map(set -> CascadeWords.of(states(set), shared.decoder()::stateName))
                .toList(),
            Phrase.of(meaning, "height", level.height()));
  }

  private CascadeGroup group(int imageClass) {
    Set<Permutation> occurring = new LinkedHashSet<>();
    for (TileEvent one : events.keySet()) {
      if (one instanceof TileEvent.Permute p && p.imageClass() == imageClass) {
        occurring.add(p.permutation());
      }
    }
    return new CascadeGroup(
        shared,
        level.height() + (level.groups().size() > 1 ? " class " + imageClass : ""),
        level.groups().get(imageClass),
        occurring,
        (input, p) -> flag(input, new TileEvent.Permute(imageClass, p)));
  }

  private LinearForm flag(SublayerInput input, TileEvent one) {
    return input.readOneHot(event).at(events.get(one));
  }

  private ResidualStream stream() {
    return shared.decoder().stream();
  }

  /**
   * Adds the heads.
   *
   * @param shares a layer at which the events are known already and more heads may be added
   * @return the layer whose hidden units know the tile before the letter
   */
  LayerAssembler addHeads(Optional<LayerAssembler> shares) {
    LayerAssembler layer = null;
    for (int k = 0; k < level.factors(); k++) {
      layer = addSums(k, k == 0 ? shares : Optional.empty());
    }
    if (CascadeWeights.hasHead(level)) {
      if (layer != null) {
        addMarks(layer);
      }
      boolean isFirst = layer == null && shared.clock().isEmpty(); // nothing to wait for
      layer = isFirst ? shares.orElseGet(this::newLayer) : newLayer();
      addLatest(layer);
    }
    return layer;
  }

  /** Adds what sums the exponents of a factor of all groups; returns the layer that knows them. */
  private LayerAssembler addSums(int k, Optional<LayerAssembler> shares) {
    List<CascadeGroup> having = groups.values().stream().filter(g -> k < g.factors()).toList();
    LayerAssembler layer = null;
    int blocks = shared.positions().levels();
    for (int b = 0; b < blocks; b++) {
      LayerAssembler averaging = b == 0 ? shares.orElseGet(this::newLayer) : newLayer();
      layer = newLayer();
      for (CascadeGroup group : having) {
        group.addAverage(averaging, k, b);
        group.addRemainders(layer, k, b);
      }
    }
    layer = blocks > 1 ? newLayer() : layer; // a total is written by the table of its last level
    for (CascadeGroup group : having) {
      group.addTables(layer, k);
    }
    return layer;
  }

  private LayerAssembler newLayer() {
    return shared.decoder().assembler().layer();
  }

  private int tiles() {
    int most = 1;
    for (int set : union()) {
      most = level.isSplit(set) ? Math.max(most, level.tiles(set).length) : most;
    }
    return most;
  }

  private Set<Integer> union() {
    Set<Integer> all = new LinkedHashSet<>(befores.keySet());
    all.addAll(afters.keySet());
    return all;
  }

  private static List<Phrase> numbers(int count) {
    return IntStream.range(0, count).mapToObj(t -> Phrase.of("tile {tile}", "tile", t)).toList();
  }

  /** Where tiles are permuted, a reset leaves its tile as it would have been at the start. */
  private void addMarks(LayerAssembler layer) {
    mark =
        stream()
            .declareOneHot(
                "mark " + level.height(),
                numbers(tiles()),
                "the tile that is set, moved back by all the permutations so far");
    layer.feedForwardNote("mark " + level.height(), "moves the tile that is set back");
    SublayerInput input = layer.feedForward();
    for (TileEvent one : events.keySet()) {
      if (one instanceof TileEvent.Reset reset) {
        CascadeGroup group = groups.get(reset.imageClass());
        if (group == null) {
          layer.write(Gate.open(layer, List.of(flag(input, one))), 1, mark, reset.tile());
          continue;
        }
        for (CascadeGroup.Case c : group.casesOfOthers(input)) {
          List<LinearForm> conditions = new ArrayList<>(c.conditions());
          conditions.add(flag(input, one));
          int back = c.product().inverse().of(reset.tile());
          layer.write(Gate.open(layer, conditions), 1, mark, back);
        }
      }
    }
  }

  private void addLatest(LayerAssembler layer) {
    held =
        stream()
            .declareOneHot(
                "held " + level.height(), numbers(tiles()), "the tile of the latest reset");
    SublayerInput input = layer.attention();
    List<LinearForm> values = new ArrayList<>();
    LinearForm flagged = input.constant(0);
    for (int t = 0; t < held.width(); t++) {
      LinearForm value = input.constant(0);
      if (mark != null) {
        value = input.readOneHot(mark).at(t);
      } else if (events.containsKey(new TileEvent.Reset(-1, t))) {
        value = flag(input, new TileEvent.Reset(-1, t));
      }
      flagged = flagged.plus(value);
      boolean initial = level.initialTile().isPresent() && level.initialTile().getAsInt() == t;
      values.add(initial ? value.plus(shared.decoder().start(input)) : value);
    }
    new LastFlagged(flagged, shared.decoder().start(input), shared.ramp(input))
        .addTo(
            layer,
            new Note(
                "latest " + level.height(),
                Phrase.of(
                    "finds the latest token before this one that set the tile at height {height}",
                    "height",
                    level.height())),
            values,
            held,
            shared.positions().ramp(),
            Mask.STRICT);
  }

  CascadeLevel level() {
    return level;
  }

  AtOnceDecoder decoder() {
    return shared.decoder();
  }

  /** The states of a set. */
  BitSet states(int set) {
    return shared.states().apply(set);
  }

  /** The group that permutes the tiles of a set that is split here, if there is one. */
  Optional<CascadeGroup> groupOf(int set) {
    return Optional.ofNullable(groups.get(level.classOf(set)));
  }

  /** Whether a head tells the tile; if none does, the initial one has been permuted only. */
  boolean hasHeld() {
    return held != null;
  }

  /** Whether the latest reset set this tile, moved back by the permutations before. */
  LinearForm isHeld(SublayerInput input, int tile) {
    return input.readOneHot(held).at(tile);
  }

  /** The sets that the chain may hold here before the letter. */
  Set<Integer> befores() {
    return befores.keySet();
  }

  /** The flag that the chain holds a set before the letter; none at the top, where it is known. */
  List<LinearForm> isBefore(SublayerInput input, int set) {
    return top ? List.of() : List.of(input.readOneHot(before).at(befores.get(set)));
  }

  /** The flags of a situation. */
  List<LinearForm> isSituation(SublayerInput input, Situation s) {
    List<LinearForm> flags = new ArrayList<>(isBefore(input, s.before()));
    flags.add(input.readOneHot(decoder().token()).at(decoder().letter(s.letter())));
    if (!top) {
      flags.add(input.readOneHot(after).at(afters.get(s.after())));
    }
    return flags;
  }

  /** Lets a hidden unit of a layer above name the set before the letter. */
  void writeBefore(LayerAssembler layer, int unit, int set) {
    layer.write(unit, 1, before, befores.get(set));
  }

  /** Lets a hidden unit of a layer above name the set after the letter, and the event here. */
  void writeAfter(LayerAssembler layer, int unit, Situation s) {
    layer.write(unit, 1, after, afters.get(s.after()));
    level.situations().get(s).ifPresent(one -> layer.write(unit, 1, event, events.get(known(one))));
  }
}
