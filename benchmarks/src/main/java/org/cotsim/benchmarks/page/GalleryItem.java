package org.cotsim.benchmarks.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.cotsim.benchmarks.experiment.Executors;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.run.TracedInput;
import org.cotsim.benchmarks.experiment.sweep.Sweep;
import org.cotsim.benchmarks.experiment.sweep.SweepResult;
import org.cotsim.benchmarks.experiment.sweep.SweepRow;
import org.cotsim.benchmarks.problem.DecidedByAutomaton;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.ProblemKind;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.UnboundedRuns;
import org.cotsim.benchmarks.problem.VertexQuestions;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.Entry;
import org.cotsim.languages.catalogue.RegularEntry;
import org.cotsim.languages.catalogue.TuringEntry;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.decode.FormulaException;
import org.cotsim.simulator.decode.StepBudget;
import org.cotsim.simulator.model.Arithmetic;

/**
 * A problem of the gallery: one of the catalogue, a family of graphs, or one of a list of its own.
 *
 * @param asked the problem, as a person names it
 * @param file the name of its page
 * @param level what number of steps is enough for it
 * @param citation where it comes from; empty if nobody says
 * @param formula a sentence from which a decoder without a chain is built, if there is one
 * @param shape how long inputs are, and which budgets tell something
 */
