package org.cotsim.construct;

import java.util.List;
import java.util.stream.Stream;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.turing.TuringProblem;
import org.cotsim.languages.catalogue.TuringDefinition;
import org.cotsim.languages.catalogue.TuringEntry;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.execute.nd4j.Nd4jExecutor;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Arithmetic;
import org.junit.jupiter.api.DynamicContainer;

/** A Turing machine of the catalogue beside a definition that does not use it. */
record TuringSubject(TuringProblem problem, TuringEntry entry, int longest)
    implements Subject<List<String>> {

  private static final long MOST_STEPS = 700;
  private static final long MOST_BY_DEFINITION = 120; // steps, each of them quadratic in all
  private static final long MOST_PROJECTED = 40; // the same on the wider models of proposition 1
  private static final long MOST_FORGETTING = 40; // machine steps
  private static final long MOST_TOKENS = 2_000;
  private static final int LONGEST = 9;

  static TuringSubject of(TuringEntry entry) {
    return new TuringSubject(TuringProblem.of(entry, MOST_STEPS), entry, LONGEST);
  }

  /** The same machine on words so short that an executor without an index can follow it. */
  private TuringSubject shortened(long steps) {
    int length = LONGEST;
    while (length > 1 && entry.steps().at(length) > steps) {
      length--;
    }
    return new TuringSubject(problem, entry, length);
  }

  @Override
  public String answer(List<String> word) {
    TuringDefinition definition = entry.definition();
    if (definition instanceof TuringDefinition.Decides decides) {
      return decides.language().test(word) ? "accept" : "reject";
    }
    if (definition instanceof TuringDefinition.Computes computes) {
      return computes.function().apply(word).isPresent() ? "end" : "reject";
    }
    return "accept"; // busy beavers end in their halting state
  }

  /** A machine that still runs is in no accepting state. */
  @Override
  public String forced(List<String> word, int steps) {
    return "reject";
  }

  /**
   * Every machine, for every executor, by proposition 1 for the reference, and by folded numbers.
   */
  static Stream<DynamicContainer> matrix(Stream<TuringEntry> entries) {
    return entries
        .filter(entry -> entry.steps().at(0) <= MOST_STEPS) // all but the 5-state champion
        .map(TuringSubject::of)
        .flatMap(subject -> cells(subject))
        .map(cell -> new ConstructionContract<>(cell).container());
  }

  /** Machines that halt soon, built so that their chains forget. */
  static Stream<DynamicContainer> forgetting(Stream<TuringEntry> entries) {
    return entries
        .filter(entry -> entry.steps().at(LONGEST) <= MOST_FORGETTING)
        .flatMap(TuringSubject::forgettingCells)
        .map(cell -> new ConstructionContract<>(cell).container());
  }

  private static Stream<Cell<List<String>>> forgettingCells(TuringEntry entry) {
    try {
      TuringSubject subject =
          new TuringSubject(
              TuringProblem.of(entry, MOST_TOKENS).by(Recipe.FORGETTING), entry, LONGEST);
      boolean small = entry.name().equals("binary-increment");
      Stream<Executor> executors =
          small
              ? Stream.of(new IndexedExecutor(), new ReferenceExecutor())
              : Stream.of(new IndexedExecutor());
      return executors.map(
          executor -> new Cell<>(subject, executor, ConstructionOptions.defaults()));
    } catch (ExperimentException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Stream<Cell<List<String>>> cells(TuringSubject subject) {
    ConstructionOptions options = ConstructionOptions.defaults();
    ConstructionOptions projected = options.withNorms(ConstructionOptions.Norms.PROJECTED);
    ConstructionOptions folded = options.withHash(ConstructionOptions.Hash.FOLDED);
    TuringSubject shortened = subject.shortened(MOST_BY_DEFINITION);
    TuringSubject shortest = subject.shortened(MOST_PROJECTED);
    Executor nd4j = new Nd4jExecutor(Arithmetic.BINARY64);
    return Stream.of(
        new Cell<>(shortened, new ReferenceExecutor(), options),
        new Cell<>(subject, new IndexedExecutor(), options),
        new Cell<>(subject, nd4j, options),
        new Cell<>(shortest, new ReferenceExecutor(), projected),
        new Cell<>(subject, new IndexedExecutor(), projected),
        new Cell<>(subject, new IndexedExecutor(), folded),
        new Cell<>(shortened, nd4j, folded));
  }
}
