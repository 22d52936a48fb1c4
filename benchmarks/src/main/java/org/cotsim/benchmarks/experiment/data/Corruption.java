package org.cotsim.benchmarks.experiment.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cotsim.simulator.model.TokenSet;

/** Ways in which a chain goes wrong at one step. */
public enum Corruption {
  /** Another intermediate token stands in the place of the right one. */
  SUBSTITUTE,
  /** A token is missing. */
  DROP,
  /** A token stands there twice. */
  REPEAT,
  /** The chain ends before its time. */
  STOP;

  /**
   * A chain that differs from the right one.
   *
   * @param chain at least one token
   * @param steps the intermediate tokens that there are
   */
  int[] of(int[] chain, TokenSet steps, SplittableRandom random) {
    int at = random.nextInt(chain.length);
    return switch (this) {
      case SUBSTITUTE ->
          steps.size() < 2 ? without(chain, at) : substitute(chain, at, steps, random);
      case DROP -> without(chain, at);
      case REPEAT -> joined(chain, at + 1, at);
      case STOP -> Arrays.copyOf(chain, at);
    };
  }

  private static int[] substitute(int[] chain, int at, TokenSet steps, SplittableRandom random) {
    int[] other = chain.clone();
    do {
      other[at] = steps.id(random.nextInt(steps.size()));
    } while (other[at] == chain[at]);
    return other;
  }

  private static int[] without(int[] chain, int at) {
    return joined(chain, at, at + 1);
  }

  /** The chain up to one place, then that from another place on. */
  private static int[] joined(int[] chain, int to, int from) {
    return IntStream.concat(Arrays.stream(chain, 0, to), Arrays.stream(chain, from, chain.length))
        .toArray();
  }

  /** The first step, from 1, at which two chains differ; the answer follows either of them. */
  static int firstWrong(int[] right, int[] chain) {
    int differs = Arrays.mismatch(right, chain);
    if (differs < 0) {
      throw new IllegalArgumentException("the chains are equal");
    }
    return differs + 1;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All of them. */
  public static List<Corruption> all() {
    return List.of(values());
  }
}
