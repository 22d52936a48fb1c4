package org.cotsim.simulator.circuit;

import java.util.ArrayList;
import java.util.List;

/**
 * The inputs of a circuit about words: each letter in as few bits as its alphabet needs, the lowest
 * first; what is no letter reads as the last one, so that every input is a word.
 *
 * @param letters how many there are, at least 1
 * @param length how many a word has
 */
public record WordInputs(int letters, int length) {

  /** The inputs of one letter. */
  public int bits() {
    return 32 - Integer.numberOfLeadingZeros(letters - 1);
  }

  /** Their names: {@code x3} for the third letter, or {@code x3[0]} and so on. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= length; i++) {
      for (int b = 0; b < bits(); b++) {
        names.add("x" + i + (bits() == 1 ? "" : "[" + b + "]"));
      }
    }
    return names;
  }

  /** The literal that is 1 where a letter stands at a place, both counted from 0. */
  public int letter(ThresholdCircuit circuit, int place, int letter) {
    List<Integer> literals = new ArrayList<>();
    boolean last = letter == letters - 1;
    for (int b = 0; b < bits(); b++) {
      int literal = circuit.input(place * bits() + b);
      boolean one = (letter >> b & 1) == 1;
      if (!last) {
        literals.add(one ? literal : ThresholdCircuit.not(literal));
      }
      for (int times = 0; last && times < 1 << b; times++) {
        literals.add(literal);
      }
    }
    return last ? circuit.atLeast(letter, literals) : circuit.and(literals);
  }

  /** The word of an input, [length], letters counted from 0. */
  public int[] word(boolean[] values) {
    int[] word = new int[length];
    for (int i = 0; i < length; i++) {
      int code = 0;
      for (int b = 0; b < bits(); b++) {
        code |= values[i * bits() + b] ? 1 << b : 0;
      }
      word[i] = Math.min(code, letters - 1);
    }
    return word;
  }

  /** The input that is a word, [bits]. */
  public boolean[] values(int[] word) {
    boolean[] values = new boolean[length * bits()];
    for (int v = 0; v < values.length; v++) {
      values[v] = (word[v / bits()] >> v % bits() & 1) == 1;
    }
    return values;
  }
}
