package org.cotsim.benchmarks.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What theory says of the chains that problems of a class need, the same sentence on every page.
 *
 * @param beginnings what the names of the classes begin with, in small letters
 * @param key of the sentence, behind {@code class.}
 * @param explained whether there is more to read: a title, why, and the source
 */
record ClassTheory(List<String> beginnings, String key, boolean explained) {

  /** Everything that is said, in the order in which it is looked up. */
  static final List<ClassTheory> ALL =
      List.of(
          new ClassTheory(List.of("r-trivial", "star-free"), "starfree", true),
          new ClassTheory(List.of("solvable"), "solvable", true),
          new ClassTheory(List.of("non-solvable"), "nonsolvable", true),
          new ClassTheory(List.of("past temporal logic"), "temporal", false),
          new ClassTheory(List.of("in ac0", "tc0-complete"), "constantdepth", false),
          new ClassTheory(List.of("ac0,"), "hops", false),
          new ClassTheory(List.of("in l,"), "logspace", false),
          new ClassTheory(List.of("l-complete"), "lcomplete", false),
          new ClassTheory(List.of("nl-complete"), "nlcomplete", false),
          new ClassTheory(List.of("p-complete"), "pcomplete", false),
          new ClassTheory(List.of("unknown"), "unknown", false),
          new ClassTheory(List.of(""), "other", false));

  private static ClassTheory find(String languageClass) {
    String name = languageClass.toLowerCase(Locale.ROOT);
    return ALL.stream()
        .filter(one -> one.beginnings.stream().anyMatch(name::startsWith))
        .findFirst()
        .orElseThrow();
  }

  /** What is known of a class, as the problems name it. */
  static String of(Sentences say, String languageClass) {
    return say.say("class." + find(languageClass).key);
  }

  /** What the chain of a problem of this class is for, if there is more to say of it. */
  static Optional<String> title(Sentences say, String languageClass) {
    ClassTheory found = find(languageClass);
    return found.explained
        ? Optional.of(say.say("class." + found.key + ".title"))
        : Optional.empty();
  }

  /** The class, and what is known of it, as HTML. */
  static String toHtml(Sentences say, String languageClass) {
    return say.element("strong", languageClass) + ": " + Html.escape(of(say, languageClass));
  }

  /** The same as a paragraph, and why it is so, if there is more to say of it. */
  static String paragraphs(Sentences say, String languageClass) {
    ClassTheory found = find(languageClass);
    String head = "<p>" + toHtml(say, languageClass) + ".</p>\n";
    if (!found.explained) {
      return head;
    }
    String source =
        say.say("theory.source", Map.of("source", say.say("class." + found.key + ".source")));
    return head
        + (Html.element("p", say.say("class." + found.key + ".why")) + "\n")
        + ("<p class=\"source\">" + Html.escape(source) + "</p>\n");
  }
}
