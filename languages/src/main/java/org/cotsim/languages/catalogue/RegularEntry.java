package org.cotsim.languages.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.automaton.algebra.LanguageAlgebra;
import org.cotsim.languages.automaton.algebra.LanguageClass;

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
  private final Lazy<LanguageAlgebra> algebra;
  private final Predicate<List<String>> definition;

  /**
   * An entry whose class may be known by theory.
   *
   * @param declared the class, or {@link LanguageClass#UNKNOWN}
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
    this.algebra = new Lazy<>(() -> LanguageAlgebra.of(language().dfa()));
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

  /** The class computed from the automaton; where that is too large, the one known by theory. */
  public LanguageClass languageClass() {
    return computedClass() == LanguageClass.UNKNOWN ? declared : computedClass();
  }

  /** The class computed from the automaton. */
  public LanguageClass computedClass() {
    return algebra.get().languageClass();
  }

  /** The class known by theory, or {@link LanguageClass#UNKNOWN}. */
  public LanguageClass declaredClass() {
    return declared;
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
