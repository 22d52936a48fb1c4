package org.cotsim.junit;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.automaton.fsa.DFA;
import org.cotsim.benchmarks.problem.turing.TuringProblem;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.automaton.WordSampler;
import org.cotsim.languages.automaton.Words;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.oracle.DfaOracle;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.decode.FormulaException;
import org.cotsim.simulator.decode.InputSize;
import org.cotsim.simulator.decode.StepBudget;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;

/**
 * What a decoder of words is said to do. Each statement about words decodes them and fails at the
 * first wrong answer with an {@link AssertionError} that shows the chain.
 *
 * <p>Without {@link #withSteps} the budget is n + 1, without {@link #on} the executor is the
 * indexed one.
 */
public final class DecoderAssert {

  private static final long MOST_STEPS = 1_000_000; // of a run that is compared with

  private final ConstructedDecoder<List<String>> decoder;
  private RegularLanguage language;
  private StepBudget budget = budget("n+1");
  private Executor executor = new IndexedExecutor();

  DecoderAssert(ConstructedDecoder<List<String>> decoder) {
    this.decoder = Objects.requireNonNull(decoder, "decoder");
  }

  /** The language that the answers are compared with. */
  public DecoderAssert decides(RegularLanguage truth) {
    this.language = truth;
    return this;
  }

  /** The language of this automaton. */
  public DecoderAssert decides(DFA<?, String> truth, Alphabet<String> alphabet) {
    return decides(RegularLanguage.of("the language", truth, alphabet, List.of()));
  }

  /** The language of this machine; the budget is then the steps of its run, not n + 1. */
  public ProblemDecoderAssert<List<String>> decides(TuringMachine machine) {
    TuringProblem problem =
        TuringProblem.of(machine, "the machine", "a Turing machine", MOST_STEPS);
    return new ProblemDecoderAssert<>(decoder, problem).on(executor);
  }

  /**
   * The step budget, a formula in the input length n.
   *
   * @throws IllegalArgumentException if it cannot be read
   */
  public DecoderAssert withSteps(String formula) {
    this.budget = budget(formula);
    return this;
  }

  /** What runs the model. */
  public DecoderAssert on(Executor chosen) {
    this.executor = chosen;
    return this;
  }

  /** Every word of at most this length is answered right. */
  public DecoderAssert onAllWordsUpTo(int longest) {
    for (int n = 0; n <= longest; n++) {
      Iterator<List<String>> words = Words.exhaustive(truth().alphabet(), n).iterator();
      requireRight(n, words::next, Words.count(truth().alphabet(), n).longValueExact());
    }
    return this;
  }

  /**
   * Random words of one length, half of them in the language where there are both kinds, are
   * answered right.
   *
   * @throws IllegalArgumentException if the length is too large for the sampler
   */
  public DecoderAssert onRandomWords(int count, int n, long seed) {
    try {
      requireRight(n, WordSampler.of(truth(), n, seed)::next, count);
    } catch (InputException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    return this;
  }

  /** One word is answered right. */
  public DecoderAssert onWord(List<String> word) {
    requireRight(word.size(), () -> word, 1);
    return this;
  }

  private RegularLanguage truth() {
    if (language == null) {
      throw new IllegalStateException("say what it decides first: decides(language)");
    }
    return language;
  }

  private void requireRight(int n, Supplier<List<String>> words, long count) {
    int most = executor.preferredBatch(decoder.model(), 2 * n + 3);
    for (long done = 0; done < count; done += most) {
      requireRight(n, Stream.generate(words).limit(Math.min(most, count - done)).toList());
    }
  }

  private void requireRight(int n, List<List<String>> words) {
    int[][] prompts = words.stream().map(decoder::prompt).toArray(int[][]::new);
    DfaOracle oracle = new DfaOracle(truth());
    long[][] budgets = new long[prompts.length][];
    Arrays.fill(budgets, new long[] {steps(n)});
    List<Decoding> decodings = new Decoder(decoder.model(), executor).decode(prompts, budgets);
    for (int b = 0; b < prompts.length; b++) {
      Optional<WrongAnswer> wrong = WrongAnswer.of(decoder, oracle, words.get(b), decodings.get(b));
      if (wrong.isPresent()) {
        throw wrong.get().toFailure(budget, executor);
      }
    }
  }

  private long steps(int n) {
    try {
      return budget.at(InputSize.of(n, n + 1L));
    } catch (FormulaException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  static StepBudget budget(String formula) {
    try {
      return StepBudget.parse(formula);
    } catch (FormulaException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
