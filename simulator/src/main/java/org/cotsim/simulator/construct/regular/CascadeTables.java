package org.cotsim.simulator.construct.regular;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import org.cotsim.languages.automaton.algebra.CascadeLevel;
import org.cotsim.languages.automaton.algebra.CascadeLevel.Situation;
import org.cotsim.simulator.assemble.Gate;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.SublayerInput;

/**
 * The tables of one height of a cascade, in the hidden units of the layer that finds the tile: from
 * the tile before the letter to the sets and the event of the height below, or to the state.
 *
 * @param stage the height
 * @param layer the layer whose hidden units know the tile
 */
record CascadeTables(CascadeStage stage, LayerAssembler layer) {

  /** A tile before the letter, and the flags that say that it is this one. */
  private record TileCase(int tile, List<LinearForm> conditions) {}

  private CascadeLevel level() {
    return stage.level();
  }

  /** Adds the tables that name the sets and the event of the height below. */
  void addNext(CascadeStage below) {
    layer.feedForwardNote(
        "tiles " + level().height(),
        "from the tile at this height to the sets and the event of the height below");
    addBefore((unit, set) -> below.writeBefore(layer, unit, set));
    SublayerInput input = layer.feedForward();
    for (Situation s : level().situations().keySet()) {
      List<LinearForm> conditions = stage.isSituation(input, s);
      if (dependsOnTile(s, below.level())) {
        for (TileCase one : tileCases(input, s.before())) {
          int unit = Gate.open(layer, joined(conditions, one.conditions()));
          below.writeAfter(layer, unit, level().below(s, one.tile()));
        }
      } else {
        below.writeAfter(layer, Gate.open(layer, conditions), level().below(s, 0));
      }
    }
  }

  /** Whether what is written of a situation differs from tile to tile. */
  private boolean dependsOnTile(Situation s, CascadeLevel below) {
    return level().isSplit(s.before())
        && IntStream.range(0, level().tiles(s.before()).length)
                .mapToObj(t -> level().below(s, t))
                .map(next -> List.of(next.after(), below.situations().get(next)))
                .distinct()
                .count()
            > 1;
  }

  /** Adds the table that names the state before the token; only at the lowest height. */
  void addState() {
    layer.feedForwardNote("state", "from the last tile to the state before this token");
    addBefore(
        (unit, set) ->
            layer.write(unit, 1, stage.decoder().state(), stage.states(set).nextSetBit(0)));
  }

  /** The tile of each set before the letter, or the set itself where it is not split here. */
  private void addBefore(ObjIntConsumer<Integer> write) {
    SublayerInput input = layer.feedForward();
    for (int set : stage.befores()) {
      List<LinearForm> conditions = stage.isBefore(input, set);
      if (!level().isSplit(set)) {
        write.accept(Gate.open(layer, conditions), set);
        continue;
      }
      for (TileCase one : tileCases(input, set)) {
        int unit = Gate.open(layer, joined(conditions, one.conditions()));
        write.accept(unit, level().tiles(set)[one.tile()]);
      }
    }
  }

  private List<TileCase> tileCases(SublayerInput input, int set) {
    List<TileCase> cases = new ArrayList<>();
    if (stage.hasHeld()) {
      for (int t = 0; t < level().tiles(set).length; t++) {
        cases.add(new TileCase(t, List.of(stage.isHeld(input, t))));
      }
    } else {
      cases.add(new TileCase(level().initialTile().orElseThrow(), List.of()));
    }
    Optional<CascadeGroup> group = stage.groupOf(set);
    return group.isPresent() ? moved(cases, group.get(), input) : cases;
  }

  /** The same tiles after all the products of permutations there may be. */
  private List<TileCase> moved(List<TileCase> cases, CascadeGroup group, SublayerInput input) {
    boolean fresh = !stage.hasHeld() && group.factors() == level().factors();
    List<TileCase> moved = new ArrayList<>();
    for (CascadeGroup.Case product : group.cases(input, fresh)) {
      for (TileCase one : cases) {
        moved.add(
            new TileCase(
                product.product().of(one.tile()), joined(one.conditions(), product.conditions())));
      }
    }
    return moved;
  }

  private static List<LinearForm> joined(List<LinearForm> some, List<LinearForm> more) {
    List<LinearForm> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
