package org.cotsim.benchmarks.experiment.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.automatalib.alphabet.Alphabet;
import org.cotsim.benchmarks.experiment.Budget;
import org.cotsim.benchmarks.experiment.BudgetedDecoders;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.WordsOverAlphabet;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.model.Vocabulary;

/**
 * The decoders of a problem, built for the length of each word; words of one length are decoded in
 * batches.
 *
 * <p>Without a budget a decoder may take as many steps as the problem is given. The oracle of the
 * problem is asked for nothing but the size of a budget that depends on it.
 */
public final class BuiltSubject implements Subject {

  /** Words that the same model decodes with the same budget. */
  private record Group(int length, long amount) implements Comparable<Group> {
    @Override
    public int compareTo(Group other) {
      int lengths = Integer.compare(length, other.length);
      return lengths == 0 ? Long.compare(amount, other.amount) : lengths;
    }
  }

  private final WordsOverAlphabet problem;
  private final ExperimentSetup setup;
  private final Optional<Budget> budget;
  private final BudgetedDecoders<List<String>> decoders;

  /**
   * The decoders under a budget.
   *
   * @throws ExperimentException if the answers are not bought with its currency
   */
  public BuiltSubject(WordsOverAlphabet problem, ExperimentSetup setup, Optional<Budget> budget)
      throws ExperimentException {
    this.problem = problem;
    this.setup = setup;
    this.budget = budget;
    this.decoders =
        new BudgetedDecoders<>(problem, budget.map(Budget::currency).orElse(Currency.STEPS), setup);
  }

  @Override
  public Alphabet<String> alphabet() {
    return problem.alphabet();
  }

  @Override
  public List<Boolean> accepts(List<List<String>> words) throws ExperimentException {
    Map<Group, List<Integer>> groups = new TreeMap<>();
    for (int i = 0; i < words.size(); i++) {
      int length = words.get(i).size();
      long amount = amount(words.get(i));
      groups.computeIfAbsent(new Group(length, amount), none -> new ArrayList<>()).add(i);
    }
    Boolean[] answers = new Boolean[words.size()];
    for (Map.Entry<Group, List<Integer>> group : groups.entrySet()) {
      answer(group.getKey(), group.getValue(), words, answers);
    }
    return Arrays.asList(answers);
  }

  private long amount(List<String> word) throws ExperimentException {
    return budget.isPresent()
        ? budget.get().amount(problem, word, problem.expected(word))
        : problem.mostSteps(word.size());
  }

  private void answer(
      Group group, List<Integer> indices, List<List<String>> words, Boolean[] answers)
      throws ExperimentException {
    boolean emitted = budget.map(Budget::currency).orElse(Currency.STEPS).isEmitted();
    long most = problem.mostSteps(group.length());
    long steps = emitted ? group.amount() : most;
    ConstructedDecoder<List<String>> decoder =
        decoders.models(group.amount()).forRun(group.length(), Math.min(steps, most));
    int tokens = (int) Math.min(group.length() + 2 + most, 1 << 30);
    int side = Math.max(1, setup.executor().preferredBatch(decoder.model(), tokens));
    for (int from = 0; from < indices.size(); from += side) {
      List<Integer> batch = indices.subList(from, Math.min(indices.size(), from + side));
      int[][] prompts = batch.stream().map(i -> decoder.prompt(words.get(i))).toArray(int[][]::new);
      long[][] budgets = new long[prompts.length][];
      Arrays.fill(budgets, new long[] {steps});
      List<Decoding> decodings =
          new Decoder(decoder.model(), setup.executor()).decode(prompts, budgets);
      for (int b = 0; b < prompts.length; b++) {
        answers[batch.get(b)] =
            accepts(decoder.model().vocabulary(), decodings.get(b), words.get(batch.get(b)));
      }
    }
  }

  private boolean accepts(Vocabulary vocabulary, Decoding decoding, List<String> word)
      throws ExperimentException {
    if (decoding.outcome().answer().isEmpty()) {
      throw FileSubject.noAnswer(problem.format(word));
    }
    return FileSubject.isAccept(
        vocabulary.token(decoding.outcome().answer().getAsInt()).text(), problem.format(word));
  }
}
