package org.cotsim.simulator.construct.regular;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.automaton.fsa.DFA;
import org.cotsim.languages.automaton.algebra.TransitionMonoid;
import org.cotsim.simulator.construct.AtOnceConstruction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Hash;
import org.cotsim.simulator.construct.ConstructionOptions.Norms;
import org.cotsim.simulator.construct.ConstructionOptions.Positions;
import org.cotsim.simulator.construct.WordTokens;

/**
 * Decides any regular language without an intermediate token, by one layer that is applied
 * ceil(log2(n + 1)) times.
 *
 * <p>Every position holds a pointer to an earlier one and the product, in the syntactic monoid, of
 * the letters since; each loop looks up the position that the pointer names, takes over its pointer
 * and multiplies the products, so that the letters covered double. Source: Merrill and Sabharwal
 * 2025 (arXiv 2503.03961) for log depth; pointer doubling is Wyllie 1979; the decoder is this
 * project's.
 *
 * <p>Cost: 1 layer, then one of 2 heads and |M|^2 + 4 hidden units, repeated; width about 2 |M|.
 * The gap is about 1/(8 n^2) in every loop.
 *
 * @param <S> the states of the DFA, which should be minimal
 * @param <I> its input symbols
 */
public final class LoopedConstruction<S, I> extends AtOnceConstruction<I> {

  /** The largest monoid whose table of products is built. */
  public static final int MOST_ELEMENTS = 512;

  /** The subspace of the product that a position holds; one label for each element. */
  public static final String PRODUCT = "product";

  /** The head, in every loop, that looks where the pointer points. */
  public static final String LOOK_BACK = "look back: product";

  private final DfaTable<S> table;
  private final TransitionMonoid monoid;
  private final IntUnaryOperator loops;

  private LoopedConstruction(
      DfaTable<S> table,
      TransitionMonoid monoid,
      WordTokens<I> tokens,
      ConstructionOptions options,
      IntUnaryOperator loops) {
    super(tokens, options, problem(options));
    this.table = table;
    this.monoid = monoid;
    this.loops = loops;
  }

  /**
   * The construction for a DFA; where a transition is undefined the word is rejected.
   *
   * @param names of the states in breadth-first order, all different
   * @return empty if the monoid has more than {@link #MOST_ELEMENTS} elements
   * @throws IllegalArgumentException if two symbols of the alphabet read the same, or for options
   *     that it does not have, see {@link #problem}
   */
  public static <S, I> Optional<LoopedConstruction<S, I>> of(
      DFA<S, I> dfa, Alphabet<I> alphabet, List<String> names, ConstructionOptions options) {
    DfaTable<S> table = DfaTable.of(dfa, alphabet, names::get);
    TransitionMonoid monoid = new TransitionMonoid(table.next());
    return monoid.size().filter(size -> size <= MOST_ELEMENTS).isEmpty()
        ? Optional.empty()
        : Optional.of(
            new LoopedConstruction<>(
                table, monoid, new WordTokens<>(alphabet), options, LoopedConstruction::enough));
  }

  /** The same with other options; the monoid is not built again. */
  public LoopedConstruction<S, I> withOptions(ConstructionOptions other) {
    return new LoopedConstruction<>(table, monoid, tokens(), other, loops);
  }

  /**
   * The same with another number of loops for inputs of a length; with too few the answer is that
   * of the last 2^loops - 1 letters.
   */
  public LoopedConstruction<S, I> withLoops(IntUnaryOperator other) {
    return new LoopedConstruction<>(table, monoid, tokens(), options(), other);
  }

  /** The loops that are enough for words of a length: ceil(log2(n + 1)). */
  public static int enough(int n) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(n);
  }

  /** Why the construction cannot be built with these options, if it cannot. */
  public static Optional<String> problem(ConstructionOptions options) {
    if (options.norms() == Norms.PROJECTED) {
      return Optional.of(
          "the looped decoder reads several norms in a sublayer; --norm projected is not built for"
              + " it");
    }
    if (options.hash() != Hash.SCALED || options.positions() != Positions.NONE) {
      return Optional.of(
          "the looped decoder counts by attention, with the scaled hash; --hash and --positions do"
              + " not apply");
    }
    return AtOnceDecoder.problem(options, "looped");
  }

  @Override
  public OptionalInt longestOfModel(int length) {
    return OptionalInt.of((1 << Math.min(30, enough(length))) - 1);
  }

  @Override
  protected Weights weights(int maxLength) {
    return new LoopedWeights(
        table, monoid, tokens().vocabulary(), options(), maxLength, loops.applyAsInt(maxLength));
  }
}
