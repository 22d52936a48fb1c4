package org.cotsim.simulator.assemble;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.simulator.model.Mask;

/**
 * A head that copies a value from the one selectable position whose hash equals the own query's.
 *
 * <p>The score is the product of the hashes, less 2 where the position is not selectable; hashes of
 * counts lie in one quadrant, so every selectable position beats all others.
 *
 * @param query the hash that is looked for, a unit vector
 * @param key the hash that a position offers, a unit vector
 * @param selectable 1 where a position may be found, else 0
 */
public record HashLookUp(List<LinearForm> query, List<LinearForm> key, LinearForm selectable) {

  /**
   * Adds the head.
   *
   * @param gap the least gap between the hashes of different counts; half of it is the tolerance
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
    keys.add(selectable.times(2).plus(-2));
    layer.head(note, queries, keys, value, target, gap / 2, mask);
  }

  /** What the head relies on, given the gap and the errors of the two hashes. */
  public static ScoreClaim claim(
      String name, double gap, double queryError, double keyError, RoundingError errors) {
    return new ScoreClaim(
        name, gap, errors.score(queryError, keyError, 3) + 2 * errors.flag(), gap / 2);
  }
}
