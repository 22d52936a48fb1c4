package org.cotsim.simulator.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;

/**
 * One batch on its way from the prompts to the outcomes.
 *
 * <p>What is looked at in every step lies in arrays over the batch: with tens of thousands of
 * sequences an object for each would cost more than the step on a GPU.
 */
final class DecodingRun {

  private static final int THINKING = -1;

  private final Transformer model;
  private final Session session;
  private final TokenSet all;
  private final TokenSet answers;
  private final boolean[] isAnswer; // [vocabulary]
  private final boolean[] isOutput; // [vocabulary]
  private final int promptLength;
  private final long[][] budgets; // [batch][]
  private final long[][] ascending; // [batch][], the budgets in order
  private final int[] spent; // [batch], how many of the smallest budgets lie behind
  private final Outcome[][] outcomes; // [batch][budgets]
  private final int[] thought; // [batch], steps before the answer began, or THINKING
  private final boolean[] ended; // [batch]
  private final int[] lengths; // [batch], tokens emitted until it ended
  private final int[] choices; // [batch]
  private final int[] forced; // [batch]
  private final TokenTable emitted;
  private final ContextLengths contexts;
  private final long[] contextLimits; // [batch]
  private final long smallestLimit;
  private long soonest; // no budget is spent before so many steps
  private int open; // sequences that have not ended
  private int step; // tokens emitted so far

  DecodingRun(
      Transformer model, Session session, int[][] prompts, long[][] budgets, long[] contextLimits) {
    int batch = prompts.length;
    this.model = model;
    this.session = session;
    this.all = model.vocabulary().all();
    this.answers = model.vocabulary().withRole(Token.Role.ANSWER);
    this.isAnswer = members(answers);
    this.isOutput = members(model.vocabulary().withRole(Token.Role.OUTPUT));
    this.promptLength = prompts[0].length;
    this.budgets = budgets;
    this.ascending = new long[batch][];
    Arrays.setAll(ascending, b -> Arrays.stream(budgets[b]).sorted().distinct().toArray());
    this.spent = new int[batch];
    this.outcomes = new Outcome[batch][];
    Arrays.setAll(outcomes, b -> new Outcome[budgets[b].length]);
    this.thought = new int[batch];
    Arrays.fill(thought, THINKING);
    this.ended = new boolean[batch];
    this.lengths = new int[batch];
    this.choices = new int[batch];
    this.forced = new int[batch];
    this.emitted = new TokenTable(batch);
    this.contexts = ContextLengths.of(model.vocabulary(), batch, promptLength);
    this.contextLimits = contextLimits;
    this.smallestLimit = Arrays.stream(contextLimits).min().orElseThrow();
    this.open = batch;
    session.appendAll(prompts);
  }

  private static boolean[] members(TokenSet set) {
    boolean[] members = new boolean[set.vocabularySize()];
    set.stream().forEach(token -> members[token] = true);
    return members;
  }

  /** A machine that reads n tokens and makes t steps has touched n + t cells at most. */
  static long longestAnswer(long prompt, long steps) {
    return prompt + steps + 1;
  }

  List<Decoding> toEnd() {
    while (true) {
      session.choose(all, choices);
      for (int b = 0; b < ended.length; b++) {
        if (!ended[b]) {
          settleFinished(b);
        }
      }
      settleBudgets();
      settleContexts();
      if (open == 0) {
        return decodings();
      }
      emit();
    }
  }

  /** Settles all open budgets of a sequence whose choice is an answer or a tie. */
  private void settleFinished(int b) {
    int choice = choices[b];
    long steps = steps(b);
    if (choice == Session.TIED) {
      end(b, new Outcome.Tied(steps, tied(b, all)));
    } else if (isAnswer[choice]) {
      end(b, new Outcome.Answered(steps, choice));
    } else if (step - steps > longestAnswer(promptLength, steps)) {
      end(b, new Outcome.RanOn(steps, step - steps));
    } else if (isOutput[choice] && thought[b] == THINKING) {
      thought[b] = step;
    }
  }

