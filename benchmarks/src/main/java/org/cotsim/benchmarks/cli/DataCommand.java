package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import org.cotsim.benchmarks.experiment.NumberList;
import org.cotsim.benchmarks.experiment.data.Corruption;
import org.cotsim.benchmarks.experiment.data.DataCell;
import org.cotsim.benchmarks.experiment.data.DataRequest;
import org.cotsim.benchmarks.experiment.data.DataSet;
import org.cotsim.benchmarks.experiment.data.DataSummary;
import org.cotsim.benchmarks.experiment.data.DisagreementException;
import org.cotsim.benchmarks.experiment.data.Splits;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.report.DataFields;
import org.cotsim.benchmarks.report.DataFolder;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.decode.FormulaException;
import org.cotsim.simulator.decode.StepBudget;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes inputs, chains and answers for people who train models. */
@Command(
    name = "data",
    description = {
      "Writes inputs, chains of thought and answers for training and testing models: a folder of"
          + " train.jsonl, validation.jsonl and test.jsonl that Hugging Face's datasets loads, with a"
          + " card and the vocabulary.",
      "Inputs are those of 'cot sweep' with the same seed, as many accepted as rejected where both"
          + " exist. No input is in two parts. The same command writes the same bytes."
    },
    footer = {
      "",
      "A plain line has problem, input, n, budget, chain, answer, label, and first_wrong where the chain"
          + " was corrupted: the first step, from 1, that differs from the right chain. answer is the one"
          + " given, label the right one. 'cot grade' reads these files.",
      "",
      "Exit status: 0 done, 1 the decoder and the oracle disagree, 2 usage or input error; with 1 and 2"
          + " nothing is written."
    },
    mixinStandardHelpOptions = true)
final class DataCommand implements Callable<Integer> {

  /** How tokens are written. */
  enum Tokens {
    TEXT,
    IDS
  }

  @Spec private CommandSpec spec;
  @Mixin private ProblemListOptions problemOptions;
  @Mixin private RecipeOption recipe;
  @Mixin private SetupOptions setup;
  @Mixin private FormatOption format;

  @Parameters(
      arity = "1..*",
      paramLabel = "PROBLEM",
      description =
          "Names from 'cot list', regex:EXPR, formula:TEXT, ltlf:TEXT, or files (see 'cot --help').")
  private List<String> names;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder to write; it appears when all is written.")
  private Path out;

  @Option(
      names = "--lengths",
      paramLabel = "N,...",
      description = "Input lengths, also as 8..64/8 or 8..1024*2 (default: ${DEFAULT-VALUE}).",
      defaultValue = "16")
  private String lengthList;

  @Option(
      names = "--test-lengths",
      paramLabel = "N,...",
      description = "Further lengths, whose inputs are all in the test part.")
  private String testLengthList;

  @Option(
      names = "--samples",
      paramLabel = "COUNT",
      description = "Inputs per problem and length (default: ${DEFAULT-VALUE}).",
      defaultValue = "1000")
  private int samples;

  @Option(
      names = "--budgets",
      paramLabel = "B,...",
      description =
          "Step budgets, formulas in n, and in t, the steps of the right chain: an example of every"
              + " input for each. Smaller ones cut the chain; 0 is the answer without a chain"
              + " (default: ${DEFAULT-VALUE}).",
      defaultValue = "t")
  private String budgets;

  @Option(
      names = "--forced",
      paramLabel = "right|decoder",
      description =
          "The answer where the chain is cut: the right one (default), or the one that the hand-built"
              + " decoder is forced to give, which may be wrong.")
  private DataRequest.Forced forced = DataRequest.Forced.RIGHT;

  @Option(
      names = "--corrupt",
      paramLabel = "SHARE",
      description =
          "The share of examples whose chain goes wrong, among those that have one, 0 to 1 (default:"
              + " 0).")
  private double corrupt;

  @Option(
      names = "--corruptions",
      split = ",",
      paramLabel = "KIND",
      description =
          "How chains go wrong: substitute, drop or repeat a token, or stop too early (default: all"
              + " four, equally often).")
  private List<Corruption> corruptions = Corruption.all();

  @Option(
      names = "--splits",
      paramLabel = "PERCENT,...",
      description = "Per cent of inputs for train,validation,test (default: ${DEFAULT-VALUE}).",
      defaultValue = "80,10,10")
  private String splits;

  @Option(
      names = "--form",
      paramLabel = "plain|chat",
      description = "Plain lines (default), or conversations in messages.")
  private DataSummary.Form form = DataSummary.Form.PLAIN;

  @Option(
      names = "--tokens",
      paramLabel = "text|ids",
      description = "Tokens as texts (default) or numbers; plain lines only.")
  private Tokens tokens = Tokens.TEXT;

