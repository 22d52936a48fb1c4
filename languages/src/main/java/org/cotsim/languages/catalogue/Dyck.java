package org.cotsim.languages.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cotsim.languages.automaton.algebra.LanguageClass;

/** Well-bracketed words of bounded depth. */
final class Dyck {

  private static final String OPEN = "([{<";
  private static final String CLOSE = ")]}>";
  private static final List<String> ERROR = List.of("error");

  private Dyck() {}

  /** The number of states: one for each stack of at most this depth, and one for errors. */
  static double states(int kinds, int depth) {
    double total = 2;
    for (int d = 1; d <= depth; d++) {
      total += Math.pow(kinds, d);
    }
    return total;
  }

  static RegularEntry entry(int kinds, int depth) {
    String name = "dyck-" + kinds + "-" + depth;
    return new RegularEntry(
        name,
        "well-bracketed words with %s, at most %d deep".formatted(inWords(kinds), depth),
        "Hewitt et al., RNNs Can Generate Bounded Hierarchical Languages, EMNLP 2020",
        LanguageClass.STAR_FREE,
        () ->
            Exploration.<List<String>>language(
                name,
                symbols(kinds),
                List.of(),
                (stack, symbol) -> read(stack, symbol, depth),
                List::isEmpty),
        word -> vanishes(word, depth));
  }

  /** The number of kinds of brackets as a person says it. */
  static String inWords(int kinds) {
    return kinds == 1 ? "1 kind of bracket" : kinds + " kinds of brackets";
  }

  /** One character each for up to four kinds, otherwise numbered, such as (12 and )12. */
  private static List<String> symbols(int kinds) {
    return IntStream.range(0, kinds)
        .boxed()
        .flatMap(i -> List.of(bracket(OPEN, i, kinds), bracket(CLOSE, i, kinds)).stream())
        .toList();
  }

  private static String bracket(String shapes, int kind, int kinds) {
    return kinds <= shapes.length()
        ? shapes.substring(kind, kind + 1)
        : shapes.substring(0, 1) + (kind + 1);
  }

  private static boolean isOpen(String bracket) {
    return OPEN.contains(bracket.substring(0, 1));
  }

  private static String partner(String open) {
    return CLOSE.charAt(OPEN.indexOf(open.charAt(0))) + open.substring(1);
  }

  private static List<String> read(List<String> stack, String bracket, int depth) {
    List<String> next = new ArrayList<>(stack);
    int top = stack.size() - 1;
    if (stack.equals(ERROR)) {
      return ERROR;
    }
    if (isOpen(bracket)) {
      next.add(bracket);
      return top + 1 < depth ? List.copyOf(next) : ERROR;
    }
    if (top < 0 || !partner(stack.get(top)).equals(bracket)) {
      return ERROR;
    }
    next.remove(top);
    return List.copyOf(next);
  }

  /** Whether taking out all neighbouring pairs at once, as often as the depth, leaves nothing. */
  private static boolean vanishes(List<String> word, int depth) {
    List<String> rest = word;
    for (int round = 0; round < depth && !rest.isEmpty(); round++) {
      List<String> kept = new ArrayList<>();
      for (int i = 0; i < rest.size(); i++) {
        if (i + 1 < rest.size() && isPair(rest.get(i), rest.get(i + 1))) {
          i++;
        } else {
          kept.add(rest.get(i));
        }
      }
      rest = kept;
    }
    return rest.isEmpty();
  }

  private static boolean isPair(String left, String right) {
    return isOpen(left) && partner(left).equals(right);
  }
}
