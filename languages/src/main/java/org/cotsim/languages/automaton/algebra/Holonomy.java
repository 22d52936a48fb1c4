package org.cotsim.languages.automaton.algebra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A state held as a chain of image sets, each a tile, that is a maximal image set inside, of the
 * one before, down to the state alone.
 *
 * <p>The height of a class is one more than that of every class that lies inside it or that words
 * lead it to. The tiles of all the sets of a class are numbered alike, through the maps from its
 * representative. What a letter does to the tile at one height depends on the sets of the chain
 * there before and after it alone: it permutes the tiles, sets one, or does nothing. Source: Zeiger
 * 1967 and Eilenberg 1976, the holonomy decomposition. Cost: sets squared.
 */
final class Holonomy {

  private final ImageSets sets;
  private final int[] classHeight;
  private final int[][] classTiles; // of the representative
  private final Map<Integer, int[]> tiles = new HashMap<>();

  Holonomy(ImageSets sets) {
    this.sets = sets;
    int classes = sets.classes().size();
    this.classHeight = new int[classes];
    this.classTiles = new int[classes][];
    Arrays.fill(classHeight, -1);
    List<Integer> bySize =
        IntStream.range(0, sets.size())
            .boxed()
            .sorted(Comparator.comparingInt(set -> -sets.set(set).cardinality()))
            .toList();
    List<List<Integer>> inside = new ArrayList<>();
    for (ImageClass one : sets.classes()) {
      BitSet whole = sets.set(one.representative());
      List<Integer> subsets =
          bySize.stream()
              .filter(set -> sets.set(set).cardinality() < whole.cardinality())
              .filter(set -> isWithin(sets.set(set), whole))
              .toList();
      inside.add(subsets);
      classTiles[inside.size() - 1] = maximal(subsets);
    }
    for (int c = 0; c < classes; c++) {
      findHeight(c, inside);
    }
  }

  private static boolean isWithin(BitSet small, BitSet large) {
    for (int q = small.nextSetBit(0); q >= 0; q = small.nextSetBit(q + 1)) {
      if (!large.get(q)) {
        return false;
      }
    }
    return true;
  }

  private int[] maximal(List<Integer> subsets) {
    List<Integer> kept = new ArrayList<>();
    for (int set : subsets) {
      if (kept.stream().noneMatch(other -> isWithin(sets.set(set), sets.set(other)))) {
        kept.add(set);
      }
    }
    return kept.stream().mapToInt(set -> set).toArray();
  }

  private int findHeight(int c, List<List<Integer>> inside) {
    if (classHeight[c] < 0) {
      int below = -1;
      for (int subset : inside.get(c)) {
        below = Math.max(below, findHeight(sets.classOf(subset), inside));
      }
      for (int member : sets.classes().get(c).members()) {
        for (int a = 0; a < sets.letters() && !inside.get(c).isEmpty(); a++) {
          int next = sets.classOf(sets.after(member, a));
          below = Math.max(below, next == c ? -1 : findHeight(next, inside));
        }
      }
      classHeight[c] = below + 1;
    }
    return classHeight[c];
  }

  int classOf(int set) {
    return sets.classOf(set);
  }

  int height(int set) {
    return classHeight[sets.classOf(set)];
  }

  /** The tiles of a set, in the numbering of its class. */
  int[] tiles(int set) {
    return tiles.computeIfAbsent(
        set,
        s -> {
          ImageClass one = sets.classes().get(sets.classOf(s));
          int[] from = sets.set(one.representative()).stream().toArray();
          int[] to = one.map(s);
          return Arrays.stream(classTiles[sets.classOf(s)])
              .map(tile -> sets.number(image(sets.set(tile), from, to)))
              .toArray();
        });
  }

  private static BitSet image(BitSet tile, int[] from, int[] to) {
    BitSet image = new BitSet();
    for (int i = 0; i < from.length; i++) {
      if (tile.get(from[i])) {
        image.set(to[i]);
      }
    }
    return image;
  }

  /** The first tile of a set that holds another set. */
  int tileHolding(int set, BitSet held) {
    int[] all = tiles(set);
    return IntStream.range(0, all.length)
        .filter(t -> isWithin(held, sets.set(all[t])))
        .findFirst()
        .orElseThrow();
  }

  /**
   * What a letter does to the tile at a height.
   *
   * @param before the set of the chain there before the letter
   * @param after the set there after it
   * @return empty where the tile stays what it was, or there is none
   */
  Optional<TileEvent> event(int height, int letter, int before, int after) {
    if (height(after) != height) {
      return Optional.empty();
    }
    int image = sets.after(before, letter);
    int to = sets.classOf(after);
    if (image != after || height(before) != height) {
      return Optional.of(new TileEvent.Reset(to, tileHolding(after, sets.set(image))));
    }
    int[] target = tiles(after);
    List<Integer> images = new ArrayList<>();
    for (int tile : tiles(before)) {
      int moved = sets.after(tile, letter);
      images.add(
          IntStream.range(0, target.length)
              .filter(t -> target[t] == moved)
              .findFirst()
              .orElseThrow());
    }
    Permutation permutation = new Permutation(images);
    return permutation.isIdentity()
        ? Optional.empty()
        : Optional.of(new TileEvent.Permute(to, permutation));
  }
}