  @Option(
      names = "--check",
      paramLabel = "COUNT",
      description =
          "Let the hand-built decoder decode the first COUNT inputs of each problem and length too"
              + " (default: ${DEFAULT-VALUE}).",
      defaultValue = "10")
  private int check;

  @Option(
      names = "--license",
      paramLabel = "ID",
      description = "The license that the card names (default: ${DEFAULT-VALUE}).",
      defaultValue = "cc0-1.0")
  private String license;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The seed of all choices (default: ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private long seed;

  @Option(names = "--overwrite", description = "Replace the data set that is in the folder.")
  private boolean overwrite;

  private List<Integer> lengths;
  private List<Integer> testLengths;

  @Override
  public Integer call() throws InputException, ExperimentException, FormulaException, IOException {
    lengths = NumberList.lengths("--lengths", lengthList);
    testLengths =
        testLengthList == null ? List.of() : NumberList.lengths("--test-lengths", testLengthList);
    requireSensible();
    DataRequest request = request();
    List<Problem<?>> problems = new ArrayList<>();
    for (Problem<?> problem : problemOptions.find(names)) {
      problems.add(recipe.of(problem));
    }
    try {
      print(write(request, problems));
      return Cot.DONE;
    } catch (DisagreementException e) {
      spec.commandLine().getErr().println("cot: " + Failures.printable(e.getMessage()));
      return Cot.CHECK_FAILED;
    }
  }

  private DataRequest request() throws ExperimentException, FormulaException {
    return new DataRequest(
        StepBudget.parseList(budgets),
        samples,
        Splits.of(percent(), Set.copyOf(testLengths), seed),
        corrupt,
        corruptions,
        forced,
        check,
        seed,
        setup.toSetup());
  }

  private List<Integer> percent() throws ExperimentException {
    List<Integer> percent = new ArrayList<>();
    for (String part : splits.split(",", -1)) {
      if (!part.strip().matches("\\d{1,3}")) {
        throw new ExperimentException(
            "--splits %s: expected three whole numbers with the sum 100, such as 80,10,10"
                .formatted(splits));
      }
      percent.add(Integer.valueOf(part.strip()));
    }
    return percent;
  }

  private void requireSensible() throws ExperimentException {
    ProblemListOptions.requireSamples(samples);
    Set<Integer> both = new HashSet<>(lengths);
    both.retainAll(testLengths);
    if (!both.isEmpty()) {
      throw new ExperimentException(
          "--test-lengths %d: it is in --lengths too".formatted(both.iterator().next()));
    }
    if (!(corrupt >= 0 && corrupt <= 1)) {
      throw new ExperimentException("--corrupt " + corrupt + ": expected a share from 0 to 1");
    }
    if (check < 0) {
      throw new ExperimentException("--check " + check + ": expected at least 0");
    }
    if (form == DataSummary.Form.CHAT && tokens == Tokens.IDS) {
      throw new ExperimentException("--tokens ids: conversations have texts; use --form plain");
    }
    if (!license.matches("[A-Za-z0-9][A-Za-z0-9.+-]*")) {
      throw new ExperimentException(
          "--license " + license + ": expected an identifier such as cc0-1.0 or apache-2.0");
    }
  }

  private DataSummary write(DataRequest request, List<Problem<?>> problems)
      throws InputException, ExperimentException, IOException, DisagreementException {
    List<Integer> all = new ArrayList<>(lengths);
    all.addAll(testLengths);
    DataSet data = new DataSet(request);
    List<DataCell> cells = new ArrayList<>();
    long inputs = (long) problems.size() * all.size() * samples;
    try (DataFolder folder = DataFolder.begin(out, overwrite, form, tokens == Tokens.IDS);
        ProgressLine progress = ProgressLine.open("data", OptionalLong.of(inputs))) {
      for (Problem<?> problem : problems) {
        for (int n : all) {
          progress.now(problem.name() + ", n = " + n);
          cells.add(data.cell(problem, n, folder, progress));
        }
      }
      DataSummary summary =
          new DataSummary(
              CommandText.of(spec),
              Cot.VERSION,
              license,
              form,
              tokens == Tokens.IDS,
              seed,
              cells,
              folder.files(),
              folder.vocabularies());
      folder.finish(summary);
      return summary;
    }
  }

  private void print(DataSummary data) {
    PrintWriter err = spec.commandLine().getErr();
    data.notes().forEach(note -> err.println("cot: " + Failures.printable(note)));
    format.print(spec.commandLine().getOut(), DataFields.json(data), text -> print(text, data));
  }

  private void print(PrintWriter text, DataSummary data) {
    TextTable.print(text, DataFields.text(data), 1);
    text.println();
    text.println(data.examples() + " examples; " + data.evidence());
    for (DataSummary.DataFile file : data.files()) {
      text.printf("%-18s %d examples, SHA-256 %s%n", file.name(), file.examples(), file.sha256());
    }
    text.println("written to " + out);
  }
}
