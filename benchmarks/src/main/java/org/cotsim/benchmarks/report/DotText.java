package org.cotsim.benchmarks.report;

import org.cotsim.languages.automaton.RegularLanguage;

/** A minimal automaton in DOT, as Graphviz draws it and as a problem can be read from. */
public final class DotText {

  private DotText() {}

  /**
   * The automaton; accepting states have two circles, an arrow from nowhere shows the initial one.
   */
  public static String of(RegularLanguage language) {
    StringBuilder dot = new StringBuilder("digraph {\n  rankdir=LR;\n");
    dot.append("  __start0 [shape=none, label=\"\"];\n  __start0 -> q0;\n");
    for (int state = 0; state < language.size(); state++) {
      String shape = language.dfa().isAccepting(state) ? "doublecircle" : "circle";
      dot.append("  q%d [shape=%s];\n".formatted(state, shape));
    }
    for (int state = 0; state < language.size(); state++) {
      for (String letter : language.alphabet()) {
        String label = letter.replace("\\", "\\\\").replace("\"", "\\\"");
        int next = language.dfa().getSuccessor(state, letter);
        dot.append("  q%d -> q%d [label=\"%s\"];\n".formatted(state, next, label));
      }
    }
    return dot.append("}\n").toString();
  }
}
