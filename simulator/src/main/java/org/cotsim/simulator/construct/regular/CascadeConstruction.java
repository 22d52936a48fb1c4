package org.cotsim.simulator.construct.regular;

import java.util.List;
import java.util.Optional;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.automaton.fsa.DFA;
import org.cotsim.languages.automaton.algebra.Cascade;
import org.cotsim.languages.automaton.algebra.Cascade.NoCascadeException;
import org.cotsim.simulator.construct.AtOnceConstruction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.WordTokens;

/**
 * Decides a regular language whose groups are all solvable without any intermediate token.
 *
 * <p>The state after every prefix is computed at its own position, tile by tile from the top of the
 * holonomy cascade of the automaton: one head finds the latest letter that set the tile, and where
 * a group permutes tiles, averages and remainders modulo primes give the product of all the
 * permutations since. Source: Zeiger 1967 and Eilenberg 1976 for the cascade, Barrington and
 * Therien 1988 for why solvable groups suffice; the decoder is this project's.
 *
 * <p>Cost: at most 1 + heights + 2 times the factors of the longest composition series at each
 * height layers, see {@link #layers}; hidden units at most letters times pairs of image sets times
 * tiles and group elements. Gaps fall like 1/n, where there are groups like 1/n^2.
 *
 * @param <S> the states of the DFA, which should be minimal
 * @param <I> its input symbols
 */
public final class CascadeConstruction<S, I> extends AtOnceConstruction<I> {

  private final DfaTable<S> table;
  private final Cascade cascade;

  private CascadeConstruction(
      DfaTable<S> table, Cascade cascade, WordTokens<I> tokens, ConstructionOptions options) {
    super(tokens, options, problem(options));
    this.table = table;
    this.cascade = cascade;
  }

  /**
   * The construction for a DFA; where a transition is undefined the word is rejected.
   *
   * @param names of the states in breadth-first order, all different
   * @throws NoCascadeException if a group is not solvable, or something is too large
   * @throws IllegalArgumentException if two symbols of the alphabet read the same, or for options
   *     that it does not have, see {@link #problem}
   */
  public static <S, I> CascadeConstruction<S, I> of(
      DFA<S, I> dfa, Alphabet<I> alphabet, List<String> names, ConstructionOptions options)
      throws NoCascadeException {
    DfaTable<S> table = DfaTable.of(dfa, alphabet, names::get);
    return new CascadeConstruction<>(
        table, Cascade.of(table.next()), new WordTokens<>(alphabet), options);
  }

  /** The same with other options; the algebra is not done again. */
  public CascadeConstruction<S, I> withOptions(ConstructionOptions other) {
    return new CascadeConstruction<>(table, cascade, tokens(), other);
  }

  /** Why the construction cannot be built with these options, if it cannot. */
  public static Optional<String> problem(ConstructionOptions options) {
    return AtOnceDecoder.problem(options, "cascade")
        .or(() -> positionProblem(options, "the cascade decoder"));
  }

  /** The number of layers of a decoder made of a cascade, where positions are not embedded. */
  public static int layers(Cascade cascade) {
    return CascadeWeights.layers(cascade);
  }

  @Override
  protected Weights weights(int maxLength) {
    return new CascadeWeights(table, cascade, tokens().vocabulary(), options(), maxLength);
  }
}
