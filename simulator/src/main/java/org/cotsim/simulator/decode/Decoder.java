package org.cotsim.simulator.decode;

import java.util.ArrayList;
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
    int capacity = (int) Math.min(length + largest, model.longestSequence());
    try (Session session = executor.open(model, prompts.length, capacity)) {
      return new Run(session, prompts, budgets).toEnd();
    }
  }

  private static long largest(long[] budgets) {
    return Arrays.stream(budgets).max().orElseThrow();
  }

  /** One batch on its way from the prompts to the outcomes. */
  private final class Run {
    private final Session session;
    private final TokenSet all = model.vocabulary().all();
    private final TokenSet answers = model.vocabulary().withRole(Token.Role.ANSWER);
    private final Chain[] chains; // [batch]
    private final int[] choices; // [batch]
    private final int[] forced; // [batch]

    Run(Session session, int[][] prompts, long[][] budgets) {
      this.session = session;
      this.chains = new Chain[prompts.length];
      Arrays.setAll(chains, b -> new Chain(budgets[b]));
      this.choices = new int[prompts.length];
      this.forced = new int[prompts.length];
      session.appendAll(prompts);
    }

    List<Decoding> toEnd() {
      for (long step = 0; ; step++) {
        session.choose(all, choices);
        settleFinished(step);
        settleBudgets(step);
        if (Arrays.stream(chains).allMatch(chain -> chain.ended)) {
          return Arrays.stream(chains).map(Chain::toDecoding).toList();
        }
        emit();
      }
    }

    /** Settles all open budgets of the sequences whose choice is an answer or a tie. */
    private void settleFinished(long step) {
      for (int b = 0; b < chains.length; b++) {
        if (!chains[b].ended && choices[b] == Session.TIED) {
          chains[b].end(new Outcome.Tied(step, tied(b, all)));
        } else if (!chains[b].ended && answers.contains(choices[b])) {
          chains[b].end(new Outcome.Answered(step, choices[b]));
        }
      }
    }

    /** Forces an answer from the sequences that still think when one of their budgets is spent. */
    private void settleBudgets(long step) {
      if (Arrays.stream(chains).noneMatch(chain -> chain.hasBudget(step))) {
        return;
      }
      session.choose(answers, forced);
      for (int b = 0; b < chains.length; b++) {
        if (chains[b].hasBudget(step)) {
          chains[b].spend(
              step,
              forced[b] == Session.TIED
                  ? new Outcome.Tied(step, tied(b, answers))
                  : new Outcome.BudgetSpent(step, forced[b]));
        }
      }
    }

    /** Appends the chosen tokens; ended sequences repeat a token that nobody looks at. */
    private void emit() {
      for (int b = 0; b < chains.length; b++) {
        if (chains[b].ended) {
          choices[b] = answers.id(0);
        } else {
          chains[b].append(choices[b]);
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

  /** The chain of one sequence and the outcomes that are settled so far. */
  private static final class Chain {
    private final long[] budgets;
    private final Outcome[] outcomes; // [budgets]
    private int[] tokens = new int[16];
    private int length;
    private boolean ended;

    Chain(long[] budgets) {
      this.budgets = budgets;
      this.outcomes = new Outcome[budgets.length];
    }

    boolean hasBudget(long step) {
      return !ended && Arrays.stream(budgets).anyMatch(budget -> budget == step);
    }

    /** Settles the budgets of this many steps; the largest one ends the chain. */
    void spend(long step, Outcome outcome) {
      for (int i = 0; i < budgets.length; i++) {
        if (budgets[i] == step) {
          outcomes[i] = outcome;
        }
      }
      ended = step == largest(budgets);
    }

    void append(int token) {
      if (length == tokens.length) {
        tokens = Arrays.copyOf(tokens, 2 * length);
      }
      tokens[length++] = token;
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
      return new Decoding(Arrays.copyOf(tokens, length), new ArrayList<>(List.of(outcomes)));
    }
  }
}
