package org.cotsim.benchmarks.page;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.cotsim.benchmarks.experiment.Executors;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.run.TracedInput;
import org.cotsim.benchmarks.experiment.sweep.Sweep;
import org.cotsim.benchmarks.experiment.sweep.SweepResult;
import org.cotsim.benchmarks.experiment.sweep.SweepRow;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.ProblemKind;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.VocabularyByLength;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.Entry;
import org.cotsim.languages.catalogue.RegularEntry;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.decode.FormulaException;
import org.cotsim.simulator.decode.StepBudget;
import org.cotsim.simulator.model.Arithmetic;

/**
 * A problem of the gallery: one of the catalogue or a family of graphs.
 *
 * @param name by which {@link Problems} finds it
 * @param level what number of steps is enough for it
 * @param citation where it comes from
 * @param shape how long inputs are, and which budgets tell something
 */
record GalleryItem(String name, Level level, String citation, Shape shape) {

  private static final int MOST_STEPS = 400; // of a machine; a page shows no more
  private static final int TRIES = 20; // to find an accepted input with a long run
  private static final long SEED = 1;

  /**
   * Sizes that are small enough to be measured at once.
   *
   * @param traced the length of the input that is traced
   * @param swept the length of the inputs of the sweep
   * @param samples of the sweep
   * @param budgets of the sweep
   */
  record Shape(int traced, int swept, int samples, String budgets) {
    private static final Shape REGULAR = new Shape(8, 12, 40, "0,log,n/4,n/2,3n/4,n,n+1,2n");
    private static final Shape MACHINE = new Shape(6, 8, 40, "0,log,t/8,t/4,t/2,3t/4,t,2t");
    private static final Shape EMPTY = new Shape(0, 0, 1, "0,t/2,t");
    private static final Shape FEW_STEPS = new Shape(8, 16, 40, "0,log/2,log-1,log,n/2,n");
    private static final Shape SMALL = new Shape(8, 8, 40, "0,log,n/2,n,2n,n^2+n");
  }

  /** Everything there is, in the order of the catalogue. */
  static List<GalleryItem> all() {
    List<GalleryItem> items = new ArrayList<>();
    for (Entry entry : Catalogue.entries()) {
      Level level = Level.of(entry);
      Shape shape =
          entry instanceof RegularEntry
              ? Shape.REGULAR
              : level == Level.ENDLESS ? Shape.EMPTY : Shape.MACHINE;
      items.add(new GalleryItem(entry.name(), level, entry.citation(), shape));
    }
    for (ProblemKind kind : Problems.kinds()) {
      for (String name : kind.names()) {
        Level level = Level.of(kind.growth(name));
        Shape shape = level == Level.LOGARITHMIC ? Shape.FEW_STEPS : Shape.SMALL;
        items.add(new GalleryItem(name, level, kind.citation(name), shape));
      }
    }
    return items;
  }

  /** The name of its page. */
  String file() {
    return name + ".html";
  }

  private static ExperimentSetup setup() throws ExperimentException {
    return new ExperimentSetup(
        ConstructionOptions.defaults(),
        OptionalInt.empty(),
        Executors.named("indexed", Arithmetic.BINARY64));
  }

  /** One run, with an accepted input if one is soon found, and of these the longest run. */
  TracedInput trace() throws InputException, ExperimentException {
    return trace(Problems.find(name, Optional.empty(), MOST_STEPS));
  }

  private <I> TracedInput trace(Problem<I> named) throws InputException, ExperimentException {
    Problem<I> problem = VocabularyByLength.suited(named, shape.traced());
    Iterator<I> inputs = RandomInputs.of(problem).random(shape.traced(), SEED);
    I best = inputs.next();
    for (int i = 0; i < TRIES; i++) {
      I other = inputs.next();
      best = worth(problem.expected(other)) > worth(problem.expected(best)) ? other : best;
    }
    return TracedInput.of(problem, best, setup());
  }

  private static int worth(Expected expected) {
    return (expected.accepts() ? MOST_STEPS : 0) + expected.steps();
  }

  /** A small sweep, of the decoder without a chain, too, where there is one. */
  SweepResult sweep() throws InputException, ExperimentException, FormulaException {
    ExperimentSetup setup = setup();
    Sweep sweep =
        Sweep.ofSteps(StepBudget.parseList(shape.budgets()), shape.samples(), SEED, setup);
    Problem<?> problem = Problems.find(name, Optional.empty(), MOST_STEPS);
    boolean both =
        problem instanceof WaysToBuild<?> able
            && able.ways().contains(Recipe.CASCADE)
            && level == Level.NONE;
    List<SweepRow> rows = new ArrayList<>();
    if (both) {
      Problem<?> atOnce = WaysToBuild.built(problem, Recipe.CASCADE);
      rows.addAll(sweep.cell(atOnce, shape.swept(), done -> {}));
    }
    rows.addAll(sweep.cell(problem, shape.swept(), done -> {}));
    int cells = both ? 2 : 1;
    return new SweepResult(
        "cot sweep %s%s --lengths %d --samples %d --budgets %s --steps-at-most %d --out DIR"
            .formatted(
                name,
                both ? " --by cascade,theorem1" : "",
                shape.swept(),
                shape.samples(),
                shape.budgets(),
                MOST_STEPS),
        setup.executor().name(),
        setup.executor().backend(),
        List.of(SEED),
        cells,
        cells,
        cells,
        List.of(),
        List.of(),
        rows);
  }
}
