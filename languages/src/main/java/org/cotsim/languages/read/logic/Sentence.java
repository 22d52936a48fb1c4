package org.cotsim.languages.read.logic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.alphabet.impl.Alphabets;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.input.InputProblems;
import org.cotsim.languages.logic.Formula;

/**
 * A formula that was read, with the letters of its words.
 *
 * @param text as the person wrote it
 * @param formula what it means
 * @param alphabet the letters, in their order
 */
public record Sentence(String text, Formula formula, Alphabet<String> alphabet) {

  /** Where each letter that occurs was first seen. */
  static final class Letters {
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, Integer> columns = new LinkedHashMap<>();

    void add(String letter, Place place, int column) {
      if (places.putIfAbsent(letter, place) == null) {
        columns.put(letter, column);
      }
    }

    /**
     * The alphabet: the letters given, which must be all that occur, or those that occur, sorted.
     *
     * @param given letters with blanks between them, or single characters without
     */
    Alphabet<String> alphabet(String source, Optional<String> given) throws InputException {
      if (given.isEmpty()) {
        if (places.isEmpty()) {
          throw InputException.in(source, "no letter occurs: name the letters with --alphabet");
        }
        return Alphabets.fromCollection(places.keySet().stream().sorted().toList());
      }
      List<String> letters = split(given.get());
      if (letters.isEmpty()) {
        throw InputException.in(source, "the alphabet given has no letter");
      }
      InputProblems problems = new InputProblems(source);
      for (String letter : places.keySet()) {
        if (!letters.contains(letter)) {
          problems.add(
              places.get(letter).line(),
              columns.get(letter),
              "'%s' is not in the alphabet given (%s)"
                  .formatted(letter, String.join(" ", letters)));
        }
      }
      problems.throwIfAny();
      return Alphabets.fromCollection(letters);
    }

    private static List<String> split(String given) {
      String text = given.strip();
      return text.chars().anyMatch(Character::isWhitespace)
          ? List.of(text.split("\\s+")).stream().distinct().toList()
          : text.codePoints().mapToObj(Character::toString).distinct().toList();
    }
  }
}
