package org.cotsim.languages.automaton.algebra;

/** What a letter does to the tile at one height of a cascade. */
public sealed interface TileEvent permits TileEvent.Reset, TileEvent.Permute {

  /** The class of the set after the letter, whose tiles these are. */
  int imageClass();

  /** The tile is this one now, whatever it was. */
  record Reset(int imageClass, int tile) implements TileEvent {}

  /** The tiles are permuted, not all of them staying where they are. */
  record Permute(int imageClass, Permutation permutation) implements TileEvent {}
}
