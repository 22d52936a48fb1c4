package org.cotsim.benchmarks.experiment.grade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Token texts, each of one word or more, and what people write in their place. */
final class Spellings {

  private final Set<String> texts = new HashSet<>();
  private final Map<String, List<String>> byFirstWord = new HashMap<>(); // longest first
  private final Map<String, Optional<String>> lowerCase = new HashMap<>(); // empty: ambiguous

  Spellings(Stream<String> tokens) {
    tokens.forEach(this::add);
    byFirstWord.values().forEach(list -> list.sort((a, b) -> words(b).length - words(a).length));
  }

  private void add(String text) {
    if (texts.add(text)) {
      String[] words = words(text);
      if (words.length > 1) {
        byFirstWord.computeIfAbsent(words[0], none -> new ArrayList<>()).add(text);
      }
      lowerCase.merge(
          text.toLowerCase(Locale.ROOT), Optional.of(text), (one, other) -> Optional.empty());
    }
  }

  static String[] words(String text) {
    return text.isBlank() ? new String[0] : text.strip().split("\\s+", -1);
  }

  boolean has(String text) {
    return texts.contains(text);
  }

  /** The only text that differs in the case of letters alone. */
  Optional<String> inOtherCase(String text) {
    return lowerCase.getOrDefault(text.toLowerCase(Locale.ROOT), Optional.empty());
  }

  /** The longest text that stands in a list of words at a place. */
  Optional<String> at(List<String> words, int place) {
    for (String text : byFirstWord.getOrDefault(words.get(place), List.of())) {
      String[] parts = words(text);
      int end = place + parts.length;
      if (end <= words.size() && words.subList(place, end).equals(Arrays.asList(parts))) {
        return Optional.of(text);
      }
    }
    return has(words.get(place)) ? Optional.of(words.get(place)) : Optional.empty();
  }
}
