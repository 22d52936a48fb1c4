package org.cotsim.benchmarks.page;

import java.util.List;
import java.util.Locale;

/**
 * What theory says of the chains that problems of a class need, the same sentence on every page.
 *
 * @param beginnings what the names of the classes begin with, in small letters
 * @param key of the sentence
 */
record ClassTheory(List<String> beginnings, String key) {

  /** Everything that is said, in the order in which it is looked up. */
  static final List<ClassTheory> ALL =
      List.of(
          new ClassTheory(List.of("r-trivial", "star-free", "solvable"), "class.solvable"),
          new ClassTheory(List.of("non-solvable"), "class.nonsolvable"),
          new ClassTheory(List.of("past temporal logic"), "class.temporal"),
          new ClassTheory(List.of("in ac0", "tc0-complete"), "class.constantdepth"),
          new ClassTheory(List.of("ac0,"), "class.hops"),
          new ClassTheory(List.of("in l,"), "class.logspace"),
          new ClassTheory(List.of("l-complete"), "class.lcomplete"),
          new ClassTheory(List.of("nl-complete"), "class.nlcomplete"),
          new ClassTheory(List.of("p-complete"), "class.pcomplete"),
          new ClassTheory(List.of(""), "class.other"));

  /** What is known of a class, as the problems name it. */
  static String of(Sentences say, String languageClass) {
    String name = languageClass.toLowerCase(Locale.ROOT);
    return ALL.stream()
        .filter(one -> one.beginnings.stream().anyMatch(name::startsWith))
        .findFirst()
        .map(one -> say.say(one.key))
        .orElseThrow();
  }

  /** The class, and what is known of it, as HTML. */
  static String toHtml(Sentences say, String languageClass) {
    return say.element("span", languageClass) + ": " + Html.escape(of(say, languageClass));
  }
}
