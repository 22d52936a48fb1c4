package org.cotsim.benchmarks.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotsim.languages.catalogue.EditDistance;
import org.cotsim.languages.input.Characters;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.input.InputProblems;
import org.cotsim.languages.read.TextFile;

/**
 * The sentences of one language as a file: lines {@code key = sentence} in UTF-8, comments that
 * begin with #. It has the keys of the English one, and the same names in the holes of each.
 */
public final class SentencesFile {

  /** The languages that need no file. */
  public static final List<String> LANGUAGES = List.of("en", "de");

  private static final String MARKS = "quotation";
  private static final String POINT = "number.point";
  private static final int MAX_BYTES = 1 << 20;

  private final InputProblems problems;
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();

  private SentencesFile(String source) {
    this.problems = new InputProblems(source);
  }

  /** English, from which the keys of all others are taken. */
  public static Sentences english() {
    try {
      return parsed("sentences/en.properties", Resource.text("sentences/en.properties"))
          .sentences();
    } catch (InputException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * One of {@link #LANGUAGES}.
   *
   * @throws InputException for another one, or a file that does not fit the English one
   */
  public static Sentences in(String language) throws InputException {
    if (!LANGUAGES.contains(language)) {
      throw InputException.in(
          "--language",
          "found %s, expected %s; for others see --sentences"
              .formatted(Characters.quoted(language), String.join(" or ", LANGUAGES)));
    }
    String name = "sentences/" + language + ".properties";
    return fitting(parsed(name, Resource.text(name)));
  }

  /**
   * The sentences of a file.
   *
   * @throws InputException with all keys that are missing, unknown or given twice, and all
   *     sentences whose holes have other names than in English
   */
  public static Sentences read(Path path) throws InputException {
    TextFile file = TextFile.read(path, MAX_BYTES);
    return fitting(parsed(file.source(), file.text()));
  }

  private static SentencesFile parsed(String source, String text) throws InputException {
    SentencesFile file = new SentencesFile(source);
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        file.take(line, number);
      }
    }
    file.problems.throwIfAny();
    return file;
  }

  private void take(String line, int number) throws InputException {
    int sign = line.indexOf('=');
    String key = line.substring(0, Math.max(sign, 0)).strip();
    if (key.isEmpty()) {
      problems.add(number, 1, "expected 'key = sentence'");
    } else if (lines.putIfAbsent(key, number) != null) {
      problems.add(number, 1, key + " is given twice, first in line " + lines.get(key));
    } else {
      texts.put(key, line.substring(sign + 1).strip());
    }
  }

  private Sentences sentences() {
    return new Sentences(texts);
  }

  private static Sentences fitting(SentencesFile file) throws InputException {
    Sentences english = english();
    Sentences own = file.sentences();
    for (String key : own.keys()) {
      file.requireFits(key, own, english);
    }
    List<String> missing = new ArrayList<>(english.keys());
    missing.removeAll(own.keys());
    missing.removeIf(Sentences::isPhrase);
    for (String key : missing) {
      file.problems.add(0, 0, key + " is missing, in English: " + english.text(key));
    }
    file.problems.throwIfAny();
    Map<String, String> phrases = new LinkedHashMap<>();
    boolean isEnglish = own.language().equals(english.language());
    for (String key : own.keys()) {
      boolean isAsInEnglish = isEnglish && own.text(key).equals(english.text(key));
      if (Sentences.isPhrase(key) && !isAsInEnglish) {
        phrases.put(english.text(key), own.text(key));
      }
    }
    return new Sentences(file.texts, phrases);
  }

  private void requireFits(String key, Sentences own, Sentences english) throws InputException {
    if (!english.keys().contains(key)) {
      String nearest =
          english.keys().stream()
              .min((a, b) -> EditDistance.between(key, a) - EditDistance.between(key, b))
              .orElseThrow();
      problems.add(
          lines.get(key), 1, "no sentence is called " + key + "; the nearest is " + nearest);
    } else if (!own.holes(key).equals(english.holes(key))) {
      problems.add(
          lines.get(key),
          1,
          "%s has the values %s, in English %s".formatted(key, own.holes(key), english.holes(key)));
    } else if (key.equals(MARKS) && !own.text(key).matches("[^{]+\\{text}[^}]+")) {
      problems.add(lines.get(key), 1, key + " has no mark on both sides of {text}");
    } else if (key.equals(POINT) && own.text(key).isEmpty()) {
      problems.add(lines.get(key), 1, key + " is empty");
    }
  }
}
