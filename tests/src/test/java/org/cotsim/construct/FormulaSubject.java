package org.cotsim.construct;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cotsim.benchmarks.problem.logic.FormulaProblem;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.logic.FormulaReader;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Norms;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.execute.nd4j.Nd4jExecutor;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Arithmetic;
import org.junit.jupiter.api.DynamicContainer;

/**
 * A formula beside a definition that is none.
 *
 * @param problem with the formula
 * @param definition whether a word is in its language
 */
record FormulaSubject(FormulaProblem problem, Predicate<String> definition)
    implements Subject<List<String>> {

  static FormulaSubject of(String formula, String alphabet, Predicate<String> definition) {
    try {
      return new FormulaSubject(
          FormulaProblem.of(
              "formula:" + formula, FormulaReader.read(formula, Optional.of(alphabet))),
          definition);
    } catch (InputException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public int longest() {
    return 33;
  }

  @Override
  public String answer(List<String> word) {
    return definition.test(String.join("", word)) ? "accept" : "reject";
  }

  /** There is no smaller budget than none. */
  @Override
  public String forced(List<String> word, int steps) {
    return answer(word);
  }

  /** Every formula, for every executor, and by proposition 1 for the reference. */
  static Stream<DynamicContainer> matrix(Stream<FormulaSubject> subjects) {
    ConstructionOptions options = ConstructionOptions.defaults();
    return subjects
        .flatMap(
            subject ->
                Stream.of(
                    new Cell<>(subject, new ReferenceExecutor(), options),
                    new Cell<>(subject, new IndexedExecutor(), options),
                    new Cell<>(subject, new Nd4jExecutor(Arithmetic.BINARY64), options),
                    new Cell<>(
                        subject, new ReferenceExecutor(), options.withNorms(Norms.PROJECTED))))
        .map(cell -> new ConstructionContract<>(cell).container());
  }
}
