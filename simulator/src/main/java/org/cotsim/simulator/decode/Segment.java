package org.cotsim.simulator.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Vocabulary;

/** One context of a known chain: all of it, unless the model restarts. */
final class Segment {

  private final int[] prompt; // what the context begins with
  private final int[] continuation; // what is said to follow, the token that ends it included
  private final int first; // the number of its first token in the whole continuation

  private Segment(int[] prompt, int[] continuation, int first) {
    this.prompt = prompt;
    this.continuation = continuation;
    this.first = first;
  }

  /** The contexts of a prompt and what is said to follow it. */
  static List<Segment> of(Vocabulary vocabulary, int[] prompt, int[] continuation) {
    if (!RestartingSession.restarts(vocabulary)) {
      return List.of(new Segment(prompt, continuation, 0));
    }
    TokenSet restart = vocabulary.withRole(Token.Role.RESTART);
    TokenSet summary = vocabulary.withRole(Token.Role.SUMMARY);
    List<Segment> segments = new ArrayList<>();
    int[] begin = prompt;
    int first = 0;
    for (int i = 0; i < continuation.length; i++) {
      if (restart.contains(continuation[i])) {
        int[] piece = Arrays.copyOfRange(continuation, first, i + 1);
        segments.add(new Segment(begin, piece, first));
        int[] kept = Arrays.stream(piece).filter(summary::contains).toArray();
        begin = Arrays.copyOf(prompt, kept.length + 2);
        System.arraycopy(kept, 0, begin, 1, kept.length);
        begin[kept.length + 1] = prompt[prompt.length - 1];
        first = i + 1;
      }
    }
    segments.add(
        new Segment(begin, Arrays.copyOfRange(continuation, first, continuation.length), first));
    return segments;
  }

  /** What a pass over the context sees: nothing follows the last token. */
  int[] seen() {
    int known = Math.max(0, continuation.length - 1);
    int[] sequence = Arrays.copyOf(prompt, prompt.length + known);
    System.arraycopy(continuation, 0, sequence, prompt.length, known);
    return sequence;
  }

  /**
   * The number, in the whole continuation, of the first token that is not the choice before it.
   *
   * @param choices one after each token that was {@link #seen}
   */
  OptionalInt firstDifference(int[] choices) {
    for (int i = 0; i < continuation.length; i++) {
      if (choices[prompt.length - 1 + i] != continuation[i]) {
        return OptionalInt.of(first + i);
      }
    }
    return OptionalInt.empty();
  }
}
