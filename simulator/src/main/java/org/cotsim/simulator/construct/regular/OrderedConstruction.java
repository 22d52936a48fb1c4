package org.cotsim.simulator.construct.regular;

import java.util.List;
import java.util.Optional;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.automaton.fsa.DFA;
import org.cotsim.languages.automaton.algebra.PartialOrder;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;

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
public final class OrderedConstruction<S, I> implements Construction<List<I>> {

  private final DfaTable<S> table;
  private final int[] depth;
  private final ConstructionOptions options;
  private final WordTokens<I> tokens;

  private OrderedConstruction(
      DfaTable<S> table, int[] depth, WordTokens<I> tokens, ConstructionOptions options) {
    problem(options)
        .ifPresent(
            sentence -> {
              throw new IllegalArgumentException(sentence);
            });
    this.table = table;
    this.depth = depth;
    this.options = options;
    this.tokens = tokens;
  }

  /**
   * The construction for a DFA; where a transition is undefined the word is rejected.
   *
   * @return empty if the automaton has a cycle of more than one state
   * @throws IllegalArgumentException if two symbols of the alphabet read the same, or for options
   *     that it does not have, see {@link #problem}
   */
  public static <S, I> Optional<OrderedConstruction<S, I>> of(
      DFA<S, I> dfa, Alphabet<I> alphabet, ConstructionOptions options) {
    DfaTable<S> table = DfaTable.of(dfa, alphabet);
    return PartialOrder.of(table.next())
        .map(depth -> new OrderedConstruction<>(table, depth, new WordTokens<>(alphabet), options));
  }

  /** The same with other options; the algebra is not done again. */
  public OrderedConstruction<S, I> withOptions(ConstructionOptions other) {
    return new OrderedConstruction<>(table, depth, tokens, other);
  }

  /** Why the construction cannot be built with these options, if it cannot. */
  public static Optional<String> problem(ConstructionOptions options) {
    return AtOnceDecoder.problem(options, "ordered");
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
  public ConstructionOptions options() {
    return options;
  }

  @Override
  public String steps() {
    return "0";
  }

  @Override
  public Certificate certificate(Extent extent) {
    return weights(extent).certificate();
  }

  @Override
  public ConstructedDecoder<List<I>> compile(Extent extent) throws NotCertifiedException {
    OrderedWeights weights = weights(extent);
    if (options.certified() && !weights.certificate().holds()) {
      throw new NotCertifiedException(weights.certificate(), largestCertified());
    }
    return new ConstructedDecoder<>(weights.assemble(), weights.certificate(), tokens::prompt);
  }

  private OrderedWeights weights(Extent extent) {
    return new OrderedWeights(table, depth, tokens.vocabulary(), options, extent.length());
  }

  /** The token of an answer. */
  public int answerToken(boolean accept) {
    return tokens.answer(accept);
  }
}
