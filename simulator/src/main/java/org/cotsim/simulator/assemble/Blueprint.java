package org.cotsim.simulator.assemble;

import java.util.List;

/**
 * What a person needs to read a built model: names and plain words, no weights.
 *
 * @param subspaces the residual stream, in order
 * @param layers what the heads and hidden units of each layer do
 */
public record Blueprint(List<Subspace> subspaces, List<LayerNotes> layers) {

  /** A name and one sentence of plain words. */
  public record Note(String name, Phrase words) {

    /** A sentence without values. */
    public Note(String name, String words) {
      this(name, Phrase.of(words));
    }
  }

  /**
   * The notes of one layer.
   *
   * @param heads one per head, in order
   * @param feedForward what groups of hidden units do; may be empty
   */
  public record LayerNotes(List<Note> heads, List<Note> feedForward) {}

  public Blueprint {
    subspaces = List.copyOf(subspaces);
    layers = List.copyOf(layers);
  }
}
