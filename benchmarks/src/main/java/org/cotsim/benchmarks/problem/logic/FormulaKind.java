package org.cotsim.benchmarks.problem.logic;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.ProblemKind;
import org.cotsim.benchmarks.problem.ProblemText;
import org.cotsim.benchmarks.problem.regular.RegularProblem;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.logic.FormulaFiles;
import org.cotsim.languages.read.logic.FormulaReader;
import org.cotsim.languages.read.logic.LtlfReader;

/** Formulas: {@code formula:TEXT}, {@code FILE.crasp}, and by their automaton {@code ltlf:TEXT}. */
public final class FormulaKind implements ProblemKind {

  @Override
  public String plural() {
    return "formulas";
  }

  @Override
  public Class<FormulaProblem> problems() {
    return FormulaProblem.class;
  }

  @Override
  public List<String> prefixes() {
    return List.of(FormulaReader.PREFIX, LtlfReader.PREFIX);
  }

  @Override
  public Optional<Problem<?>> find(ProblemText text) throws InputException {
    Optional<String> formula = text.after(FormulaReader.PREFIX);
    if (formula.isPresent()) {
      return Optional.of(
          FormulaProblem.of(text.text(), FormulaReader.read(formula.get(), text.alphabet())));
    }
    Optional<String> ltlf = text.after(LtlfReader.PREFIX);
    if (ltlf.isPresent()) {
      RegularLanguage language = LtlfReader.read(ltlf.get(), text.alphabet());
      return Optional.of(
          new RegularProblem(language, "the LTLf formula " + ltlf.get(), "star-free"));
    }
    Optional<Path> file = text.file();
    return file.isPresent() && FormulaFiles.isFormula(file.get())
        ? Optional.of(
            FormulaProblem.of(text.fileName(), FormulaFiles.read(file.get(), text.alphabet())))
        : Optional.empty();
  }
}