  /** The intermediate tokens of a sequence so far. */
  private int steps(int b) {
    return thought[b] == THINKING ? step : thought[b];
  }

  /** Forces an answer from the sequences that still think when one of their budgets is spent. */
  private void settleBudgets() {
    if (step < soonest) {
      return;
    }
    boolean any = false;
    for (int b = 0; b < ended.length; b++) {
      any |= spendsBudget(b);
    }
    if (any) {
      session.choose(answers, forced);
    }
    soonest = Long.MAX_VALUE;
    for (int b = 0; b < ended.length; b++) {
      if (spendsBudget(b)) {
        spend(b);
      }
      if (!ended[b] && thought[b] == THINKING) {
        soonest = Math.min(soonest, ascending[b][spent[b]]);
      }
    }
  }

  private boolean spendsBudget(int b) {
    return !ended[b] && thought[b] == THINKING && ascending[b][spent[b]] == step;
  }

  /** Settles the budgets that are spent; the largest one ends the chain. */
  private void spend(int b) {
    Outcome outcome =
        forced[b] == Session.TIED
            ? new Outcome.Tied(step, tied(b, answers))
            : new Outcome.BudgetSpent(step, forced[b]);
    for (int i = 0; i < budgets[b].length; i++) {
      if (budgets[b][i] == step) {
        outcomes[b][i] = outcome;
      }
    }
    spent[b]++;
    if (spent[b] == ascending[b].length) {
      end(b, outcome);
    }
  }

  /** Forces an answer from the sequences whose context has no room for the token chosen. */
  private void settleContexts() {
    if (contexts.longest() < smallestLimit) {
      return;
    }
    boolean any = false;
    for (int b = 0; b < ended.length; b++) {
      any |= fillsContext(b);
    }
    if (any) {
      session.choose(answers, forced);
    }
    for (int b = 0; b < ended.length; b++) {
      if (fillsContext(b)) {
        end(
            b,
            forced[b] == Session.TIED
                ? new Outcome.Tied(steps(b), tied(b, answers))
                : new Outcome.ContextFull(contextLimits[b], steps(b), forced[b]));
      }
    }
  }

  private boolean fillsContext(int b) {
    return !ended[b] && contexts.now(b) >= contextLimits[b] && contexts.grows(choices[b]);
  }

  /** Ends a sequence; the budgets that are still open have this outcome. */
  private void end(int b, Outcome outcome) {
    for (int i = 0; i < outcomes[b].length; i++) {
      if (outcomes[b][i] == null) {
        outcomes[b][i] = outcome;
      }
    }
    ended[b] = true;
    contexts.end(b);
    session.retire(b);
    lengths[b] = step;
    open--;
  }

  /** Appends the chosen tokens; ended sequences repeat a token that nobody looks at. */
  private void emit() {
    for (int b = 0; b < ended.length; b++) {
      if (ended[b]) {
        choices[b] = answers.id(0);
      }
    }
    emitted.append(choices);
    session.append(choices);
    contexts.append(choices);
    step++;
  }

  private List<Integer> tied(int sequence, TokenSet allowed) {
    double[] scores = session.scores(sequence);
    double largest = allowed.stream().mapToDouble(token -> scores[token]).max().orElseThrow();
    double least = largest - model.output().tieTolerance();
    return allowed.stream().filter(token -> scores[token] >= least).boxed().toList();
  }

  private List<Decoding> decodings() {
    List<Decoding> decodings = new ArrayList<>(ended.length);
    for (int b = 0; b < ended.length; b++) {
      int chain = thought[b] == THINKING ? lengths[b] : thought[b];
      decodings.add(
          new Decoding(
              emitted.column(b, 0, chain),
              emitted.column(b, chain, lengths[b]),
              List.of(outcomes[b]),
              contexts.longest(b)));
    }
    return decodings;
  }
}
