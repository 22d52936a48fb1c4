package org.cotsim.simulator.execute.indexed.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cotsim.simulator.execute.indexed.tree.KeySplit;
import org.cotsim.simulator.execute.indexed.tree.TokenKeySpace;
import org.cotsim.simulator.execute.indexed.tree.TokenKeys;
import org.cotsim.simulator.execute.indexed.tree.TokenNumbers;
import org.cotsim.simulator.execute.indexed.tree.TokenPoints;

/** Finds heads whose keys hold a point on a circle, or digits, that the token alone decides. */
final class TokenKeyPlanner {

  private static final int MOST_DIGITS = Long.SIZE - 1;

  private final List<TokenPoints> points = new ArrayList<>(); // of all heads
  private final TokenNumbers table = new TokenNumbers();

  /** What tokens decide of a head's keys and values; empty if that is not a point and a value. */
  Optional<TokenKeySpace> plan(
      KeySplit split, TokenValues keys, TokenValues values, boolean exactSums) {
    List<int[]> pairs =
        Arrays.stream(split.groups())
            .filter(group -> group.length == 2 && areKnown(split, group, keys))
            .toList();
    return pairs.size() == 1
        ? plan(split, pairs.get(0), keys, values, exactSums)
        : Optional.empty();
  }

  /** The same where all components that the token decides are digits. */
  Optional<TokenKeySpace> planDigits(
      KeySplit split, TokenValues keys, TokenValues values, boolean exactSums) {
    int[] own =
        IntStream.range(0, split.moving.length)
            .filter(m -> areKnown(split, new int[] {m}, keys))
            .toArray();
    return own.length > 2 && own.length <= MOST_DIGITS
        ? plan(split, own, keys, values, exactSums)
        : Optional.empty();
  }

  private Optional<TokenKeySpace> plan(
      KeySplit split, int[] own, TokenValues keys, TokenValues values, boolean exactSums) {
    int[] all = IntStream.range(0, values.size()).toArray();
    if (!IntStream.of(all).allMatch(values::isKnown)) {
      return Optional.empty();
    }
    int[] known = TokenKeySpace.tokenComponents(split, own);
    return TokenKeys.of(keys.vectors(known), split.classes.length, points, table)
        .map(found -> new TokenKeySpace(split, own, found, values.vectors(all), exactSums, table));
  }

  /** All heads are planned. */
  void finish() {
    table.fill();
  }

  private static boolean areKnown(KeySplit split, int[] moving, TokenValues keys) {
    return IntStream.of(moving).allMatch(m -> keys.isKnown(split.kept[split.moving[m]]));
  }
}
