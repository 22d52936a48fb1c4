package org.cotsim.simulator.construct.regular;

import java.util.List;
import java.util.Optional;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.automaton.fsa.DFA;
import org.cotsim.languages.automaton.algebra.PartialOrder;
import org.cotsim.simulator.construct.AtOnceConstruction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Hash;
import org.cotsim.simulator.construct.ConstructionOptions.Positions;
import org.cotsim.simulator.construct.WordTokens;

/**
 * Decides a language whose minimal automaton has no cycles but loops at a state without any
 * intermediate token, by heads of a constant gap.
 *
 * <p>Every state is entered and left at most once, so that "was it entered before me?" and "was it
 * left before me?" say which state a token meets; both are asked layer by layer along the order of
 * the states. Source: Brzozowski and Fich 1980 for the automata; the decoder is this project's.
 *
 * <p>Cost: at most 1 + 2 d layers for a longest path of d transitions, 2 heads a state. The gap is
 * 1/2 at every length.
 *
 * @param <S> the states of the DFA
 * @param <I> its input symbols
 */
public final class OrderedConstruction<S, I> extends AtOnceConstruction<I> {

  private final DfaTable<S> table;
  private final int[] depth;

  private OrderedConstruction(
      DfaTable<S> table, int[] depth, WordTokens<I> tokens, ConstructionOptions options) {
    super(tokens, options, problem(options));
    this.table = table;
    this.depth = depth;
  }

  /**
   * The construction for a DFA; where a transition is undefined the word is rejected.
   *
   * @param names of the states in breadth-first order, all different
   * @return empty if the automaton has a cycle of more than one state
   * @throws IllegalArgumentException if two symbols of the alphabet read the same, or for options
   *     that it does not have, see {@link #problem}
   */
  public static <S, I> Optional<OrderedConstruction<S, I>> of(
      DFA<S, I> dfa, Alphabet<I> alphabet, List<String> names, ConstructionOptions options) {
    DfaTable<S> table = DfaTable.of(dfa, alphabet, names::get);
    return PartialOrder.of(table.next())
        .map(depth -> new OrderedConstruction<>(table, depth, new WordTokens<>(alphabet), options));
  }

  /** The same with other options; the algebra is not done again. */
  public OrderedConstruction<S, I> withOptions(ConstructionOptions other) {
    return new OrderedConstruction<>(table, depth, tokens(), other);
  }

  /** Why the construction cannot be built with these options, if it cannot. */
  public static Optional<String> problem(ConstructionOptions options) {
    return AtOnceDecoder.problem(options, "ordered")
        .or(
            () ->
                options.hash() == Hash.SCALED && options.positions() == Positions.NONE
                    ? Optional.empty()
                    : Optional.of(
                        "the ordered decoder reads no position and compares none, in any"
                            + " arithmetic; --hash and --positions do not apply"));
  }

  /**
   * The number of layers of a decoder.
   *
   * @param next the states after each state and letter, see {@link PartialOrder}
   * @param depth the longest path to each state
   */
  public static int layers(int[][] next, int[] depth) {
    return OrderedWeights.layers(next, depth);
  }

  @Override
  protected Weights weights(int maxLength) {
    return new OrderedWeights(table, depth, tokens().vocabulary(), options(), maxLength);
  }
}
