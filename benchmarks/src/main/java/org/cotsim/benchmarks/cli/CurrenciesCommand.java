package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.cotsim.benchmarks.experiment.BuiltProblems;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.LeftOut;
import org.cotsim.benchmarks.experiment.NumberList;
import org.cotsim.benchmarks.experiment.currencies.Currencies;
import org.cotsim.benchmarks.experiment.currencies.CurrencyRow;
import org.cotsim.benchmarks.experiment.currencies.CurrencyTable;
import org.cotsim.benchmarks.experiment.currencies.FloorAt;
import org.cotsim.benchmarks.page.CurrenciesPage;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.benchmarks.report.AtomicFiles;
import org.cotsim.benchmarks.report.CurrenciesWriter;
import org.cotsim.benchmarks.report.CurrencyFields;
import org.cotsim.benchmarks.report.ExchangeRates;
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
      "Measures what the same answers cost in every way they can be had: chain steps, loops of layers,"
          + " padding, continuous thoughts, context, size, multiply-adds and time, each answer checked"
          + " against the oracle.",
      "A problem is built in all ways of --by that it has; a way that does not exist is left out, with the reason."
    },
    footer = {
      "",
      "bought with: the currency of a way. claimed: the most that its construction says an answer needs"
          + " of it. observed: the least amount that was found to be enough for all sampled answers, by"
          + " running with less than claimed until one is wrong; ? if it was not found.",
      "steps, thoughts: the most intermediate tokens of an answer, those that feed a vector back apart;"
          + " each answer has to take as many as are claimed for it.",
      "loops: how often the repeated layers are applied, 1 if none is; layers and nonzeros count them"
          + " once, depth each application.",
      "padding: the tokens of a prompt that say nothing.",
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

  private static final String PAGE = "currencies.html";

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
      paramLabel = "N,...",
      description = "Input lengths, also as 8..64/8 or 8..1024*2 (default: ${DEFAULT-VALUE}).",
      defaultValue = "8,32,64")
  private String lengthList;

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
      names = "--tokens-at-most",
      paramLabel = "T",
      description =
          "Leave out what takes more tokens, prompt and chain, than this (default: ${DEFAULT-VALUE}).",
      defaultValue = "10000")
  private long tokensAtMost;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Write currencies.csv, currencies.json, currencies.md, currencies.svg and currencies.html to"
              + " this folder.")
  private Path out;

  private List<Integer> lengths;

  @Override
  public Integer call() throws InputException, ExperimentException, IOException {
    lengths = NumberList.lengths("--lengths", lengthList);
    ProblemListOptions.requireSamples(samples);
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
      AtomicFiles.write(out.resolve(PAGE), CurrenciesPage.of(table));
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
    Currencies currencies = new Currencies(samples, seed, tokensAtMost, setup);
    List<CurrencyRow> rows = new ArrayList<>();
    List<String> disagreements = new ArrayList<>();
    BuiltProblems built = BuiltProblems.inAllWays(problems);
    List<LeftOut> leftOut = new ArrayList<>(built.leftOut());
    long inputs = (long) built.problems().size() * lengths.size() * samples;
    try (ProgressLine progress = ProgressLine.open("currencies", OptionalLong.of(inputs))) {
      for (Problem<?> problem : built.problems()) {
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
        floors(currencies, problems),
        leftOut,
        disagreements);
  }

  private List<FloorAt> floors(Currencies currencies, List<Problem<?>> problems) {
    List<FloorAt> floors = new ArrayList<>();
    for (Problem<?> problem : problems) {
      for (int n : lengths) {
        try {
          floors.addAll(currencies.floors(problem, n));
        } catch (ExperimentException | InputException e) {
          // a length without inputs has no row either, and its reason is said there
        }
      }
    }
    return floors;
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
    List<ExchangeRates.Rate> rates = ExchangeRates.of(table);
    rates.forEach(rate -> text.println("rate: " + rate.sentence()));
    rates.forEach(
        rate -> rate.savesLittle().ifPresent(what -> text.println("saves little: " + what)));
    CurrencyFields.floors(table).forEach(floor -> text.println("known floor: " + floor));
    table.leftOut().forEach(what -> text.println("left out: " + what.reason()));
    text.println(CurrencyFields.headline(table));
    if (out != null) {
      text.println("written to " + out + ": currencies.csv, .json, .md, .svg and .html");
    }
  }
}
