package org.cotsim.simulator.decode;

import java.util.Arrays;
import java.util.List;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.Transformer;

/**
 * The decoding loop: emits intermediate tokens until the model answers or the step budget is spent.
 *
 * <p>When the budget is spent the choice is restricted to the answer tokens. Prompts of equal
 * length run side by side in one session; those of a model that restarts in one session each, see
 * {@link RestartingSession}.
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
    long[] unbounded = new long[prompts.length];
    Arrays.fill(unbounded, Long.MAX_VALUE);
    return decode(prompts, budgets, unbounded);
  }

  /**
   * The same with a bound on what the model sees at once.
   *
   * @param contexts [batch], the most tokens of a context, prompt included: where one more would be
   *     needed, an answer is forced
   * @throws IllegalArgumentException also if a prompt does not fit
   */
  public List<Decoding> decode(int[][] prompts, long[][] budgets, long[] contexts) {
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
    long context = Arrays.stream(contexts).min().orElseThrow();
    if (length > context || contexts.length != prompts.length) {
      throw new IllegalArgumentException(
          "prompts of " + length + " tokens do not fit contexts of " + Arrays.toString(contexts));
    }
    long largest = Arrays.stream(budgets).mapToLong(Decoder::largest).max().orElseThrow();
    boolean writes = model.vocabulary().withRole(Token.Role.OUTPUT).size() > 0;
    long answer = writes ? DecodingRun.longestAnswer(length, largest) + 1 : 0; // one too many
    long seen = Math.min(length + largest + answer, Arrays.stream(contexts).max().orElseThrow());
    int capacity = (int) Math.min(seen, model.longestSequence());
    try (Session session = RestartingSession.open(executor, model, prompts.length, capacity)) {
      return new DecodingRun(model, session, prompts, budgets, contexts).toEnd();
    }
  }

  private static long largest(long[] budgets) {
    return Arrays.stream(budgets).max().orElseThrow();
  }
}