record GalleryItem(
    AskedProblem asked,
    String file,
    Level level,
    String citation,
    Optional<String> formula,
    Shape shape) {

  private static final long SEED = 1;

  /**
   * Sizes that are small enough to be measured at once.
   *
   * @param traced the length of the shortest input that is traced
   * @param swept the length of the shortest inputs of the sweep
   * @param samples of the sweep
   * @param budgets of the sweep
   */
  record Shape(int traced, int swept, int samples, String budgets) {
    private static final Shape REGULAR = new Shape(8, 12, 40, "0,log,n/4,n/2,3n/4,n,n+1,2n");
    private static final Shape MACHINE = new Shape(6, 8, 40, "0,log,t/8,t/4,t/2,3t/4,t,2t");
    private static final Shape INSTANCE = new Shape(14, 14, 40, "0,log,t/8,t/4,t/2,3t/4,t,2t");
    private static final Shape EMPTY = new Shape(0, 0, 1, "0,t/2,t");
    private static final Shape FEW_STEPS = new Shape(8, 16, 40, "0,log/2,log-1,log,n/2,n");
    private static final Shape SMALL = new Shape(8, 8, 40, "0,log,n/2,n,2n,n^2+n");
  }

  /** Everything there is, in the order of the catalogue. */
  static List<GalleryItem> all() {
    List<GalleryItem> items = new ArrayList<>();
    for (Entry entry : Catalogue.entries()) {
      items.add(
          named(entry.name(), Level.of(entry), entry.citation(), formula(entry), shape(entry)));
    }
    for (ProblemKind kind : Problems.kinds()) {
      for (String name : kind.names()) {
        Level level = Level.of(kind.growth(name));
        Shape shape = level == Level.LOGARITHMIC ? Shape.FEW_STEPS : Shape.SMALL;
        items.add(named(name, level, kind.citation(name), Optional.empty(), shape));
      }
    }
    return items;
  }

  private static GalleryItem named(
      String name, Level level, String citation, Optional<String> formula, Shape shape) {
    return new GalleryItem(
        AskedProblem.named(name), name + ".html", level, citation, formula, shape);
  }

  private static Shape shape(Entry entry) {
    if (entry instanceof RegularEntry) {
      return Shape.REGULAR;
    }
    if (Level.of(entry) == Level.ENDLESS) {
      return Shape.EMPTY;
    }
    boolean instances = ((TuringEntry) entry).constantDepth().isEmpty(); // longer than words
    return instances ? Shape.INSTANCE : Shape.MACHINE;
  }

  private static Optional<String> formula(Entry entry) {
    return entry instanceof TuringEntry turing
        ? turing.constantDepth().flatMap(known -> known.formula())
        : Optional.empty();
  }

  /**
   * A problem of a list.
   *
   * @param place in the list, from 1
   * @throws InputException if it cannot be read
   */
  static GalleryItem own(AskedProblem asked, int place) throws InputException {
    return new GalleryItem(
        asked, "own-" + place + ".html", Level.OWN, "", Optional.empty(), shape(asked.find()));
  }

  private static Shape shape(Problem<?> problem) throws InputException {
    if (problem instanceof DecidedByAutomaton) {
      return Shape.REGULAR;
    }
    if (!(problem instanceof UnboundedRuns)) {
      return Shape.SMALL;
    }
    return problem instanceof RandomInputs<?> able && isOnlyEmpty(able)
        ? Shape.EMPTY
        : Shape.MACHINE;
  }

  private static <I> boolean isOnlyEmpty(RandomInputs<I> problem) throws InputException {
    return problem.length(problem.random(1, SEED).next()) == 0;
  }

  /** The name under which it is shown. */
  String name() {
    return asked.name();
  }

  private static ExperimentSetup setup() throws ExperimentException {
    return new ExperimentSetup(
        ConstructionOptions.defaults(),
        OptionalInt.empty(),
        Executors.named("indexed", Arithmetic.BINARY64));
  }

  /** One run, of the input that was asked for or else of one that shows much. */
  TracedInput trace() throws InputException, ExperimentException {
    return trace(asked.find());
  }

  private <I> TracedInput trace(Problem<I> problem) throws InputException, ExperimentException {
    Optional<I> given = asked.input(problem);
    if (given.isPresent()) {
      return TracedInput.of(problem, given.get(), setup());
    }
    ExampleInput<I> example = ExampleInput.of(problem, shape.traced(), SEED);
    return TracedInput.of(example.problem(), example.input(), setup());
  }

  /**
   * A small sweep, of the decoder without a chain, too, where there is one.
   *
   * @return empty for a problem without random inputs
   */
  Optional<SweepResult> sweep() throws InputException, ExperimentException, FormulaException {
    Problem<?> problem = asked.find();
    return problem instanceof RandomInputs<?> able && !isOneGraph(problem)
        ? Optional.of(sweep(problem, ExampleInput.length(able, shape.swept(), SEED)))
        : Optional.empty();
  }

  private static boolean isOneGraph(Problem<?> problem) {
    return problem instanceof VertexQuestions<?> graph && graph.namesVertices();
  }

  private SweepResult sweep(Problem<?> problem, int length)
      throws InputException, ExperimentException, FormulaException {
    ExperimentSetup setup = setup();
    Sweep sweep =
        Sweep.ofSteps(StepBudget.parseList(shape.budgets()), shape.samples(), SEED, setup);
    List<SweepRow> rows = new ArrayList<>();
    Optional<Problem<?>> atOnce = atOnce(problem);
    if (atOnce.isPresent()) {
      rows.addAll(sweep.cell(atOnce.get(), length, done -> {}));
    }
    rows.addAll(sweep.cell(problem, length, done -> {}));
    int cells = atOnce.isPresent() ? 2 : 1;
    return new SweepResult(
        Optional.empty(),
        "cot sweep %s%s --lengths %d --samples %d --budgets %s --steps-at-most %d --out DIR"
            .formatted(
                asked.onCommandLine(),
                atOnce.isPresent() ? " --by cascade,theorem1" : "",
                length,
                shape.samples(),
                shape.budgets(),
                AskedProblem.MOST_STEPS),
        setup.executor().name(),
        setup.executor().backend(),
        List.of(SEED),
        cells,
        cells,
        cells,
        List.of(),
        List.of(),
        rows.stream().map(row -> row.named(name())).toList());
  }

  private static Optional<Problem<?>> atOnce(Problem<?> problem) {
    try {
      return problem instanceof WaysToBuild<?> able && able.ways().contains(Recipe.CASCADE)
          ? Optional.of(able.by(Recipe.CASCADE))
          : Optional.empty();
    } catch (ExperimentException noSuchDecoder) {
      return Optional.empty();
    }
  }
}
