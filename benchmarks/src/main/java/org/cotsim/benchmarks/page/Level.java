package org.cotsim.benchmarks.page;

import org.cotsim.benchmarks.problem.ProblemKind;
import org.cotsim.languages.catalogue.Entry;
import org.cotsim.languages.catalogue.RegularEntry;
import org.cotsim.languages.catalogue.TuringEntry;

/**
 * What a number of steps can decide, from none to polynomially many, and beyond.
 *
 * <p>Source of the bounds: Merrill and Sabharwal 2024, section 1 and theorems 1 to 4.
 */
enum Level {
  NONE(
      "0 steps",
      "Without intermediate tokens a transformer decides nothing outside TC0 (log precision, a"
          + " constant number of layers). The groups in the syntactic monoids of these languages are"
          + " all solvable, and so a decoder of a fixed number of layers decides them at once: cot run"
          + " PROBLEM --by cascade builds it. Their pages show the chain of n + 1 steps that theorem 1"
          + " takes all the same."),
  LOGARITHMIC(
      "log n steps",
      "With log n steps over a fixed vocabulary a transformer stays inside TC0: all the chains that"
          + " short fit into a polynomially long padding, side by side (Merrill and Sabharwal 2025,"
          + " arXiv 2503.03961, theorem 4). So log n steps of this kind help no regular language; where"
          + " the vocabulary grows with the input, the bound is L, logarithmic space: a token that"
          + " names a point follows a function one hop further, and nobody knows how to follow it log"
          + " n times without."),
  LINEAR(
      "n steps",
      "Linearly many steps decide every regular language, also those complete for NC1, and whatever"
          + " a machine decides in linear time; everything decided is context-sensitive. Reachability"
          + " in graphs, complete for L or NL, takes one step for each vertex and each end of an"
          + " edge."),
  POLYNOMIAL(
      "polynomially many steps",
      "Polynomially many steps decide exactly the problems in P: the decoder takes one step for each"
          + " step of a Turing machine."),
  ENDLESS(
      "as long as it runs",
      "Nothing but patience bounds the chain: single machines that run for very long, and then"
          + " halt.");

  private static final int SHORT = 1024;
  private static final double LINEAR_GROWTH = 2.1; // of the steps when the input doubles

  private final String title;
  private final String words;

  Level(String title, String words) {
    this.title = title;
    this.words = words;
  }

  String title() {
    return title;
  }

  String words() {
    return words;
  }

  /** The least number of steps of which it is known that they are enough. */
  static Level of(Entry entry) {
    if (entry instanceof RegularEntry regular) {
      return regular.languageClass().isInTc0() ? NONE : LINEAR;
    }
    TuringEntry turing = (TuringEntry) entry;
    if (turing.machine().inputAlphabet().size() <= 1
        && turing.steps().at(SHORT) == turing.steps().at(0)) {
      return ENDLESS;
    }
    double growth = (double) turing.steps().at(2 * SHORT) / turing.steps().at(SHORT);
    return growth < LINEAR_GROWTH ? LINEAR : POLYNOMIAL;
  }

  /** The least level of chains that grow so. */
  static Level of(ProblemKind.Growth growth) {
    return growth == ProblemKind.Growth.LOGARITHMIC ? LOGARITHMIC : LINEAR;
  }
}
