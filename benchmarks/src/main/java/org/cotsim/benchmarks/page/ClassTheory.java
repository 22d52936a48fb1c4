package org.cotsim.benchmarks.page;

import java.util.List;
import java.util.Locale;

/**
 * What theory says of the chains that problems of a class need, the same sentence on every page.
 *
 * @param beginnings what the names of the classes begin with, in small letters
 * @param words what is known
 */
record ClassTheory(List<String> beginnings, String words) {

  /** Everything that is said, in the order in which it is looked up. */
  static final List<ClassTheory> ALL =
      List.of(
          new ClassTheory(
              List.of("r-trivial", "star-free", "solvable"),
              "in TC0, so theory does not demand a chain: a decoder --by cascade takes 0 steps, the"
                  + " one of theorem 1 n + 1"),
          new ClassTheory(
              List.of("non-solvable"),
              "complete for NC1: no decoder of a fixed number of layers is known that answers"
                  + " without a chain, and one would show TC0 = NC1; n + 1 steps are enough"),
          new ClassTheory(
              List.of("past temporal logic"),
              "in TC0, so theory does not demand a chain: the decoder built from the formula takes 0"
                  + " steps"),
          new ClassTheory(
              List.of("in ac0", "tc0-complete"),
              "in TC0, so theory does not demand a chain: with enough blank tokens 0 steps decide all"
                  + " of TC0; a decoder that follows a machine takes as many steps as the machine"
                  + " makes"),
          new ClassTheory(
              List.of("ac0,"),
              "in TC0, so theory does not demand a chain; a token for each hop is enough"),
          new ClassTheory(
              List.of("in l,"),
              "nobody knows how to answer without a chain; a token for each hop is enough"),
          new ClassTheory(
              List.of("l-complete"),
              "0 steps are not enough unless TC0 = L; a step for each vertex and each end of an edge,"
                  + " or for each hop, is enough"),
          new ClassTheory(
              List.of("nl-complete"),
              "0 steps are not enough unless TC0 = NL; a step for each vertex and each end of an edge"
                  + " is enough"),
          new ClassTheory(
              List.of("p-complete"),
              "log n steps over these tokens are not enough unless TC0 = P; as many as the machine"
                  + " makes are"),
          new ClassTheory(List.of(""), "as many steps as the machine makes are enough"));

  /** What is known of a class, as the problems name it. */
  static String of(String languageClass) {
    String name = languageClass.toLowerCase(Locale.ROOT);
    return ALL.stream()
        .filter(one -> one.beginnings.stream().anyMatch(name::startsWith))
        .findFirst()
        .orElseThrow()
        .words;
  }

  /** The class and what is known of it. */
  static String sentence(String languageClass) {
    return languageClass + ": " + of(languageClass);
  }
}
