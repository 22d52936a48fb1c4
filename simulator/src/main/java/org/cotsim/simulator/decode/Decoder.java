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
    return decode(new int[][] {prompt}, budget).get(0);
  }

  /**
   * Decodes prompts of equal length side by side, each under all of the budgets.
   *
   * @param prompts [batch][length], at least one token each
   * @param budgets in intermediate tokens, each at least 0, in any order; the largest sets the cost
   * @return one decoding per prompt
   * @throws IllegalArgumentException if prompts differ in length, or a budget is negative
   */
  public List<Decoding> decode(int[][] prompts, long... budgets) {
    int length = prompts[0].length;
    if (Arrays.stream(prompts).anyMatch(prompt -> prompt.length != length)) {
      throw new IllegalArgumentException("prompts of different lengths cannot run side by side");
    }
    long largest = Arrays.stream(budgets).max().orElseThrow();
    if (Arrays.stream(budgets).anyMatch(budget -> budget < 0)) {
      throw new IllegalArgumentException("a budget cannot be negative");
    }
    int capacity = (int) Math.min(length + largest, model.longestSequence());
    try (Session session = executor.open(model, prompts.length, capacity)) {
      return new Run(session, prompts, budgets).toEnd(largest);
    }
  }

  /** One batch on its way from the prompts to the outcomes. */
  private final class Run {
    private final Session session;
    private final long[] budgets;
    private final TokenSet all = model.vocabulary().all();
    private final TokenSet answers = model.vocabulary().withRole(Token.Role.ANSWER);
    private final Chain[] chains; // [batch]
    private final int[] choices; // [batch]
    private final int[] forced; // [batch]

    Run(Session session, int[][] prompts, long[] budgets) {
      this.session = session;
      this.budgets = budgets;
      this.chains = new Chain[prompts.length];
      Arrays.setAll(chains, b -> new Chain(budgets.length));
      this.choices = new int[prompts.length];
      this.forced = new int[prompts.length];
      session.appendAll(prompts);
    }

    List<Decoding> toEnd(long largest) {
      for (long step = 0; ; step++) {
        session.choose(all, choices);
        settleFinished(step);
        settleBudgets(step);
        if (step == largest || Arrays.stream(chains).allMatch(chain -> chain.ended)) {
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

    /** Forces an answer from the sequences that still think when a budget is spent. */
    private void settleBudgets(long step) {
      if (Arrays.stream(budgets).noneMatch(budget -> budget == step)) {
        return;
      }
      session.choose(answers, forced);
      for (int i = 0; i < budgets.length; i++) {
        for (int b = 0; b < chains.length && budgets[i] == step; b++) {
          if (!chains[b].ended) {
            chains[b].outcomes[i] =
                forced[b] == Session.TIED
                    ? new Outcome.Tied(step, tied(b, answers))
                    : new Outcome.BudgetSpent(step, forced[b]);
          }
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
    private final Outcome[] outcomes; // [budgets]
    private int[] tokens = new int[16];
    private int length;
    private boolean ended;

    Chain(int budgets) {
      this.outcomes = new Outcome[budgets];
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
