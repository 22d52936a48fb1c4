package org.cotsim.simulator.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cotsim.simulator.execute.Choices;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.model.Vocabulary;

/**
 * Sequences of a model whose chain forgets: after a token of {@link Token.Role#RESTART} a sequence
 * goes on in a new context, {@code $ s #} for the summary tokens s since its latest restart.
 *
 * <p>Sequences restart at different times, so each has a session of its own: they do not share the
 * operations of a batch, whatever the executor. Nothing is appended behind an answer. Memory is
 * that of the contexts, not of the chains.
 */
public final class RestartingSession implements Session {

  private final Transformer model;
  private final Executor executor;
  private final int capacity;
  private final TokenSet restart;
  private final TokenSet summary;
  private final TokenSet answers;
  private final int start;
  private final int think;
  private final Session[] contexts; // [batch]
  private final int[][] kept; // [batch][], the think token not yet appended
  private final int[] count; // [batch], of what is kept
  private final boolean[] answered; // [batch]
  private final int[] one = new int[1];

  private RestartingSession(Transformer model, Executor executor, int batch, int capacity) {
    Vocabulary vocabulary = model.vocabulary();
    this.model = model;
    this.executor = executor;
    this.capacity = capacity;
    this.restart = vocabulary.withRole(Token.Role.RESTART);
    this.summary = vocabulary.withRole(Token.Role.SUMMARY);
    this.answers = vocabulary.withRole(Token.Role.ANSWER);
    this.start = only(vocabulary.withRole(Token.Role.START), Token.Role.START);
    this.think = only(vocabulary.withRole(Token.Role.THINK), Token.Role.THINK);
    this.contexts = new Session[batch];
    this.kept = new int[batch][16];
    this.count = new int[batch];
    this.answered = new boolean[batch];
    Arrays.setAll(contexts, b -> executor.open(model, 1, capacity));
  }

  private static int only(TokenSet tokens, Token.Role role) {
    if (tokens.size() != 1) {
      throw new IllegalArgumentException(
          "a model that restarts needs one token of role " + role + ", not " + tokens.size());
    }
    return tokens.id(0);
  }

  /** Whether the chain of a model with this vocabulary can forget. */
  public static boolean restarts(Vocabulary vocabulary) {
    return vocabulary.withRole(Token.Role.RESTART).size() > 0;
  }

  /**
   * One of the contexts of a chain.
   *
   * @param tokens those that a model saw at once in the end
   * @param choices those that it chose
   */
  public record Seen(long tokens, long choices) {}

  /** The contexts of a chain and its answer, one after the other. */
  public static List<Seen> contexts(Vocabulary vocabulary, int promptLength, Decoding decoding) {
    int[] emitted =
        IntStream.concat(Arrays.stream(decoding.chain()), Arrays.stream(decoding.output()))
            .toArray();
    List<Seen> contexts = new ArrayList<>();
    ContextLengths lengths = ContextLengths.of(vocabulary, 1, promptLength);
    long choices = 1; // the answer, or the token that ends a context
    for (int token : emitted) {
      if (lengths.grows(token)) {
        choices++;
      } else {
        contexts.add(new Seen(lengths.now(0), choices));
        choices = 1;
      }
      lengths.append(new int[] {token});
    }
    contexts.add(new Seen(lengths.now(0), choices));
    return contexts;
  }

  /**
   * The most tokens that a model sees at once before it has emitted more than some of a chain.
   *
   * @param emitted how many tokens of the chain count
   */
  public static long longestContext(
      Vocabulary vocabulary, int promptLength, int[] chain, long emitted) {
    if (!restarts(vocabulary)) {
      return promptLength + emitted;
    }
    ContextLengths lengths = ContextLengths.of(vocabulary, 1, promptLength);
    Arrays.stream(chain).limit(emitted).forEach(token -> lengths.append(new int[] {token}));
    return lengths.longest(0);
  }

  /**
   * Opens a session that restarts, if the model does; else one of the executor's own.
   *
   * @param capacity the most tokens that each context will have
   * @throws IllegalArgumentException as {@link Executor#open} says, and for a model that restarts
   *     without just one start and one think token
   */
  public static Session open(Executor executor, Transformer model, int batch, int capacity) {
    return restarts(model.vocabulary())
        ? new RestartingSession(model, executor, batch, capacity)
        : executor.open(model, batch, capacity);
  }

  @Override
  public int batch() {
    return contexts.length;
  }

  /** The tokens of the longest context. */
  @Override
  public int length() {
    return Arrays.stream(contexts).mapToInt(Session::length).max().orElse(0);
  }

  @Override
  public void append(int[] tokens) {
    Choices.requireTokens(model, tokens, contexts.length);
    for (int b = 0; b < tokens.length; b++) {
      answered[b] |= answers.contains(tokens[b]);
      if (!answered[b]) {
        append(b, tokens[b]);
      }
    }
  }

  private void append(int b, int token) {
    if (restart.contains(token)) {
      restart(b);
      return;
    }
    one[0] = token;
    contexts[b].append(one);
    if (token == think) {
      count[b] = 0;
    } else if (summary.contains(token)) {
      keep(b, token);
    }
  }

  private void keep(int b, int token) {
    if (count[b] == kept[b].length) {
      kept[b] = Arrays.copyOf(kept[b], 2 * count[b]);
    }
    kept[b][count[b]++] = token;
  }

  private void restart(int b) {
    int[] prompt = new int[count[b] + 2];
    prompt[0] = start;
    System.arraycopy(kept[b], 0, prompt, 1, count[b]);
    prompt[prompt.length - 1] = think;
    contexts[b].close();
    contexts[b] = executor.open(model, 1, capacity);
    contexts[b].appendAll(new int[][] {prompt});
    count[b] = 0;
  }

  @Override
  public void choose(TokenSet allowed, int[] choices) {
    for (int b = 0; b < contexts.length; b++) {
      if (!answered[b]) {
        contexts[b].choose(allowed, one);
        choices[b] = one[0];
      }
    }
  }

  @Override
  public double[] scores(int sequence) {
    return contexts[sequence].scores(0);
  }

  @Override
  public void close() {
    for (Session context : contexts) {
      context.close();
    }
  }
}
