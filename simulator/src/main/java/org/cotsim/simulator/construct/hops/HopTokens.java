package org.cotsim.simulator.construct.hops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cotsim.languages.hops.HopInstance;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.Token.Role;
import org.cotsim.simulator.model.Vocabulary;

/**
 * The tokens of functions on so many points or fewer: 4 for each point, and 5 more.
 *
 * <p>The prompt is {@code $ >f(0) >f(1) ... s=X t=Y | ... | #} with a stroke for each hop. A token
 * names a point, so that it carries a logarithmic number of bits.
 */
public final class HopTokens {

  static final int START = 0;
  static final int THINK = 1;
  static final int TICK = 4;
  private static final int REJECT = 2;
  private static final int ACCEPT = 3;
  private static final int FIRST = 5;

  private final int points;
  private final Vocabulary vocabulary;

  HopTokens(int points) {
    this.points = points;
    List<Token> tokens = new ArrayList<>();
    tokens.add(new Token("$", Role.START));
    tokens.add(new Token("#", Role.THINK));
    tokens.add(new Token("reject", Role.ANSWER));
    tokens.add(new Token("accept", Role.ANSWER));
    tokens.add(new Token("|", Role.INPUT));
    addPoints(tokens, ">", Role.INPUT);
    addPoints(tokens, "s=", Role.INPUT);
    addPoints(tokens, "t=", Role.INPUT);
    addPoints(tokens, "", Role.STEP);
    this.vocabulary = new Vocabulary(tokens);
  }

  private void addPoints(List<Token> tokens, String before, Role role) {
    IntStream.range(0, points).forEach(x -> tokens.add(new Token(before + x, role)));
  }

  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The number of points that tokens can name. */
  int points() {
    return points;
  }

  int image(int point) {
    return FIRST + point;
  }

  int source(int point) {
    return FIRST + points + point;
  }

  int target(int point) {
    return FIRST + 2 * points + point;
  }

  /** The token of a hop that ends at a point. */
  public int step(int point) {
    return FIRST + 3 * points + point;
  }

  /** The token of an answer. */
  public int answer(boolean accept) {
    return accept ? ACCEPT : REJECT;
  }

  /** The prompt of an instance. */
  int[] prompt(HopInstance instance) {
    if (instance.points() > points) {
      throw new IllegalArgumentException(
          "there are tokens for " + points + " points, not for " + instance.points());
    }
    int[] prompt = new int[promptLength(instance) + 2];
    Arrays.fill(prompt, TICK);
    prompt[0] = START;
    for (int x = 0; x < instance.points(); x++) {
      prompt[1 + x] = image(instance.images().get(x));
    }
    prompt[1 + instance.points()] = source(instance.source());
    prompt[2 + instance.points()] = target(instance.target());
    prompt[prompt.length - 1] = THINK;
    return prompt;
  }

  /** The tokens of an instance between start and think: its images, s, t and its hops. */
  public static int promptLength(HopInstance instance) {
    return Math.addExact(instance.points() + 2, instance.hops());
  }
}
