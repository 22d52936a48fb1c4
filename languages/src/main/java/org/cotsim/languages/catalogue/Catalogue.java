package org.cotsim.languages.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotsim.languages.input.InputException;

/** The named problems, and the families of problems with parameters in their names. */
public final class Catalogue {

  private static final int SUGGESTIONS = 3;

  private Catalogue() {}

  /**
   * The entries without parameters and some examples of every family, in reading order: regular
   * languages, then what takes a Turing machine.
   */
  public static List<Entry> entries() {
    return Stream.<Entry>concat(
            RegularCatalogue.entries().stream(), TuringCatalogue.entries().stream())
        .toList();
  }

  /** The forms of the names with parameters, such as {@code mod-K}. */
  public static List<String> families() {
    return RegularCatalogue.families().stream().map(Family::form).toList();
  }

  /**
   * The entry of a name.
   *
   * @throws InputException naming the nearest names if there is none, or the limits of a parameter
   */
  public static Entry find(String name) throws InputException {
    Optional<Entry> known = search(name);
    if (known.isEmpty()) {
      throw unknown(name);
    }
    return known.get();
  }

  /**
   * The entry with this name, if there is one.
   *
   * @throws InputException with the limits of a parameter beyond them
   */
  public static Optional<Entry> search(String name) throws InputException {
    Optional<Entry> known = named(name, RegularCatalogue.entries());
    if (known.isEmpty()) { // the machines are read only if they are needed
      known = named(name, TuringCatalogue.entries());
    }
    for (Family family : RegularCatalogue.families()) {
      if (known.isEmpty()) {
        known = family.find(name).map(entry -> entry);
      }
    }
    return known;
  }

  /** What is wrong with a name that is not in the catalogue, with names like it. */
  public static InputException unknown(String name) {
    return InputException.in(name, "no such problem in the catalogue; " + suggestions(name));
  }

  private static Optional<Entry> named(String name, List<? extends Entry> entries) {
    return entries.stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .map(entry -> entry);
  }

  /** The nearest names: families that begin with the same word, then their like, then others. */
  private static String suggestions(String name) {
    return Stream.concat(families().stream(), entries().stream().map(Entry::name))
        .sorted(
            Comparator.comparing((String known) -> !sameFirstWord(known, name))
                .thenComparing(known -> !(sameFirstWord(known, name) && families().contains(known)))
                .thenComparingInt(known -> EditDistance.between(name, known)))
        .limit(SUGGESTIONS)
        .collect(Collectors.joining(", ", "the nearest names are ", ""));
  }

  private static boolean sameFirstWord(String one, String other) {
    return one.split("-", 2)[0].equals(other.split("-", 2)[0]);
  }
}
