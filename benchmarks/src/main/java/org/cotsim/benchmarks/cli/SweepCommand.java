package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.cotsim.benchmarks.experiment.BuiltProblems;
import org.cotsim.benchmarks.experiment.sweep.CellMeter;
import org.cotsim.benchmarks.experiment.sweep.CellRunner;
import org.cotsim.benchmarks.experiment.sweep.CellThreads;
import org.cotsim.benchmarks.experiment.sweep.PlannedCell;
import org.cotsim.benchmarks.experiment.sweep.PlannedSweep;
import org.cotsim.benchmarks.experiment.sweep.Shard;
import org.cotsim.benchmarks.experiment.sweep.SweepHeader;
import org.cotsim.benchmarks.experiment.sweep.SweepPlan;
import org.cotsim.benchmarks.experiment.sweep.SweepResult;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.report.SweepJournal;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.decode.FormulaException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures accuracy against a budget. */
@Command(
    name = "sweep",
    description = {
      "Measures accuracy against the step budget, or one in another currency, and writes results.csv, results.json, report.md"
          + " and accuracy.svg, with several seeds seeds.csv; on request a page, a PNG picture and a"
          + " PGFPlots snippet.",
      "cells.jsonl keeps every problem and length, and seed, that is finished, so a sweep can be"
          + " stopped; --resume goes on where it was."
    },
    footer = {
      "",
      "An experiment file has the options as its keys, without the hyphens, and the problems:",
      "    problems: [parity, word-a5]",
      "    lengths: 16..1024*2",
      "    seeds: 1..5",
      "What it does not say may be said beside it. Names of files are those of the folder in which cot"
          + " is started.",
      "",
      "Exit status: 0 done, 1 something could not be decided and was passed over, 2 usage or input"
          + " error, or nothing could be measured."
    },
    mixinStandardHelpOptions = true)
