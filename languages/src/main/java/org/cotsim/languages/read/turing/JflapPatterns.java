package org.cotsim.languages.read.turing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What JFLAP's Turing machines read: a symbol, {@code ~} for any, {@code !x} for any but x. */
final class JflapPatterns {

  /** Any symbol where it is read, the symbol read where it is written. */
  static final String ANY = "~";

  private JflapPatterns() {}

  /** Whether a text is {@code !x} for some x. */
  static boolean isNegated(String pattern) {
    return pattern.startsWith("!") && pattern.length() > 1;
  }

  /** Every choice of one symbol per tape that these patterns match. */
  static List<List<String>> matches(List<String> patterns, Collection<String> symbols) {
    List<List<String>> all = List.of(List.of());
    for (String pattern : patterns) {
      List<List<String>> longer = new ArrayList<>();
      for (List<String> start : all) {
        for (String symbol : symbols) {
          if (matches(pattern, symbol)) {
            List<String> read = new ArrayList<>(start);
            read.add(symbol);
            longer.add(read);
          }
        }
      }
      all = longer;
    }
    return all;
  }

  private static boolean matches(String pattern, String symbol) {
    return pattern.equals(ANY)
        || (isNegated(pattern) ? !pattern.substring(1).equals(symbol) : pattern.equals(symbol));
  }

  /** What is written, with the symbols read in place of {@link #ANY}. */
  static List<String> written(List<String> read, List<String> writes) {
    List<String> written = new ArrayList<>(writes);
    for (int tape = 0; tape < written.size(); tape++) {
      if (written.get(tape).equals(ANY)) {
        written.set(tape, read.get(tape));
      }
    }
    return written;
  }
}
