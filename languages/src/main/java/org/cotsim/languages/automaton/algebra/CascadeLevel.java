package org.cotsim.languages.automaton.algebra;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * One height of a cascade: which sets the chain may hold there, what each letter does, and the
 * groups that permute tiles.
 */
public final class CascadeLevel {

  /**
   * What decides on the next tile.
   *
   * @param letter the letter read
   * @param before the set of the chain at this height before it
   * @param after the set after it
   */
  public record Situation(int letter, int before, int after) {}

  private final Holonomy holonomy;
  private final int height;
  private final OptionalInt initialTile;
  private final Map<Situation, Optional<TileEvent>> situations = new LinkedHashMap<>();
  private final Map<Integer, CompositionSeries> groups = new TreeMap<>();

  CascadeLevel(Holonomy holonomy, int height, OptionalInt initialTile, Set<Situation> situations) {
    this.holonomy = holonomy;
    this.height = height;
    this.initialTile = initialTile;
    for (Situation s : situations) {
      this.situations.put(s, holonomy.event(height, s.letter(), s.before(), s.after()));
    }
  }

  /** The groups of permutations, by class, those that are trivial left out. */
  Map<Integer, PermutationGroup> permutations() {
    Map<Integer, List<int[]>> generators = new TreeMap<>();
    for (Optional<TileEvent> event : situations.values()) {
      if (event.isPresent() && event.get() instanceof TileEvent.Permute permute) {
        generators
            .computeIfAbsent(permute.imageClass(), c -> new ArrayList<>())
            .add(permute.permutation().toMap());
      }
    }
    Map<Integer, PermutationGroup> all = new TreeMap<>();
    generators.forEach((c, maps) -> all.put(c, PermutationGroup.of(maps.get(0).length, maps)));
    return all;
  }

  void putGroup(int imageClass, CompositionSeries series) {
    groups.put(imageClass, series);
  }

  /** The situations of the height below. */
  Set<Situation> below() {
    Set<Situation> below = new LinkedHashSet<>();
    for (Situation s : situations.keySet()) {
      if (isSplit(s.before())) {
        for (int t = 0; t < tiles(s.before()).length; t++) {
          below.add(below(s, t));
        }
      } else {
        below.add(below(s, -1));
      }
    }
    return below;
  }

  /**
   * The situation of the height below.
   *
   * @param tile the tile before the letter, any number if the set before is not split here
   */
  public Situation below(Situation s, int tile) {
    int before = isSplit(s.before()) ? tiles(s.before())[tile] : s.before();
    int after = s.after();
    if (isSplit(after)) {
      Optional<TileEvent> event = situations.get(s);
      int now = tile;
      if (event.isPresent() && event.get() instanceof TileEvent.Reset reset) {
        now = reset.tile();
      } else if (event.isPresent() && event.get() instanceof TileEvent.Permute permute) {
        now = permute.permutation().of(tile);
      }
      after = tiles(after)[now];
    }
    return new Situation(s.letter(), before, after);
  }

  public int height() {
    return height;
  }

  /** Whether a set of the chain is split into tiles at this height, and not passed on as it is. */
  public boolean isSplit(int set) {
    return holonomy.height(set) == height;
  }

  /** The tiles of a set that is split here. */
  public int[] tiles(int set) {
    return holonomy.tiles(set);
  }

  /** The class of a set that is split here: its tiles are numbered like those of the others. */
  public int classOf(int set) {
    return holonomy.classOf(set);
  }

  /** The tile of the initial state; empty if its chain passes this height. */
  public OptionalInt initialTile() {
    return initialTile;
  }

  /** What happens in each situation that may occur; nothing where it is empty. */
  public Map<Situation, Optional<TileEvent>> situations() {
    return situations;
  }

  /** The sets that the chain may hold here, before a letter or at the end. */
  public Set<Integer> befores() {
    Set<Integer> befores = new LinkedHashSet<>();
    situations.keySet().forEach(s -> befores.add(s.before()));
    return befores;
  }

  /** The series of the groups that permute tiles, by class; a class without a group is left out. */
  public Map<Integer, CompositionSeries> groups() {
    return groups;
  }

  /** Whether some letter sets a tile; otherwise the initial tile is permuted only. */
  public boolean hasResets() {
    return situations.values().stream()
        .anyMatch(event -> event.isPresent() && event.get() instanceof TileEvent.Reset);
  }

  /** The length of the longest series of the groups. */
  public int factors() {
    return groups.values().stream().mapToInt(series -> series.factors().size()).max().orElse(0);
  }
}