final class SweepCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private SetupOptions setupOptions;
  @Mixin private FormatOption format;
  @Mixin private ProblemListOptions problemOptions;
  @Mixin private SweepBudgets budgets;
  @Mixin private SweepInputs inputs;
  @Mixin private SweepPictures pictures;
  @Mixin private TrainedOptions trained;

  @Parameters(
      arity = "0..*",
      paramLabel = "PROBLEM",
      description =
          "Names from 'cot list', regex:EXPR, formula:TEXT, ltlf:TEXT, files, graph:FILE.jsonl, a"
              + " graph a line, or model:FILE.onnx (default: all regular languages of the list); or"
              + " an experiment file, FILE.yaml.")
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

  @Option(names = "--out", paramLabel = "DIR", description = "The folder to write to; needed.")
  private Path out;

  @Option(
      names = "--jobs",
      paramLabel = "COUNT",
      description =
          "Measure COUNT problems and lengths at a time (default: ${DEFAULT-VALUE}); the files are"
              + " the same.",
      defaultValue = "1")
  private int jobs;

  @Option(
      names = "--shard",
      paramLabel = "I/K",
      description =
          "Measure only the I-th of K parts, such as 3/8, for 'cot merge' to put together.")
  private String shard;

  @Option(
      names = "--resume",
      description =
          "Go on with the same sweep where it was stopped or killed; the rows are those of a sweep"
              + " that was not.")
  private boolean resume;

  @Option(names = "--overwrite", description = "Replace the results that are in the folder.")
  private boolean overwrite;

  private Optional<CellRunner> elsewhere = Optional.empty();

  @Override
  public Integer call() throws InputException, ExperimentException, FormulaException, IOException {
    Optional<ExperimentFile> file = ExperimentFile.named(names, spec);
    if (file.isPresent()) {
      return again(file.get().arguments());
    }
    if (out == null) {
      throw new ParameterException(spec.commandLine(), "Missing required option: '--out=DIR'");
    }
    check();
    CellRunner runner = elsewhere.orElseGet(() -> new CellThreads(jobs));
    runner.check(words());
    PlannedSweep sweep = plan();
    PrintWriter err = spec.commandLine().getErr();
    sweep.header().leftOut().forEach(way -> err.println("cot: left out: " + way.reason()));
    SweepOutput output = new SweepOutput(out, pictures, pictures.sentences());
    return output.print(spec.commandLine(), format, measure(sweep, runner, output));
  }

  /** Has the cells measured elsewhere than in this process. */
  void measuredBy(CellRunner runner) {
    elsewhere = Optional.of(runner);
  }

  private int again(String[] words) {
    CommandLine cot = Cot.commandLine(words);
    elsewhere.ifPresent(of(cot)::measuredBy);
    return Cot.execute(cot, spec.commandLine().getOut(), spec.commandLine().getErr(), words);
  }

  /** The command among those of a command line. */
  static SweepCommand of(CommandLine cot) {
    return cot.getSubcommands().get("sweep").getCommand();
  }

  /** The command with some of its words, to be looked at and not to be run. */
  static SweepCommand of(List<String> words) {
    SweepCommand command = new SweepCommand();
    Cot.strict(new CommandLine(command)).parseArgs(words.toArray(String[]::new));
    return command;
  }

  /** Refuses options that cannot be, whatever the problems. */
  void check() throws InputException, ExperimentException, FormulaException {
    if (resume && overwrite) {
      throw new ExperimentException("--resume and --overwrite exclude each other");
    }
    if (jobs < 1) {
      throw new ExperimentException("--jobs " + jobs + ": expected at least 1");
    }
    shard();
    inputs.check();
    budgets.formulas();
    setupOptions.toSetup();
    problemOptions.check();
  }

  /** The problems of some names, under these options. */
  List<Problem<?>> find(List<String> some) throws InputException, ExperimentException {
    return problemOptions.find(some, trained);
  }

  private Optional<Shard> shard() throws ExperimentException {
    return shard == null ? Optional.empty() : Optional.of(Shard.of(shard));
  }

  /** Finds the problems and numbers the cells; measures nothing. */
  PlannedSweep plan() throws InputException, ExperimentException, FormulaException, IOException {
    BuiltProblems asked = problems();
    if (asked.problems().isEmpty()) {
      throw new ExperimentException("nothing is left to measure");
    }
    SweepPlan plan = inputs.plan(asked.problems());
    SweepHeader header =
        new SweepHeader(
            SweepAsked.of(spec, names, known()),
            CommandText.of(spec),
            plan.cells().size(),
            plan.seeds(),
            asked.leftOut().stream()
                .map(way -> new SweepHeader.Way(way.problem(), way.by(), way.reason()))
                .toList());
    CellMeter meter = new CellMeter(budgets.currency(), budgets.formulas(), setupOptions::toSetup);
    return new PlannedSweep(words(), header, plan, meter);
  }

  private List<String> words() {
    return spec.commandLine().getParseResult().originalArgs();
  }

  /** What is said of options whose values are files. */
  private List<SweepAsked.Entry> known() throws InputException, ExperimentException, IOException {
    List<SweepAsked.Entry> known = new ArrayList<>(inputs.asked());
    if (trained.vocabulary().isPresent()) {
      known.add(SweepAsked.file("--vocabulary", trained.vocabulary().get()));
    }
    for (Path file : TrainedOptions.beside(names)) {
      known.add(SweepAsked.file("file " + file, file));
    }
    return known;
  }

  /** A way that a problem does not have is said and left out, unless it was the only one asked. */
  private BuiltProblems problems() throws InputException, ExperimentException {
    trained.requireNoneWithout(names);
    if (!names.isEmpty() && names.stream().allMatch(TrainedOptions::isTrained)) {
      TrainedOptions.requireNothingToBuild(spec.commandLine().getParseResult());
    }
    List<Problem<?>> named = names.isEmpty() ? Problems.usuallySwept() : find(names);
    BuiltProblems built =
        BuiltProblems.by(named, Set.copyOf(recipes).stream().sorted().toList())
            .boughtWith(budgets.currency());
    if (built.problems().isEmpty() && built.leftOut().size() == 1) {
      throw new ExperimentException(built.leftOut().get(0).reason());
    }
    return built;
  }

  /** Measures what is not in the journal yet; the journal holds all finished cells at any time. */
  private SweepResult measure(PlannedSweep sweep, CellRunner runner, SweepOutput output)
      throws ExperimentException, IOException {
    Optional<Shard> part = shard();
    List<PlannedCell<?>> own =
        part.isPresent() ? sweep.plan().of(part.get()) : sweep.plan().cells();
    try (SweepJournal journal = SweepJournal.open(out, sweep.header(), earlier())) {
      SweepWork work = new SweepWork(journal, sweep, own, output, spec.commandLine().getErr());
      measure(work, runner);
      SweepResult result = SweepResult.of(sweep.header(), journal.cells());
      if (result.rows().isEmpty() && part.isEmpty()) {
        journal.discard();
        throw new ExperimentException(String.join("\n", result.unmeasured()));
      }
      output.write(result);
      return result;
    }
  }

  private static void measure(SweepWork work, CellRunner runner)
      throws ExperimentException, IOException {
    SweepJournal journal = work.journal();
    Set<Integer> done =
        journal.cells().stream().map(cell -> cell.cell()).collect(Collectors.toSet());
    List<PlannedCell<?>> left = new ArrayList<>(work.own());
    left.removeIf(cell -> done.contains(cell.index()));
    try {
      work.measure(left, runner);
    } catch (ExperimentException | IOException e) {
      if (journal.cells().isEmpty()) {
        journal.discard();
      }
      throw e;
    }
    journal.finish();
  }

  private SweepJournal.Earlier earlier() {
    if (resume) {
      return SweepJournal.Earlier.RESUME;
    }
    return overwrite ? SweepJournal.Earlier.OVERWRITE : SweepJournal.Earlier.REFUSE;
  }
}
