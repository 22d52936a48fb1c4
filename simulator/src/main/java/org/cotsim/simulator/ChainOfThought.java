package org.cotsim.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.automaton.fsa.DFA;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.construct.regular.DfaConstruction;
import org.cotsim.simulator.construct.turing.TuringConstruction;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.decode.Outcome;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.Vocabulary;

/**
 * A hand-built decoder that thinks step by step: from an input to an answer with its chain.
 *
 * <p>The model is compiled when an input is longer than all before it, with the default options,
 * and run by the indexed executor. Not for several threads at once.
 *
 * @param <I> the inputs
 */
public final class ChainOfThought<I> {

  private static final int SHORTEST = 64;

  private final Construction<I> construction;
  private final Executor executor = new IndexedExecutor();
  private Extent extent = Extent.of(SHORTEST);
  private ConstructedDecoder<I> compiled;

  private ChainOfThought(Construction<I> construction) {
    this.construction = construction;
  }

  /** Decides the language of a DFA with n + 1 intermediate tokens. */
  public static <I> ChainOfThought<List<I>> of(DFA<?, I> dfa, Alphabet<I> alphabet) {
    return new ChainOfThought<>(DfaConstruction.of(dfa, alphabet));
  }

  /** Runs a Turing machine, one intermediate token a step. */
  public static ChainOfThought<List<String>> of(TuringMachine machine) {
    return new ChainOfThought<>(TuringConstruction.of(machine));
  }

  /** Runs what any other construction builds. */
  public static <I> ChainOfThought<I> of(Construction<I> construction) {
    return new ChainOfThought<>(construction);
  }

  /**
   * The answer with as many steps as it takes.
   *
   * <p>A machine that does not halt ends in the exception, at the longest certified chain.
   *
   * @throws NotCertifiedException if the input or its chain is longer than can be certified
   * @throws IllegalArgumentException if the input holds an unknown symbol
   */
  public Answer answer(I input) throws NotCertifiedException {
    int budget = SHORTEST;
    Answer answer = answer(input, budget);
    while (answer.outcome() instanceof Outcome.BudgetSpent) {
      budget *= 2;
      answer = answer(input, budget);
    }
    return answer;
  }

  /**
   * The answer with at most so many intermediate tokens; it is forced where they are not enough.
   *
   * @throws NotCertifiedException if the input or the budget is longer than can be certified
   * @throws IllegalArgumentException if the input holds an unknown symbol, or the budget is
   *     negative
   */
  public Answer answer(I input, int budget) throws NotCertifiedException {
    int[] prompt = decoder(input, budget).prompt(input);
    Decoding decoding = new Decoder(compiled.model(), executor).decode(prompt, budget);
    return new Answer(text(decoding), texts(decoding.chain()).toList(), decoding.outcome());
  }

  /** A model that is large enough, compiled if there is none yet. */
  private ConstructedDecoder<I> decoder(I input, int budget) throws NotCertifiedException {
    if (compiled == null) {
      compiled = construction.compile(extent);
    }
    int length = compiled.encoding().apply(input).length - 2;
    if (length > extent.length() || budget > extent.steps()) {
      extent = new Extent(roundedUp(extent.length(), length), roundedUp(extent.steps(), budget));
      compiled = construction.compile(extent);
    }
    return compiled;
  }

  private static int roundedUp(int known, int needed) {
    return needed <= known ? known : Math.max(needed, 2 * known);
  }

  private String text(Decoding decoding) {
    Outcome outcome = decoding.outcome();
    OptionalInt last = outcome.answer();
    if (last.isEmpty()) {
      return "";
    }
    boolean writes = compiled.model().vocabulary().withRole(Token.Role.OUTPUT).size() > 0;
    return writes && outcome instanceof Outcome.Answered
        ? texts(decoding.output()).collect(Collectors.joining(" "))
        : compiled.model().vocabulary().token(last.getAsInt()).text();
  }

  private Stream<String> texts(int[] tokens) {
    Vocabulary vocabulary = compiled.model().vocabulary();
    return Arrays.stream(tokens).mapToObj(token -> vocabulary.token(token).text());
  }
}
