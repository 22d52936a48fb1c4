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
import java.util.stream.Collectors;
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
import org.cotsim.simulator.assemble.PositionRamp;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.model.Mask;

/**
 * The heads and tables of one height of a cascade.
 *
 * <p>Known from above are the sets of the chain before and after the letter, and the event: what
 * the letter does to the tile. The tile before the letter is the one of the latest reset, moved by
 * the permutations since; with it the tables name the sets and the event of the height below.
 */
final class CascadeStage {

  private static final int SHOWN = 6;

  /**
   * What all heights have in common.
   *
   * @param clock where 1/m is
   * @param states the states of a set
   */
  record Shared(
      WordDecoder decoder,
      Subspace clock,
      PositionRamp ramp,
      int maxLength,
      IntFunction<BitSet> states) {}

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
      before = declareSets("before" + height, befores.keySet(), "before the letter");
      after = declareSets("after" + height, afters.keySet(), "after the letter");
    }
    if (!events.isEmpty()) {
      event =
          stream()
              .declareOneHot(
                  "event" + height,
                  events.keySet().stream().map(CascadeStage::text).toList(),
                  "what the letter does to the tile at height" + height);
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

  private Subspace declareSets(String name, Collection<Integer> sets, String when) {
    return stream()
        .declareOneHot(
            name,
            sets.stream().map(this::text).toList(),
            "the set of the chain at height " + level.height() + " " + when);
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

  private String text(int set) {
    BitSet states = shared.states().apply(set);
    String some =
        states.stream().limit(SHOWN).mapToObj(q -> "q" + q).collect(Collectors.joining(" "));
    int more = states.cardinality() - SHOWN;
    return "{" + some + (more > 0 ? " and " + more + " more" : "") + "}";
  }

  private static String text(TileEvent one) {
    return one instanceof TileEvent.Reset reset
        ? "to tile " + reset.tile()
        : text(((TileEvent.Permute) one).permutation());
  }

  /** A permutation by the images of 0, 1 and so on. */
  static String text(Permutation permutation) {
    List<Integer> images = permutation.images();
    String some =
        images.stream().limit(2L * SHOWN).map(String::valueOf).collect(Collectors.joining(" "));
    return "(" + some + (images.size() > 2 * SHOWN ? " ..." : "") + ")";
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
      LayerAssembler averaging = k == 0 && shares.isPresent() ? shares.get() : newLayer();
      LayerAssembler looking = newLayer();
      for (CascadeGroup group : groups.values()) {
        if (k < group.factors()) {
          group.addAverage(averaging, k);
          group.addRemainders(looking, k);
        }
      }
      layer = looking;
    }
    if (CascadeWeights.hasHead(level)) {
      if (layer != null) {
        addMarks(layer);
      }
      layer = newLayer();
      addLatest(layer);
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

  private static List<String> numbers(int count) {
    return IntStream.range(0, count).mapToObj(t -> "tile " + t).toList();
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
    LinearForm latest =
        shared.ramp().of(input, stream().at(shared.clock(), 0), shared.decoder().one());
    new LastFlagged(flagged, shared.decoder().start(input), latest)
        .addTo(
            layer,
            new Note(
                "latest " + level.height(),
                "finds the latest token before this one that set the tile at height "
                    + level.height()),
            values,
            held,
            shared.ramp(),
            Mask.STRICT);
  }

  /** A tile before the letter, and the flags that say that it is this one. */
  private record TileCase(int tile, List<LinearForm> conditions) {}

  private List<TileCase> tileCases(SublayerInput input, int set) {
    List<TileCase> cases = new ArrayList<>();
    if (held == null) {
      cases.add(new TileCase(level.initialTile().orElseThrow(), List.of()));
    } else {
      for (int t = 0; t < level.tiles(set).length; t++) {
        cases.add(new TileCase(t, List.of(input.readOneHot(held).at(t))));
      }
    }
    CascadeGroup group = groups.get(level.classOf(set));
    if (group == null) {
      return cases;
    }
    List<TileCase> moved = new ArrayList<>();
    boolean fresh = held == null && group.factors() == level.factors();
    for (CascadeGroup.Case product : group.cases(input, fresh)) {
      for (TileCase one : cases) {
        List<LinearForm> conditions = new ArrayList<>(one.conditions());
        conditions.addAll(product.conditions());
        moved.add(new TileCase(product.product().of(one.tile()), conditions));
      }
    }
    return moved;
  }

  /** Adds the tables that name the sets and the event of the height below. */
  void addTables(LayerAssembler layer, CascadeStage below) {
    layer.feedForwardNote(
        "tiles " + level.height(),
        "from the tile at this height to the sets and the event of the height below");
    addBefore(layer, below.before, set -> below.befores.get(set));
    SublayerInput input = layer.feedForward();
    for (Situation s : level.situations().keySet()) {
      List<LinearForm> conditions = new ArrayList<>();
      conditions.add(
          input.readOneHot(shared.decoder().token()).at(shared.decoder().letter(s.letter())));
      if (!top) {
        conditions.add(input.readOneHot(before).at(befores.get(s.before())));
        conditions.add(input.readOneHot(after).at(afters.get(s.after())));
      }
      if (dependsOnTile(s, below)) {
        for (TileCase one : tileCases(input, s.before())) {
          List<LinearForm> more = new ArrayList<>(conditions);
          more.addAll(one.conditions());
          below.write(layer, Gate.open(layer, more), level.below(s, one.tile()));
        }
      } else {
        below.write(layer, Gate.open(layer, conditions), level.below(s, 0));
      }
    }
  }

  /** Whether what is written of a situation differs from tile to tile. */
  private boolean dependsOnTile(Situation s, CascadeStage below) {
    if (!level.isSplit(s.before())) {
      return false;
    }
    return IntStream.range(0, level.tiles(s.before()).length)
            .mapToObj(t -> level.below(s, t))
            .map(next -> List.of(next.after(), below.level.situations().get(next)))
            .distinct()
            .count()
        > 1;
  }

  private void write(LayerAssembler layer, int unit, Situation s) {
    layer.write(unit, 1, after, afters.get(s.after()));
    level.situations().get(s).ifPresent(one -> layer.write(unit, 1, event, events.get(known(one))));
  }

  /** Adds the table that names the state before the token; only at the lowest height. */
  void addState(LayerAssembler layer) {
    layer.feedForwardNote("state", "from the last tile to the state before this token");
    addBefore(layer, shared.decoder().state(), set -> shared.states().apply(set).nextSetBit(0));
  }

  private void addBefore(LayerAssembler layer, Subspace target, IntFunction<Integer> coordinate) {
    SublayerInput input = layer.feedForward();
    for (int set : befores.keySet()) {
      List<LinearForm> conditions =
          top ? List.of() : List.of(input.readOneHot(before).at(befores.get(set)));
      if (!level.isSplit(set)) {
        layer.write(Gate.open(layer, conditions), 1, target, coordinate.apply(set));
        continue;
      }
      for (TileCase one : tileCases(input, set)) {
        List<LinearForm> more = new ArrayList<>(conditions);
        more.addAll(one.conditions());
        int next = level.tiles(set)[one.tile()];
        layer.write(Gate.open(layer, more), 1, target, coordinate.apply(next));
      }
    }
  }
}
