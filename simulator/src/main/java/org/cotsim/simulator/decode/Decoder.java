package org.cotsim.simulator.decode;

import java.util.Arrays;
import java.util.List;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;

/**
 * The decoding loop: emits intermediate tokens until the model answers or the step budget is spent.
 *
 * <p>When the budget is spent the choice is restricted to the answer tokens. Prompts of equal
 * length run side by side in one session.
 *
 * @param model what decodes
 * @param executor what runs it
 */
public record Decoder(Transformer model, Executor executor) {

  /** Decodes one prompt under one budget of intermediate tokens. */
  public Decoding decode(int[] prompt, long budget) {
    return decode(new int[][] {prompt}, new long[][] {{budget}}).get(0);
  }

  /**
   * Decodes prompts of equal length side by side, each under all of its budgets.
   *
   * @param prompts [batch][length], at least one token each
   * @param budgets [batch][], in intermediate tokens, each at least 0, in any order; the largest of
   *     a prompt ends its decoding
   * @return one decoding per prompt
   * @throws IllegalArgumentException if prompts differ in length, or a budget is negative or
   *     missing
   */
  public List<Decoding> decode(int[][] prompts, long[][] budgets) {
    int length = prompts[0].length;
    if (Arrays.stream(prompts).anyMatch(prompt -> prompt.length != length)) {
      throw new IllegalArgumentException("prompts of different lengths cannot run side by side");
    }
    if (budgets.length != prompts.length) {
      throw new IllegalArgumentException(
          "budgets for " + budgets.length + " prompts, but there are " + prompts.length);
    }
    if (Arrays.stream(budgets).flatMapToLong(Arrays::stream).anyMatch(budget -> budget < 0)) {
      throw new IllegalArgumentException("a budget cannot be negative");
    }
    long largest = Arrays.stream(budgets).mapToLong(Decoder::largest).max().orElseThrow();
    boolean writes = model.vocabulary().withRole(Token.Role.OUTPUT).size() > 0;
    long answer = writes ? longestAnswer(length, largest) : 0;
    int capacity = (int) Math.min(length + largest + answer, model.longestSequence());
    try (Session session = executor.open(model, prompts.length, capacity)) {
      return new Run(session, prompts, budgets).toEnd();
    }
  }

  /** A machine that reads n tokens and makes t steps has touched n + t cells at most. */
  private static long longestAnswer(long prompt, long steps) {
    return prompt + steps + 1;
  }

  private static long largest(long[] budgets) {
    return Arrays.stream(budgets).max().orElseThrow();
  }

  /** One batch on its way from the prompts to the outcomes. */
  private final class Run {
    private final Session session;
    private final TokenSet all = model.vocabulary().all();
    private final TokenSet answers = model.vocabulary().withRole(Token.Role.ANSWER);
    private final TokenSet outputs = model.vocabulary().withRole(Token.Role.OUTPUT);
    private final int promptLength;
    private final Chain[] chains; // [batch]
    private final int[] choices; // [batch]
    private final int[] forced; // [batch]

    Run(Session session, int[][] prompts, long[][] budgets) {
      this.session = session;
      this.promptLength = prompts[0].length;
      this.chains = new Chain[prompts.length];
      Arrays.setAll(chains, b -> new Chain(budgets[b]));
      this.choices = new int[prompts.length];
      this.forced = new int[prompts.length];
      session.appendAll(prompts);
    }

    List<Decoding> toEnd() {
      while (true) {
        session.choose(all, choices);
        for (int b = 0; b < chains.length; b++) {
          settleFinished(b);
        }
        settleBudgets();
        if (Arrays.stream(chains).allMatch(chain -> chain.ended)) {
          return Arrays.stream(chains).map(Chain::toDecoding).toList();
        }
        emit();
      }
    }

    /** Settles all open budgets of a sequence whose choice is an answer or a tie. */
    private void settleFinished(int b) {
      Chain chain = chains[b];
      if (chain.ended) {
        return;
      }
      long steps = chain.chain.length();
      if (choices[b] == Session.TIED) {
        chain.end(new Outcome.Tied(steps, tied(b, all)));
      } else if (answers.contains(choices[b])) {
        chain.end(new Outcome.Answered(steps, choices[b]));
      } else if (chain.output.length() > longestAnswer(promptLength, steps)) {
        chain.end(new Outcome.RanOn(steps, chain.output.length()));
      } else {
        chain.answering |= outputs.contains(choices[b]);
      }
    }

    /** Forces an answer from the sequences that still think when one of their budgets is spent. */
    private void settleBudgets() {
      if (Arrays.stream(chains).noneMatch(Chain::spendsBudget)) {
        return;
      }
      session.choose(answers, forced);
      for (int b = 0; b < chains.length; b++) {
        if (chains[b].spendsBudget()) {
          long steps = chains[b].chain.length();
          chains[b].spend(
              forced[b] == Session.TIED
                  ? new Outcome.Tied(steps, tied(b, answers))
                  : new Outcome.BudgetSpent(steps, forced[b]));
        }
      }
    }

    /** Appends the chosen tokens; ended sequences repeat a token that nobody looks at. */
    private void emit() {
      for (int b = 0; b < chains.length; b++) {
        if (chains[b].ended) {
          choices[b] = answers.id(0);
        } else {
          (chains[b].answering ? chains[b].output : chains[b].chain).append(choices[b]);
        }
      }
      session.append(choices);
    }

    private List<Integer> tied(int sequence, TokenSet allowed) {
      double[] scores = session.scores(sequence);
      double largest = allowed.stream().mapToDouble(token -> scores[token]).max().orElseThrow();
      double least = largest - model.output().tieTolerance();
      return allowed.stream().filter(token -> scores[token] >= least).boxed().toList();
    }
  }

  /** The tokens of one sequence and the outcomes that are settled so far. */
  private static final class Chain {
    private final long[] budgets;
    private final Outcome[] outcomes; // [budgets]
    private final long[] ascending; // the budgets
    private int spent; // how many of the smallest budgets lie behind
    private final TokenBuffer chain = new TokenBuffer();
    private final TokenBuffer output = new TokenBuffer();
    private boolean answering;
    private boolean ended;

    Chain(long[] budgets) {
      this.budgets = budgets;
      this.outcomes = new Outcome[budgets.length];
      this.ascending = Arrays.stream(budgets).sorted().distinct().toArray();
    }

    /** Whether the sequence still thinks and one of its budgets is spent just now. */
    boolean spendsBudget() {
      return !ended && !answering && ascending[spent] == chain.length();
    }

    /** Settles the budgets that are spent; the largest one ends the chain. */
    void spend(Outcome outcome) {
      for (int i = 0; i < budgets.length; i++) {
        if (budgets[i] == chain.length()) {
          outcomes[i] = outcome;
        }
      }
      spent++;
      ended = spent == ascending.length;
    }

    void end(Outcome outcome) {
      ended = true;
      for (int i = 0; i < outcomes.length; i++) {
        if (outcomes[i] == null) {
          outcomes[i] = outcome;
        }
      }
    }

    Decoding toDecoding() {
      return new Decoding(chain.toArray(), output.toArray(), List.of(outcomes));
    }
  }
}
