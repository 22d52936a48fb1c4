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
  OWN("Of one's own", "The problems of a list, in its order."),
  NONE(
      "0 steps",
      "Without intermediate tokens a transformer decides nothing outside TC0 (log precision, a"
          + " constant number of layers). Decoders of 0 steps are built for these languages: --by"
          + " cascade where all groups in the syntactic monoid of a regular language are solvable,"
          + " from a formula of past temporal logic with counting for some others. Their pages show"
          + " a longer chain all the same: the n + 1 steps of theorem 1, or those of a machine."),
  PADDED(
      "0 steps, beside enough blanks",
      "These problems are in TC0 too, and so a transformer decides them, or each bit of the answer,"
          + " without a chain if polynomially many blank tokens stand in its prompt: such"
          + " transformers decide exactly TC0 (Merrill and Sabharwal 2025, arXiv 2505.18948). No"
          + " decoder here does that; the pages show the chain of theorem 2, a token for each step"
          + " of a machine."),
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
    if (turing.constantDepth().isPresent()) {
      return turing.constantDepth().get().formula().isPresent() ? NONE : PADDED;
    }
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
