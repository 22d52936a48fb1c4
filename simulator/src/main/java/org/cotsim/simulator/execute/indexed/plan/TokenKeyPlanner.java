package org.cotsim.simulator.execute.indexed.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cotsim.simulator.execute.indexed.tree.CirclePoints;
import org.cotsim.simulator.execute.indexed.tree.KeySplit;
import org.cotsim.simulator.execute.indexed.tree.TokenKeySpace;
import org.cotsim.simulator.execute.indexed.tree.TokenKeys;

/** Finds heads whose keys hold one of many points on a circle that the token alone decides. */
final class TokenKeyPlanner {

  private final List<CirclePoints> points = new ArrayList<>(); // of all heads

  /** What tokens decide of a head's keys and values; empty if that is not a point and a value. */
  Optional<TokenKeySpace> plan(
      KeySplit split, TokenValues keys, TokenValues values, boolean exactSums) {
    int[] pairs =
        IntStream.range(0, split.groups().length).filter(g -> isPair(split, g, keys)).toArray();
    int[] all = IntStream.range(0, values.size()).toArray();
    if (pairs.length != 1 || !IntStream.of(all).allMatch(values::isKnown)) {
      return Optional.empty();
    }
    int[] known = TokenKeySpace.tokenComponents(split, pairs[0]);
    return TokenKeys.of(keys.vectors(known), split.classes.length, points)
        .map(found -> new TokenKeySpace(split, pairs[0], found, values.vectors(all), exactSums));
  }

  private static boolean isPair(KeySplit split, int group, TokenValues keys) {
    int[] members = split.groups()[group];
    return members.length == 2
        && IntStream.of(members).allMatch(m -> keys.isKnown(split.kept[split.moving[m]]));
  }
}
