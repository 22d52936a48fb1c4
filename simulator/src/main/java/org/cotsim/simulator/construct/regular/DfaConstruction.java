package org.cotsim.simulator.construct.regular;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.automaton.fsa.DFA;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.Vocabulary;

/**
 * Decides a regular language with n + 1 intermediate tokens: the chain is the run q0 q1 ... qn of
 * the DFA, then the answer.
 *
 * <p>The k-th state token finds the k-th input symbol by comparing counts, a table computes the
 * next state, and at the end of the input the answer. Under a smaller budget the forced answer is
 * whether the last state named is accepting. Source: Merrill and Sabharwal 2024, theorem 1.
 *
 * <p>Cost: 2 layers, 2 heads, width 2 |Q| + 2 |S| + O(1), |Q| (|S| + 1) hidden units, for states Q
 * and symbols S. With the hash folded, for inputs of n tokens: about log2(n) / 4 + 2 layers more.
 *
 * @param <S> the states of the DFA
 * @param <I> its input symbols
 */
public final class DfaConstruction<S, I> implements Construction<List<I>> {

  private final DfaTable<S> table;
  private final ConstructionOptions options;
  private final Vocabulary vocabulary;
  private final Map<I, Integer> inputTokens = new HashMap<>();

  private DfaConstruction(
      DFA<S, I> dfa, Alphabet<I> alphabet, IntFunction<String> names, ConstructionOptions options) {
    problem(options)
        .ifPresent(
            sentence -> {
              throw new IllegalArgumentException(sentence);
            });
    this.table = DfaTable.of(dfa, alphabet, names);
    this.options = options;
    this.vocabulary = vocabulary(alphabet);
    for (I symbol : alphabet) {
      inputTokens.put(symbol, vocabulary.id(String.valueOf(symbol), Token.Role.INPUT));
    }
  }

  /**
   * The construction for a DFA; where a transition is undefined the word is rejected.
   *
   * @throws IllegalArgumentException if two symbols of the alphabet read the same, or for options
   *     that it does not have, see {@link #problem}
   */
  public static <S, I> DfaConstruction<S, I> of(
      DFA<S, I> dfa, Alphabet<I> alphabet, ConstructionOptions options) {
    return new DfaConstruction<>(dfa, alphabet, DfaTable::numbered, options);
  }

  /**
   * The same with names for the states, which become the texts of their tokens.
   *
   * @param names of the states in the order in which they are met breadth-first from the initial
   *     one, following the order of the alphabet; all different
   */
  public static <S, I> DfaConstruction<S, I> of(
      DFA<S, I> dfa, Alphabet<I> alphabet, List<String> names, ConstructionOptions options) {
    return new DfaConstruction<>(dfa, alphabet, names::get, options);
  }

  /** The construction with the default options. */
  public static <S, I> DfaConstruction<S, I> of(DFA<S, I> dfa, Alphabet<I> alphabet) {
    return of(dfa, alphabet, ConstructionOptions.defaults());
  }

  /** Why the construction cannot be built with these options, if it cannot. */
  public static Optional<String> problem(ConstructionOptions options) {
    return options.normProblem().or(options::digitsProblem).or(options::foldedProblem);
  }

  private Vocabulary vocabulary(Alphabet<I> alphabet) {
    List<Token> tokens = new ArrayList<>();
    tokens.add(new Token("$", Token.Role.START));
    alphabet.forEach(symbol -> tokens.add(new Token(String.valueOf(symbol), Token.Role.INPUT)));
    tokens.add(new Token("#", Token.Role.THINK));
    table.names().forEach(name -> tokens.add(new Token(name, Token.Role.STEP)));
    tokens.add(new Token("reject", Token.Role.ANSWER));
    tokens.add(new Token("accept", Token.Role.ANSWER));
    return new Vocabulary(tokens);
  }

  @Override
  public ConstructionOptions options() {
    return options;
  }

  @Override
  public String steps() {
    return "n + 1";
  }

  @Override
  public Certificate certificate(Extent extent) {
    return new DfaWeights(table, vocabulary, options, extent.length()).certificate();
  }

  @Override
  public ConstructedDecoder<List<I>> compile(Extent extent) throws NotCertifiedException {
    return decoder(new DfaWeights(table, vocabulary, options, extent.length()), this::prompt);
  }

  private int[] prompt(List<I> word) {
    int[] prompt = new int[word.size() + 2];
    prompt[0] = vocabulary.id("$", Token.Role.START);
    int i = 1;
    for (I symbol : word) {
      Integer token = inputTokens.get(symbol);
      if (token == null) {
        throw new IllegalArgumentException("not a symbol of the alphabet: " + symbol);
      }
      prompt[i++] = token;
    }
    prompt[i] = vocabulary.id("#", Token.Role.THINK);
    return prompt;
  }

  /** An inverse temperature with which softmax attention is right for inputs of a length. */
  public double inverseTemperature(int length) {
    return new DfaWeights(table, vocabulary, options, length).inverseTemperature(length);
  }

  /** The token that names a reachable state of the DFA on the chain. */
  public int stateToken(S state) {
    return vocabulary.id(table.names().get(table.numberOf(state)), Token.Role.STEP);
  }

  /** The token of an answer. */
  public int answerToken(boolean accept) {
    return vocabulary.id(accept ? "accept" : "reject", Token.Role.ANSWER);
  }
}
