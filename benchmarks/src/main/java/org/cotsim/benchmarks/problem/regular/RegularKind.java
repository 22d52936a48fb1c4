package org.cotsim.benchmarks.problem.regular;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.ProblemKind;
import org.cotsim.benchmarks.problem.ProblemText;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.Entry;
import org.cotsim.languages.catalogue.RegularEntry;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.automaton.AutomatonFiles;
import org.cotsim.languages.read.automaton.RegexReader;

/**
 * Regular languages: of the catalogue, {@code regex:EXPR}, and every file that nobody else takes.
 */
public final class RegularKind implements ProblemKind {

  private static final String REGEX = "regex:";

  @Override
  public String plural() {
    return "regular languages";
  }

  @Override
  public Class<RegularProblem> problems() {
    return RegularProblem.class;
  }

  @Override
  public List<String> prefixes() {
    return List.of(REGEX);
  }

  @Override
  public Optional<Problem<?>> find(ProblemText text) throws InputException {
    Optional<String> expression = text.after(REGEX);
    if (expression.isPresent()) {
      RegularLanguage language = RegexReader.read(expression.get(), text.alphabet());
      return Optional.of(
          new RegularProblem(language, "the regular expression " + expression.get()));
    }
    Optional<Path> file = text.withoutAlphabet().file();
    if (file.isPresent()) {
      RegularLanguage language = AutomatonFiles.read(file.get());
      return Optional.of(new RegularProblem(language, "the automaton in " + text.fileName()));
    }
    return Catalogue.search(text.text()).map(entry -> of((RegularEntry) entry));
  }

  private static RegularProblem of(RegularEntry entry) {
    return new RegularProblem(entry.language(), entry.summary());
  }

  @Override
  public List<String> usuallySwept() {
    return Catalogue.entries().stream()
        .filter(RegularEntry.class::isInstance)
        .map(Entry::name)
        .toList();
  }
}
