package org.cotsim.languages.catalogue;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotsim.languages.input.InputException;

/**
 * Entries with parameters in their names.
 *
 * @param form the name with its parameters in capitals, such as {@code mod-K}
 * @param limits what the parameters may be, in words
 * @param pattern what a name of the family matches, one group for each parameter
 * @param maker the entry of a match, or nothing if a parameter is out of its limits
 */
record Family(String form, String limits, Pattern pattern, Maker maker) {

  /** Makes the entry of a name that matches. */
  interface Maker {
    Optional<RegularEntry> make(Matcher name);
  }

  /**
   * The entry of a name, or nothing if the name is not of this family.
   *
   * @throws InputException if the name is of this family but a parameter is out of its limits
   */
  Optional<RegularEntry> find(String name) throws InputException {
    Matcher matcher = pattern.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Optional<RegularEntry> entry = maker.make(matcher);
    if (entry.isEmpty()) {
      throw InputException.in(name, "expected " + form + " with " + limits);
    }
    return entry;
  }

  /** A parameter as a number, or -1 if it has more than nine digits. */
  static int number(Matcher name, int group) {
    String digits = name.group(group);
    return digits.length() > 9 ? -1 : Integer.parseInt(digits);
  }
}
