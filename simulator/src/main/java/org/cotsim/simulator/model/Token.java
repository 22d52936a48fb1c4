package org.cotsim.simulator.model;

/**
 * One entry of the vocabulary.
 *
 * @param text how a person reads it; two tokens of different roles may share a text
 * @param role where the token may stand
 */
public record Token(String text, Role role) {

  /** Where a token stands in a sequence {@code $ w # chain answer}. */
  public enum Role {
    /** The first token of every sequence. */
    START,
    /** A symbol of the input word. */
    INPUT,
    /** The end of the input: think now. */
    THINK,
    /** An intermediate token of the chain of thought. */
    STEP,
    /** A continuous thought: an intermediate token that takes over the last residual stream. */
    THOUGHT,
    /** A token of an answer that goes on; the first one ends the chain. */
    OUTPUT,
    /** An answer, or the end of one; it ends decoding. */
    ANSWER,
    /** A blank of the prompt, the same for every input: room to compute in. */
    PADDING,
    /** An intermediate token that is kept at a restart: part of the prompt that follows. */
    SUMMARY,
    /**
     * An intermediate token after which a new context begins: the start token, the summary tokens
     * since the latest think token, and the think token; all else is dropped.
     */
    RESTART
  }

  @Override
  public String toString() {
    return text;
  }
}
