package org.cotsim.simulator.construct.graph;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.simulator.assemble.Blueprint.Note;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.model.Mask;

/** The score of a head as a sum of terms, each a product of a query and a key. */
final class GraphScores {

  private final SublayerInput input;
  private final List<LinearForm> query = new ArrayList<>();
  private final List<LinearForm> key = new ArrayList<>();

  GraphScores(SublayerInput input) {
    this.input = input;
  }

  /** Adds the product of two vectors. */
  void match(List<LinearForm> queries, List<LinearForm> keys) {
    query.addAll(queries);
    key.addAll(keys);
  }

  /** Adds a term that is the same for every query. */
  void term(LinearForm keyed) {
    match(List.of(input.constant(1)), List.of(keyed));
  }

  /**
   * Lets the start token, whose other terms are zero, score as a perfect match, and excludes what
   * is not counted.
   *
   * @param counted 1 at the tokens that count and at the start token, else 0
   * @param perfect the score of a perfect match
   */
  void tieWithStart(LinearForm start, LinearForm counted, double perfect) {
    term(start.times(perfect).plus(counted.times(2 * perfect)).plus(-2 * perfect));
  }

  /**
   * Lets the start token, whose other terms are zero, score half a gap less than a perfect match,
   * and excludes what is not selectable: the start token is found where nothing matches.
   *
   * @param selectable 1 at the tokens that can be found, else 0
   * @param perfect the score of a perfect match
   * @param gap between a perfect match and the next score
   */
  void orStart(LinearForm start, LinearForm selectable, double perfect, double gap) {
    term(start.plus(selectable).plus(-1).times(2 * perfect));
    term(start.times(perfect - gap / 2));
  }

  void addTo(
      LayerAssembler layer,
      Note note,
      List<LinearForm> value,
      Subspace target,
      double tolerance,
      Mask mask) {
    layer.head(note, query, key, value, target, tolerance, mask);
  }
}
