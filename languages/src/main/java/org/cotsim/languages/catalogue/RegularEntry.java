package org.cotsim.languages.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.automaton.TransitionMonoid;

/**
 * A regular language of the catalogue: its automaton, and a definition that does not use it.
 *
 * <p>The automaton is built when it is first asked for.
 */
public final class RegularEntry implements Entry {

  private final String name;
  private final String summary;
  private final String citation;
  private final LanguageClass declared;
  private final Lazy<RegularLanguage> language;
  private final Predicate<List<String>> definition;

  /**
   * An entry whose class is known by theory.
   *
   * @param declared the class, or {@link LanguageClass#UNKNOWN} to have it computed when asked for
   */
  RegularEntry(
      String name,
      String summary,
      String citation,
      LanguageClass declared,
      Supplier<RegularLanguage> language,
      Predicate<List<String>> definition) {
    this.name = name;
    this.summary = summary;
    this.citation = citation;
    this.declared = declared;
    this.language = new Lazy<>(language);
    this.definition = definition;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String summary() {
    return summary;
  }

  @Override
  public String citation() {
    return citation;
  }

  /**
   * The class, by theory where it is known and otherwise computed from the automaton.
   *
   * <p>Cost: none where it is known; otherwise that of {@link TransitionMonoid}.
   */
  public LanguageClass languageClass() {
    return declared == LanguageClass.UNKNOWN ? computedClass() : declared;
  }

  /** The class computed from the automaton; {@link LanguageClass#UNKNOWN} if it is too large. */
  public LanguageClass computedClass() {
    return switch (TransitionMonoid.of(language().dfa()).groups()) {
      case TRIVIAL -> LanguageClass.STAR_FREE;
      case SOLVABLE -> LanguageClass.SOLVABLE;
      case NON_SOLVABLE -> LanguageClass.NON_SOLVABLE;
      case TOO_LARGE -> LanguageClass.UNKNOWN;
    };
  }

  /** The minimal complete automaton. */
  public RegularLanguage language() {
    return language.get();
  }

  /** The second definition: plain Java over the symbols, knowing nothing of the automaton. */
  public Predicate<List<String>> definition() {
    return definition;
  }

  @Override
  public String toString() {
    return name;
  }

  private static final class Lazy<T> {
    private final Supplier<T> supplier;
    private Optional<T> value = Optional.empty();

    Lazy(Supplier<T> supplier) {
      this.supplier = supplier;
    }

    synchronized T get() {
      if (value.isEmpty()) {
        value = Optional.of(supplier.get());
      }
      return value.get();
    }
  }
}
