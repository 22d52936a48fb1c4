package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.sweep.Sweep;
import org.cotsim.benchmarks.experiment.sweep.SweepResult;
import org.cotsim.benchmarks.experiment.sweep.SweepRow;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.benchmarks.report.AtomicFiles;
import org.cotsim.benchmarks.report.SweepWriter;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.decode.FormulaException;
import org.cotsim.simulator.decode.StepBudget;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures accuracy against the step budget. */
@Command(
    name = "sweep",
    description = {
      "Measures accuracy against the step budget and writes results.csv, results.json, report.md"
          + " and accuracy.svg; on request a page, a PNG picture and a PGFPlots snippet.",
      "The files are complete after every problem and length, so a sweep can be stopped."
    },
    mixinStandardHelpOptions = true)
final class SweepCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private SetupOptions setupOptions;
  @Mixin private FormatOption format;
  @Mixin private StepLimit limit;
  @Mixin private SweepPictures pictures;

  @Parameters(
      arity = "0..*",
      paramLabel = "PROBLEM",
      description =
          "Names from 'cot list', regex:EXPR, or files (default: all regular languages of the list).")
  private List<String> names = List.of();

  @Option(
      names = "--alphabet",
      paramLabel = "SYMBOLS",
      description = "The symbols of regex:EXPR, if not only those in it.")
  private String alphabet;

  @Option(
      names = "--lengths",
      split = ",",
      paramLabel = "N",
      description = "Input lengths (default: ${DEFAULT-VALUE}).",
      defaultValue = "16,64,256")
  private List<Integer> lengths;

  @Option(
      names = "--budgets",
      paramLabel = "B,...",
      description = "Step budgets, formulas in n (default: ${DEFAULT-VALUE}).",
      defaultValue = "0,log,sqrt,n/2,n,n+1,nlogn,n^2")
  private String budgets;

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

  @Override
  public Integer call() throws InputException, ExperimentException, FormulaException, IOException {
    requireSensible();
    ExperimentSetup setup = setupOptions.toSetup();
    Sweep sweep = new Sweep(StepBudget.parseList(budgets), samples, seed, setup);
    List<Problem<?>> problems = problems();
    AtomicFiles.requireWritable(out);
    SweepResult result = measure(sweep, problems);
    format.print(spec.commandLine().getOut(), json(result), text -> printText(text, result));
    return Cot.DONE;
  }

  private void requireSensible() throws ExperimentException {
    if (samples < 1) {
      throw new ExperimentException("--samples " + samples + ": expected at least 1");
    }
    for (int length : lengths) {
      if (length < 0) {
        throw new ExperimentException("--lengths " + length + ": a length is at least 0");
      }
    }
  }

  private List<Problem<?>> problems() throws InputException, ExperimentException {
    if (names.isEmpty()) {
      return Problems.regular();
    }
    List<Problem<?>> problems = new ArrayList<>();
    for (String name : names) {
      problems.add(Problems.find(name, Optional.ofNullable(alphabet), limit.steps()));
    }
    return problems;
  }

  /** Measures cell after cell; the files hold all finished cells at any time. */
  private SweepResult measure(Sweep sweep, List<Problem<?>> problems)
      throws ExperimentException, InputException, IOException {
    int planned = problems.size() * lengths.size();
    List<SweepRow> rows = new ArrayList<>();
    int finished = 0;
    SweepResult result = result(sweep, planned, finished, rows);
    AtomicInteger kept = new AtomicInteger();
    Thread interrupted = new Thread(() -> sayInterrupted(kept.get(), planned));
    Runtime.getRuntime().addShutdownHook(interrupted);
    try (ProgressLine progress =
        ProgressLine.open("sweep", OptionalLong.of((long) planned * samples))) {
      for (Problem<?> problem : problems) {
        for (int n : lengths) {
          progress.now(problem.name() + ", n = " + n);
          rows.addAll(sweep.cell(problem, n, progress));
          result = result(sweep, planned, ++finished, rows);
          SweepWriter.write(result, out);
          pictures.write(result, out);
          kept.set(finished);
        }
      }
    } finally {
      Runtime.getRuntime().removeShutdownHook(interrupted);
    }
    return result;
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
            + (finished > 0 ? " and kept in " + out : ""));
    err.flush();
  }

  private SweepResult result(Sweep sweep, int planned, int finished, List<SweepRow> rows) {
    return new SweepResult(
        CommandText.of(spec),
        sweep.setup().executor().name(),
        sweep.setup().executor().backend(),
        seed,
        planned,
        finished,
        rows);
  }

  private Map<String, Object> json(SweepResult result) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("cells", result.cellsFinished());
    fields.put("rows", result.rows().size());
    fields.put("all_right_at_claim", allRightAtClaim(result));
    fields.put("executor", result.executor());
    fields.put("backend", result.backend());
    fields.put("folder", out.toString());
    return fields;
  }

  private static boolean allRightAtClaim(SweepResult result) {
    return result.rows().stream()
        .filter(row -> row.steps() >= row.claimed())
        .allMatch(row -> row.right() == row.samples());
  }

  private void printText(PrintWriter text, SweepResult result) {
    text.printf(
        "%d problems and lengths, %d rows (%s)%n",
        result.cellsFinished(), result.rows().size(), result.backend());
    text.println(
        allRightAtClaim(result)
            ? "every sampled word was answered right at and above the claimed number of steps"
            : "NOT every sampled word was answered right at the claimed number of steps");
    String more = pictures.files().stream().map(file -> ", " + file).collect(Collectors.joining());
    text.println(
        "written to " + out + ": results.csv, results.json, report.md, accuracy.svg" + more);
  }
}
