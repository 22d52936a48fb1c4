package org.cotsim.simulator.decode;

import java.util.Arrays;

/** A growing list of token numbers. */
final class TokenBuffer {

  private int[] tokens = new int[16];
  private int length;

  int length() {
    return length;
  }

  void append(int token) {
    if (length == tokens.length) {
      tokens = Arrays.copyOf(tokens, 2 * length);
    }
    tokens[length++] = token;
  }

  int[] toArray() {
    return Arrays.copyOf(tokens, length);
  }
}
