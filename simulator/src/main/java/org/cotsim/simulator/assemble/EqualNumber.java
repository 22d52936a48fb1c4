package org.cotsim.simulator.assemble;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.simulator.model.Mask;

/**
 * A head that finds the selectable positions whose number equals the own one, or the start token
 * where there is none: "is there a number equal to mine?".
 *
 * <p>A match scores 1, the start token {@code 1 - g/2} for the gap g of the hashes, any other
 * number at most {@code 1 - g}; what is not selectable scores 2 less.
 *
 * @param query the hash of the own number, a unit vector
 * @param key the hash that a position offers, a unit vector; zero at the start token
 * @param selectable 1 where a position may be found, 0 elsewhere and at the start token
 * @param start 1 at the start token, else 0
 */
public record EqualNumber(
    List<LinearForm> query, List<LinearForm> key, LinearForm selectable, LinearForm start) {

  /** The one-hot value (no, yes) of whether a number was found. */
  public List<LinearForm> noAndYes() {
    return List.of(start, start.times(-1).plus(1));
  }

  /**
   * Adds the head.
   *
   * @param gap g, the least gap between the hashes of different numbers
   */
  public void addTo(
      LayerAssembler layer,
      Blueprint.Note note,
      List<LinearForm> value,
      Subspace target,
      double gap,
      Mask mask) {
    List<LinearForm> queries = new ArrayList<>(query);
    queries.add(layer.attention().constant(1));
    List<LinearForm> keys = new ArrayList<>(key);
    keys.add(selectable.times(2).plus(start.times(3 - gap / 2)).plus(-2));
    layer.head(note, queries, keys, value, target, gap / 4, mask);
  }

  /** What the head relies on, given the gap and the errors of the two hashes. */
  public static ScoreClaim claim(
      String name, double gap, double queryError, double keyError, RoundingError errors) {
    double noise =
        errors.score(queryError, keyError, 3) + 5 * errors.flag() + 3 * errors.operations(4);
    return new ScoreClaim(name, gap / 2, noise, gap / 4);
  }
}
