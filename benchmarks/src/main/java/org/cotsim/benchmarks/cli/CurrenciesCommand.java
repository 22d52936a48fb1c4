package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.currencies.Currencies;
import org.cotsim.benchmarks.experiment.currencies.CurrencyRow;
import org.cotsim.benchmarks.experiment.currencies.CurrencyTable;
import org.cotsim.benchmarks.experiment.currencies.CurrencyTable.LeftOut;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.benchmarks.report.AtomicFiles;
import org.cotsim.benchmarks.report.CurrenciesWriter;
import org.cotsim.benchmarks.report.CurrencyFields;
import org.cotsim.languages.input.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures what the same answers cost in every way they can be had. */
@Command(
    name = "currencies",
    description = {
      "Measures what the same answers cost in every way they can be had: chain steps, loops of a"
          + " layer, context, size, multiply-adds and time, each answer checked against the oracle.",
      "A problem is built in all ways of --by that it has; a way that does not exist is left out, with the reason."
    },
    footer = {
      "",
      "steps: the most intermediate tokens of an answer; each answer has to take as many as are"
          + " claimed for it.",
      "loops: how often the repeated layer is applied, 1 if none is; layers and nonzeros count it"
          + " once, so layers - 1 + loops are passed through.",
      "padding, thoughts: 0, as no decoder has any yet.",
      "context: the most tokens that a decoder saw, prompt and chain.",
      "operations: the multiply-adds of an answer with that context, counted from the weights: each"
          + " non-zero once for every token and application of its layer, as many as a head's key"
          + " and value have components for every pair of a token and a position that it sees, and"
          + " the output map for every token emitted. The indexed executor looks at fewer pairs.",
      "seconds: the median wall time of an answer, prompt and chain, one at a time, after a quarter of"
          + " a second of warm-up.",
      "",
      "Exit status: 0 done, 1 an answer was wrong or did not take the steps claimed, 2 usage or"
          + " input error, or a problem without any row at a length."
    },
    mixinStandardHelpOptions = true)
final class CurrenciesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private SetupOptions setupOptions;
  @Mixin private FormatOption format;
  @Mixin private ProblemListOptions problemOptions;

  @Parameters(
      arity = "1..*",
      paramLabel = "PROBLEM",
      description =
          "Names from 'cot list', regex:EXPR, formula:TEXT, ltlf:TEXT, or files (see 'cot --help').")
  private List<String> names;

  @Option(
      names = "--lengths",
      split = ",",
      paramLabel = "N",
      description = "Input lengths (default: ${DEFAULT-VALUE}).",
      defaultValue = "8,32,128")
  private List<Integer> lengths;

  @Option(
      names = "--samples",
      paramLabel = "COUNT",
      description = "Inputs per problem and length (default: ${DEFAULT-VALUE}).",
      defaultValue = "20")
  private int samples;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The seed of the inputs (default: ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Write currencies.csv, currencies.json, currencies.md and currencies.svg to this folder.")
  private Path out;

  @Override
  public Integer call() throws InputException, ExperimentException, IOException {
    ProblemListOptions.requireSizes(samples, lengths);
    ExperimentSetup setup = setupOptions.toSetup();
    List<Problem<?>> problems = problemOptions.find(names);
    if (out != null) {
      AtomicFiles.requireWritable(out);
    }
    CurrencyTable table = measure(problems, setup);
    List<String> missing = missing(table, problems);
    if (table.rows().isEmpty()) {
      throw new ExperimentException(String.join("\n", missing));
    }
    if (out != null) {
      CurrenciesWriter.write(table, out);
    }
    PrintWriter err = spec.commandLine().getErr();
    missing.forEach(reason -> err.println("cot: " + reason));
    format.print(
        spec.commandLine().getOut(), CurrencyFields.json(table), text -> print(text, table));
    if (!table.allAsClaimed()) {
      return Cot.CHECK_FAILED;
    }
    return missing.isEmpty() ? Cot.DONE : Cot.BAD_INPUT;
  }

  private CurrencyTable measure(List<Problem<?>> problems, ExperimentSetup setup) {
    Currencies currencies = new Currencies(samples, seed, setup);
    List<CurrencyRow> rows = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    List<String> disagreements = new ArrayList<>();
    List<Problem<?>> built = inAllWays(problems, leftOut);
    long inputs = (long) built.size() * lengths.size() * samples;
    try (ProgressLine progress = ProgressLine.open("currencies", OptionalLong.of(inputs))) {
      for (Problem<?> problem : built) {
        for (int n : lengths) {
          progress.now(problem.name() + ", n = " + n);
          try {
            Currencies.Measured measured = currencies.row(problem, n, progress);
            rows.add(measured.row());
            measured.disagreement().ifPresent(disagreements::add);
          } catch (ExperimentException | InputException e) {
            leftOut.add(leftOut(problem, OptionalInt.of(n), e));
          }
        }
      }
    }
    return new CurrencyTable(
        CommandText.of(spec),
        setup.executor().name(),
        setup.executor().backend(),
        seed,
        samples,
        rows,
        leftOut,
        disagreements);
  }

  private static List<Problem<?>> inAllWays(List<Problem<?>> problems, List<LeftOut> leftOut) {
    List<Problem<?>> built = new ArrayList<>();
    for (Problem<?> problem : problems) {
      if (!(problem instanceof WaysToBuild<?> ways)) {
        built.add(problem);
        continue;
      }
      for (Recipe recipe : ways.ways()) {
        try {
          built.add(ways.by(recipe));
        } catch (ExperimentException e) {
          leftOut.add(
              new LeftOut(ways.subject(), recipe.toString(), OptionalInt.empty(), e.getMessage()));
        }
      }
    }
    return built;
  }

  private static LeftOut leftOut(Problem<?> problem, OptionalInt n, Exception why) {
    return new LeftOut(WaysToBuild.subject(problem), WaysToBuild.way(problem), n, why.getMessage());
  }

  /** Why some problem has no row at some length. */
  private List<String> missing(CurrencyTable table, List<Problem<?>> problems) {
    List<String> reasons = new ArrayList<>();
    for (Problem<?> problem : problems) {
      for (int n : lengths) {
        table.whyNone(WaysToBuild.subject(problem), n).ifPresent(reasons::add);
      }
    }
    return reasons;
  }

  private void print(PrintWriter text, CurrencyTable table) {
    text.printf("%d inputs a row, seed %d (%s)%n%n", samples, seed, table.backend());
    TextTable.print(text, CurrencyFields.text(table), 2);
    text.println();
    table.leftOut().forEach(what -> text.println("left out: " + what.reason()));
    text.println(CurrencyFields.headline(table));
    if (out != null) {
      text.println("written to " + out + ": currencies.csv, .json, .md and .svg");
    }
  }
}
