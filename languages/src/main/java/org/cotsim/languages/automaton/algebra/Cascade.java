package org.cotsim.languages.automaton.algebra;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * An automaton as a cascade: a state is one tile at each height, from the top down, and what a
 * letter does to a tile depends on the letter and on the tiles above alone.
 *
 * <p>The tables are made height by height from the pairs of sets before and after a letter, so that
 * their size is at most letters times sets squared, whatever the number of states of the cascade.
 * Source: the holonomy decomposition, see {@link Holonomy}; groups are taken apart as Krohn and
 * Rhodes 1965 do.
 */
public final class Cascade {

  private static final int MOST_SETS = 3_000;
  private static final long MOST_WORK = 20_000_000;
  private static final int MOST_SITUATIONS = 60_000;

  private final ImageSets sets;
  private final List<CascadeLevel> levels;

  private Cascade(ImageSets sets, List<CascadeLevel> levels) {
    this.sets = sets;
    this.levels = List.copyOf(levels);
  }

  /** Why there is no cascade. */
  public static final class NoCascadeException extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean forGroup;

    private NoCascadeException(String message, boolean forGroup) {
      super(message);
      this.forGroup = forGroup;
    }

    /** Whether a group is not solvable, so that no cascade of simple enough parts exists. */
    public boolean isForNoSolvableGroup() {
      return forGroup;
    }
  }

  /**
   * The cascade of an automaton.
   *
   * @param next the states after each state and letter; 0 is the initial state, all are reachable
   * @throws NoCascadeException if a group is not solvable, or something is too large
   */
  public static Cascade of(int[][] next) throws NoCascadeException {
    ImageSets sets = new ImageSets(next, true, MOST_SETS, MOST_WORK);
    if (!sets.isComplete()) {
      throw new NoCascadeException(
          "words lead the automaton to " + sets.size() + " sets of states, and more", false);
    }
    for (ImageClass one : sets.classes()) {
      requireSolvable(one.group());
    }
    Holonomy holonomy = new Holonomy(sets);
    List<CascadeLevel> levels = new ArrayList<>();
    Set<CascadeLevel.Situation> situations = new LinkedHashSet<>();
    for (int a = 0; a < next[0].length; a++) {
      situations.add(new CascadeLevel.Situation(a, 0, 0));
    }
    BitSet initial = new BitSet();
    initial.set(0);
    int start = 0;
    for (int height = holonomy.height(0); height > 0; height--) {
      boolean split = holonomy.height(start) == height;
      int tile = split ? holonomy.tileHolding(start, initial) : -1;
      CascadeLevel level =
          new CascadeLevel(
              holonomy, height, split ? OptionalInt.of(tile) : OptionalInt.empty(), situations);
      addGroups(level);
      levels.add(level);
      situations = level.below();
      if (situations.size() > MOST_SITUATIONS) {
        throw new NoCascadeException(
            "its tables have more than " + MOST_SITUATIONS + " entries", false);
      }
      start = split ? holonomy.tiles(start)[tile] : start;
    }
    return new Cascade(sets, levels);
  }

  private static void requireSolvable(PermutationGroup group) throws NoCascadeException {
    Optional<Boolean> solvable = group.isSolvable();
    if (solvable.isEmpty() || !solvable.get()) {
      throw new NoCascadeException(
          "words permute a set of %d states by the group %s, which is %s"
              .formatted(
                  group.degree(),
                  described(group),
                  solvable.isEmpty() ? "too large to look at" : "not solvable"),
          solvable.isPresent());
    }
  }

  private static String described(PermutationGroup group) {
    String name = group.name();
    return name.startsWith("a") || group.order().isEmpty()
        ? name
        : name + " of order " + group.order().get();
  }

  private static void addGroups(CascadeLevel level) throws NoCascadeException {
    for (Map.Entry<Integer, PermutationGroup> entry : level.permutations().entrySet()) {
      Optional<CompositionSeries> series = CompositionSeries.of(entry.getValue());
      if (series.isEmpty()) {
        throw new NoCascadeException(
            "words permute tiles by the group %s, which has more than %d elements"
                .formatted(described(entry.getValue()), CompositionSeries.MOST_ELEMENTS),
            false);
      }
      level.putGroup(entry.getKey(), series.get());
    }
  }

  /** The heights from the top down; none if there is one state only. */
  public List<CascadeLevel> levels() {
    return levels;
  }

  /** The states of a set of the chain, for a person to read. */
  public BitSet states(int set) {
    return (BitSet) sets.set(set).clone();
  }
}
