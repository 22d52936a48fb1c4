package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.cotsim.benchmarks.experiment.BuiltProblems;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.sweep.Sweep;
import org.cotsim.benchmarks.experiment.sweep.SweepResult;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.report.CurrencyWords;
import org.cotsim.benchmarks.report.SweepJournal;
import org.cotsim.benchmarks.report.SweepWriter;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.decode.FormulaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures accuracy against a budget. */
@Command(
    name = "sweep",
    description = {
      "Measures accuracy against the step budget, or one in another currency, and writes results.csv, results.json, report.md"
          + " and accuracy.svg; on request a page, a PNG picture and a PGFPlots snippet.",
      "The files are complete after every problem and length, so a sweep can be stopped; --resume"
          + " goes on where it was, by cells.jsonl in the folder."
    },
    mixinStandardHelpOptions = true)
final class SweepCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private SetupOptions setupOptions;
  @Mixin private FormatOption format;
  @Mixin private ProblemListOptions problemOptions;
  @Mixin private SweepBudgets budgets;
  @Mixin private SweepPictures pictures;

  @Parameters(
      arity = "0..*",
      paramLabel = "PROBLEM",
      description =
          "Names from 'cot list', regex:EXPR, formula:TEXT, ltlf:TEXT, or files (default: all regular"
              + " languages of the list).")
  private List<String> names = List.of();

  @Option(
      names = RecipeOption.NAME,
      split = ",",
      paramLabel = RecipeOption.LABEL,
      description = {
        RecipeOption.WAYS,
        "Several, separated by commas, are measured side by side; a problem that has no decoder of"
            + " one of them is left out there.",
        RecipeOption.USUAL
      })
  private List<Recipe> recipes = List.of();

  @Option(
      names = "--lengths",
      split = ",",
      paramLabel = "N",
      description = "Input lengths (default: ${DEFAULT-VALUE}).",
      defaultValue = "16,64,256")
  private List<Integer> lengths;

  @Option(
      names = "--samples",
      paramLabel = "COUNT",
      description = "Words per problem and length (default: ${DEFAULT-VALUE}).",
      defaultValue = "200")
  private int samples;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The seed of the words (default: ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private long seed;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder to write to.")
  private Path out;

  @Option(
      names = "--resume",
      description =
          "Go on with the same sweep where it was stopped or killed; the rows are those of a sweep"
              + " that was not.")
  private boolean resume;

  @Option(names = "--overwrite", description = "Replace the results that are in the folder.")
  private boolean overwrite;

  @Override
  public Integer call() throws InputException, ExperimentException, FormulaException, IOException {
    requireSensible();
    ExperimentSetup setup = setupOptions.toSetup();
    Sweep sweep = new Sweep(budgets.currency(), budgets.formulas(), samples, seed, setup);
    BuiltProblems asked = problems();
    if (asked.problems().isEmpty()) {
      throw new ExperimentException("nothing is left to measure");
    }
    SweepResult result = measure(sweep, asked);
    PrintWriter err = spec.commandLine().getErr();
    result.unmeasured().forEach(reason -> err.println("cot: " + reason));
    format.print(spec.commandLine().getOut(), json(result), text -> printText(text, result));
    return result.unmeasured().isEmpty() ? Cot.DONE : Cot.BAD_INPUT;
  }

  private void requireSensible() throws ExperimentException {
    if (resume && overwrite) {
      throw new ExperimentException("--resume and --overwrite exclude each other");
    }
    ProblemListOptions.requireSizes(samples, lengths);
  }

  /** A way that a problem does not have is said and left out, unless it was the only one asked. */
  private BuiltProblems problems() throws InputException, ExperimentException {
    List<Problem<?>> named = names.isEmpty() ? Problems.usuallySwept() : problemOptions.find(names);
    BuiltProblems built =
        BuiltProblems.by(named, Set.copyOf(recipes).stream().sorted().toList())
            .boughtWith(budgets.currency());
    if (built.problems().isEmpty() && built.leftOut().size() == 1) {
      throw new ExperimentException(built.leftOut().get(0).reason());
    }
    built
        .leftOut()
        .forEach(way -> spec.commandLine().getErr().println("cot: left out: " + way.reason()));
    return built;
  }

  /** Measures cell after cell; journal and files hold all finished cells at any time. */
  private SweepResult measure(Sweep sweep, BuiltProblems asked)
      throws ExperimentException, InputException, IOException {
    List<Problem<?>> problems = asked.problems();
    int planned = problems.size() * lengths.size();
    AtomicInteger kept = new AtomicInteger();
    Thread interrupted = new Thread(() -> sayInterrupted(kept.get(), planned));
    try (SweepJournal journal = SweepJournal.open(out, SweepAsked.of(spec, names), earlier());
        ProgressLine progress =
            ProgressLine.open("sweep", OptionalLong.of((long) planned * samples))) {
      Runtime.getRuntime().addShutdownHook(interrupted);
      int done = journal.cells().size();
      progress.done((long) done * samples);
      write(result(sweep, planned, asked, journal));
      for (int i = done; i < planned; i++) {
        kept.set(i);
        journal.add(
            cell(
                sweep,
                problems.get(i / lengths.size()),
                lengths.get(i % lengths.size()),
                progress));
        write(result(sweep, planned, asked, journal));
      }
      SweepResult result = result(sweep, planned, asked, journal);
      if (result.rows().isEmpty()) {
        journal.discard();
        throw new ExperimentException(String.join("\n", result.unmeasured()));
      }
      return result;
    } finally {
      Runtime.getRuntime().removeShutdownHook(interrupted);
    }
  }

  private SweepJournal.Earlier earlier() {
    if (resume) {
      return SweepJournal.Earlier.RESUME;
    }
    return overwrite ? SweepJournal.Earlier.OVERWRITE : SweepJournal.Earlier.REFUSE;
  }

  /** One that cannot be measured does not end those after it. */
  private static SweepJournal.Cell cell(
      Sweep sweep, Problem<?> problem, int n, ProgressLine progress) throws InputException {
    progress.now(problem.name() + ", n = " + n);
    try {
      return new SweepJournal.Cell(problem.name(), n, null, sweep.cell(problem, n, progress));
    } catch (ExperimentException e) {
      return new SweepJournal.Cell(problem.name(), n, e.getMessage(), List.of());
    }
  }

  private void write(SweepResult result) throws IOException {
    if (!result.rows().isEmpty()) {
      SweepWriter.write(result, out);
      pictures.write(result, out);
    }
  }

  private void sayInterrupted(int finished, int planned) {
    PrintWriter err = spec.commandLine().getErr();
    err.println();
    err.println(
        "cot: stopped; "
            + finished
            + " of "
            + planned
            + " problems and lengths are finished"
            + (finished > 0 ? " and kept in " + out + "; --resume goes on with them" : ""));
    err.flush();
  }

  private SweepResult result(Sweep sweep, int planned, BuiltProblems asked, SweepJournal journal) {
    List<SweepJournal.Cell> cells = journal.cells();
    List<String> unmeasured =
        cells.stream().map(SweepJournal.Cell::reason).filter(Objects::nonNull).toList();
    return new SweepResult(
        CommandText.of(spec),
        sweep.setup().executor().name(),
        sweep.setup().executor().backend(),
        seed,
        planned,
        cells.size() - unmeasured.size(),
        asked.leftOut(),
        unmeasured,
        cells.stream().flatMap(cell -> cell.rows().stream()).toList());
  }

  private Map<String, Object> json(SweepResult result) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("cells", result.cellsFinished());
    fields.put("rows", result.rows().size());
    fields.put("all_right_at_claim", result.allRightAtClaim().orElse(null));
    fields.put("executor", result.executor());
    fields.put("backend", result.backend());
    fields.put("folder", out.toString());
    return fields;
  }

  private void printText(PrintWriter text, SweepResult result) {
    text.printf(
        "%d problems and lengths, %d rows (%s)%n",
        result.cellsFinished(), result.rows().size(), result.backend());
    String amount = CurrencyWords.of(result.currency()).amount();
    text.println(
        result
            .allRightAtClaim()
            .map(
                right ->
                    right
                        ? "every sampled word was answered right at and above the claimed " + amount
                        : "NOT every sampled word was answered right at the claimed " + amount)
            .orElse("no budget reached the claimed " + amount + ", so nothing is said about it"));
    String more = pictures.files().stream().map(file -> ", " + file).collect(Collectors.joining());
    text.println(
        "written to "
            + out
            + ": results.csv, results.json, report.md, accuracy.svg, cells.jsonl"
            + more);
  }
}
