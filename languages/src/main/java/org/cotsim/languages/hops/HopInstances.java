package org.cotsim.languages.hops;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Instances with random permutations, and all of a size. */
public final class HopInstances {

  private HopInstances() {}

  /**
   * Every function on so many points with every s and t: m^(m+2) instances; lazy.
   *
   * @throws ArithmeticException if there are more than 2^63 - 1 functions
   */
  public static Stream<HopInstance> all(int points, int hops) {
    long functions = LongStream.range(0, points).reduce(1, (f, x) -> Math.multiplyExact(f, points));
    return LongStream.range(0, points == 0 ? 0 : functions)
        .mapToObj(number -> function(number, points))
        .flatMap(
            images ->
                IntStream.range(0, points * points)
                    .mapToObj(pair -> new HopInstance(images, pair / points, pair % points, hops)));
  }

  private static List<Integer> function(long number, int points) {
    Integer[] images = new Integer[points];
    long left = number;
    for (int x = points - 1; x >= 0; x--) {
      images[x] = (int) (left % points);
      left /= points;
    }
    return List.of(images);
  }

  /**
   * Endless twins, in random order within a pair: the same s and t and the same first K - 1 hops,
   * which visit K different points other than t; one is right and the other goes elsewhere at the
   * last hop. Every function is a permutation, so that no point is special by how often it is hit.
   *
   * @throws IllegalArgumentException if there are fewer than K + 2 points
   */
  public static Iterator<HopInstance> twins(int points, int hops, long seed) {
    if (points < hops + 2) {
      throw new IllegalArgumentException(hops + " hops on " + points + " points");
    }
    Random random = new Random(seed);
    Deque<HopInstance> drawn = new ArrayDeque<>();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return true;
      }

      @Override
      public HopInstance next() {
        if (drawn.isEmpty()) {
          drawn.addAll(pair(points, hops, random));
        }
        return drawn.remove();
      }
    };
  }

  /** The path is 0, 1, ..., K in names that are shuffled; the twin swaps K for another name. */
  private static List<HopInstance> pair(int points, int hops, Random random) {
    int[] images = IntStream.range(0, points).map(x -> x + 1).toArray();
    List<Integer> free = new ArrayList<>(List.of(0));
    IntStream.range(hops + 1, points).forEach(free::add);
    Collections.shuffle(free, random);
    for (int x = hops; x < points; x++) {
      images[x] = free.get(x - hops);
    }
    List<Integer> names = new ArrayList<>(IntStream.range(0, points).boxed().toList());
    Collections.shuffle(names, random);
    int source = names.get(0);
    int target = names.get(hops);
    HopInstance right = new HopInstance(named(images, names), source, target, hops);
    Collections.swap(names, hops, hops + 1 + random.nextInt(points - hops - 1));
    HopInstance wrong = new HopInstance(named(images, names), source, target, hops);
    return random.nextBoolean() ? List.of(right, wrong) : List.of(wrong, right);
  }

  private static List<Integer> named(int[] images, List<Integer> names) {
    Integer[] renamed = new Integer[images.length];
    for (int x = 0; x < images.length; x++) {
      renamed[names.get(x)] = names.get(images[x]);
    }
    return Arrays.asList(renamed);
  }
}
