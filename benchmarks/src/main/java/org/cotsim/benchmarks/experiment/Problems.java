package org.cotsim.benchmarks.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.Entry;
import org.cotsim.languages.catalogue.LanguageClass;
import org.cotsim.languages.catalogue.RegularEntry;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.AutomatonFiles;
import org.cotsim.languages.read.RegexReader;

/** Finds the problem that a person means: a catalogue name, {@code regex:EXPR}, or a file. */
public final class Problems {

  private static final String REGEX = "regex:";

  private Problems() {}

  /**
   * The problem that a text names.
   *
   * @param text a catalogue name, {@code regex:} and an expression, or a file known by its
   *     extension
   * @param alphabet the symbols of a regular expression, if they are not those that it mentions
   */
  public static Problem<?> find(String text, Optional<String> alphabet) throws InputException {
    if (text.startsWith(REGEX)) {
      String expression = text.substring(REGEX.length());
      RegularLanguage language = RegexReader.read(expression, alphabet);
      return new RegularProblem(language, "the regular expression " + expression, "regular");
    }
    if (alphabet.isPresent()) {
      throw InputException.in(
          "--alphabet", "an alphabet can be given for " + REGEX + "EXPR only, not for " + text);
    }
    if (looksLikeFile(text)) {
      RegularLanguage language = AutomatonFiles.read(Path.of(text));
      return new RegularProblem(language, "the automaton in " + text, "regular");
    }
    if (Catalogue.find(text) instanceof RegularEntry regular) {
      return of(regular);
    }
    throw InputException.in(text, "not a regular language, and nothing else is simulated yet");
  }

  /** The problems of the catalogue that can be simulated, in its order. */
  public static List<Problem<?>> catalogue() {
    List<Problem<?>> problems = new ArrayList<>();
    for (Entry entry : Catalogue.entries()) {
      if (entry instanceof RegularEntry regular) {
        problems.add(of(regular));
      }
    }
    return problems;
  }

  private static Problem<?> of(RegularEntry regular) {
    return new RegularProblem(
        regular.language(), regular.summary(), inWords(regular.languageClass()));
  }

  /** The name of a class as a person reads it. */
  public static String inWords(LanguageClass languageClass) {
    return languageClass == LanguageClass.UNKNOWN
        ? "regular"
        : languageClass.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Catalogue names have no dot and no folder separator. */
  private static boolean looksLikeFile(String text) {
    return text.indexOf('.') >= 0 || text.indexOf('/') >= 0 || text.indexOf('\\') >= 0;
  }
}
