package org.cotsim.languages.automaton.algebra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How a person reads the elements of a transition monoid, each by a name of its own.
 *
 * <p>If the letters are permutations in cycle notation, such as {@code (12345)}, and their products
 * tell the elements apart, these products are the names. Else, of a few states, the map of states;
 * of many, the first of the shortest words that induce the element.
 *
 * @param names by number of the element
 * @param notation what the names are, as the end of a sentence
 */
public record ElementNames(List<String> names, String notation) {

  private static final int FEW_STATES = 6;
  private static final Pattern CYCLES = Pattern.compile("(?:\\([1-9]{2,}\\))+");
  private static final Pattern CYCLE = Pattern.compile("\\(([1-9]+)\\)");
  private static final int DIGITS = 9;

  public ElementNames {
    names = List.copyOf(names);
  }

  /**
   * The names of the elements of a complete monoid.
   *
   * @param letters their texts, in the order of the monoid's
   * @param states their names
   */
  public static ElementNames of(
      TransitionMonoid monoid, List<String> letters, List<String> states) {
    return ofCycles(monoid, letters)
        .orElseGet(
            () ->
                monoid.states() <= FEW_STATES
                    ? new ElementNames(maps(monoid, states), mapNotation(monoid))
                    : new ElementNames(words(monoid, letters), "the shortest word that does it"));
  }

  private static Optional<ElementNames> ofCycles(TransitionMonoid monoid, List<String> letters) {
    List<Permutation> permutations = new ArrayList<>();
    for (String letter : letters) {
      Optional<Permutation> read = parse(letter);
      if (read.isEmpty()) {
        return Optional.empty();
      }
      permutations.add(read.get());
    }
    return products(monoid, permutations)
        .map(
            all ->
                new ElementNames(
                    all.stream()
                        .map(one -> one.cycles(point -> String.valueOf(point + 1), ""))
                        .toList(),
                    "a permutation in cycle notation"));
  }

  /** A permutation of nine points from disjoint cycles of digits. */
  private static Optional<Permutation> parse(String text) {
    int[] map = Maps.identity(DIGITS);
    if (!CYCLES.matcher(text).matches()
        || text.chars().filter(Character::isDigit).distinct().count()
            != text.chars().filter(Character::isDigit).count()) {
      return Optional.empty();
    }
    Matcher cycle = CYCLE.matcher(text);
    while (cycle.find()) {
      String points = cycle.group(1);
      for (int i = 0; i < points.length(); i++) {
        map[points.charAt(i) - '1'] = points.charAt((i + 1) % points.length()) - '1';
      }
    }
    return Optional.of(Permutation.of(map));
  }

  /** The product of each element's words; empty if two words or two elements disagree. */
  private static Optional<List<Permutation>> products(
      TransitionMonoid monoid, List<Permutation> letters) {
    int size = monoid.size().orElseThrow();
    Permutation[] products = new Permutation[size];
    products[0] = Permutation.identity(DIGITS);
    for (int element = 0; element < size; element++) {
      for (int letter = 0; letter < letters.size(); letter++) {
        int longer = monoid.longer(element, letter);
        Permutation product = products[element].then(letters.get(letter));
        if (products[longer] == null) {
          products[longer] = product;
        } else if (!products[longer].equals(product)) {
          return Optional.empty();
        }
      }
    }
    List<Permutation> all = List.of(products);
    return new HashSet<>(all).size() == size ? Optional.of(all) : Optional.empty();
  }

  private static boolean isGroup(TransitionMonoid monoid) {
    return IntStream.range(0, monoid.letters())
        .map(monoid::letter)
        .allMatch(
            letter -> Arrays.stream(monoid.map(letter)).distinct().count() == monoid.states());
  }

  private static List<String> maps(TransitionMonoid monoid, List<String> states) {
    boolean group = isGroup(monoid);
    return IntStream.range(0, monoid.size().orElseThrow())
        .mapToObj(monoid::map)
        .map(map -> group ? Permutation.of(map).cycles(states::get, " ") : images(map))
        .toList();
  }

  private static String images(int[] map) {
    return Arrays.stream(map).mapToObj(String::valueOf).collect(Collectors.joining(" ", "[", "]"));
  }

  private static String mapNotation(TransitionMonoid monoid) {
    return isGroup(monoid)
        ? "a permutation of states in cycle notation"
        : "for each state the number of the one that it leads to";
  }

  private static List<String> words(TransitionMonoid monoid, List<String> letters) {
    int size = monoid.size().orElseThrow();
    String between =
        letters.stream().allMatch(one -> one.codePointCount(0, one.length()) == 1) ? "" : " ";
    String[] words = new String[size];
    words[0] = "";
    for (int element = 0; element < size; element++) {
      for (int letter = 0; letter < letters.size(); letter++) {
        int longer = monoid.longer(element, letter);
        if (words[longer] == null) {
          words[longer] = words[element] + (element == 0 ? "" : between) + letters.get(letter);
        }
      }
    }
    words[0] = "\u03b5";
    return List.of(words);
  }
}
