package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.cotsim.benchmarks.experiment.Budget;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.check.CheckPlan;
import org.cotsim.benchmarks.experiment.check.CheckResult;
import org.cotsim.benchmarks.experiment.check.DecoderCheck;
import org.cotsim.benchmarks.experiment.check.GraphCheckResult;
import org.cotsim.benchmarks.experiment.check.MachineListCheck;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.benchmarks.problem.VocabularyByLength;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.decode.FormulaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares a decoder with its oracle. */
@Command(
    name = "check",
    description = {
      "Compares every token of the decoder's chains with the machine's own run.",
      "Without a choice of words: all words up to the length where there are about 1000, and 100"
          + " random ones of length 64."
    },
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  private static final int DEFAULT_LENGTH = 64;

  @Spec private CommandSpec spec;
  @Mixin private ProblemOptions problemOptions;
  @Mixin private RecipeOption recipeOption;
  @Mixin private BudgetOptions budgetOptions;
  @Mixin private SetupOptions setupOptions;
  @Mixin private GraphOptions graphOptions;
  @Mixin private FormatOption format;
  @Mixin private TrainedOptions trained;

  @Option(names = "--exhaustive", paramLabel = "L", description = "All words up to length L.")
  private Integer exhaustive;

  @Option(
      names = "--random",
      paramLabel = "COUNT",
      description =
          "COUNT random words of length --length, half of them accepted where there"
              + " are both kinds.")
  private Integer random;

  @Option(
      names = "--length",
      paramLabel = "N",
      description = "The length of the random words (default: 64).")
  private Integer length;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The seed of the random words (default: 1).")
  private Long seed;

  @Option(
      names = "--conformance",
      paramLabel = "K",
      description = "The Wp-method's words against DFAs of up to K more states than the oracle.")
  private Integer conformance;

  @Option(
      names = "--words",
      paramLabel = "FILE",
      description = "The words of a file, one a line; - reads the standard input.")
  private Path words;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = "The right answers to --words, 1 or 0, one a line.")
  private Path labels;

  @Option(
      names = "--machines",
      paramLabel = "FILE",
      description =
          "Instead of a PROBLEM: Turing machines in the standard text, one a line; - reads the"
              + " standard input.")
  private Path machines;

  @Option(
      names = "--pairs",
      paramLabel = "FILE",
      description = "graph:FILE only: names of s and t, one pair a line (default: all pairs).")
  private Path pairs;

  @Option(
      names = "--one-pass",
      description = "Confirm the machine's chain in one parallel pass instead of decoding it.")
  private boolean onePass;

  @Override
  public Integer call() throws InputException, ExperimentException, FormulaException, IOException {
    if (machines != null) {
      recipeOption.requireUsual("a list of Turing machines");
      budgetOptions.requireNone("a list of Turing machines");
      return checkMachines();
    }
    if (GraphOptions.isGraph(problemOptions.text())) {
      recipeOption.requireUsual("graph:FILE");
      budgetOptions.requireNone("graph:FILE");
      return checkGraph();
    }
    graphOptions.requireNone();
    requireTogether(pairs != null, false, "--pairs", "graph:FILE");
    if (TrainedOptions.isTrained(problemOptions.text())) {
      TrainedOptions.requireNothingToBuild(spec.commandLine().getParseResult());
    }
    return check(recipeOption.of(problemOptions.find(trained)));
  }

  private int checkMachines() throws InputException, ExperimentException {
    boolean other = exhaustive != null || random != null || conformance != null || words != null;
    if (problemOptions.isGiven() || other || onePass) {
      throw new ExperimentException("--machines stands alone, without a PROBLEM or other inputs");
    }
    long most = problemOptions.stepLimit();
    MachineListCheck check = new MachineListCheck(setupOptions.toSetup(), most);
    MachineListCheck.Result result;
    try (ProgressLine progress = ProgressLine.open("check machines", OptionalLong.empty())) {
      result = check.run(machines, progress);
    }
    if (result.machines() == 0) {
      throw new ExperimentException(machines + ": the file holds no machine");
    }
    format.print(
        spec.commandLine().getOut(),
        CheckText.json(result),
        out -> CheckText.print(out, result, most));
    return result.wrong() == 0 ? Cot.DONE : Cot.CHECK_FAILED;
  }

  private int checkGraph() throws InputException, ExperimentException, IOException {
    if (exhaustive != null || random != null || conformance != null || words != null || onePass) {
      throw new ExperimentException(
          "graph:FILE is checked on all pairs, on --pairs, or on --source and --target");
    }
    GraphCheckRun run =
        new GraphCheckRun(
            problemOptions.text(),
            graphOptions,
            Optional.ofNullable(pairs),
            setupOptions.toSetup());
    GraphCheckResult result = run.run();
    format.print(spec.commandLine().getOut(), run.json(result), out -> run.print(out, result));
    return result.wrong() == 0 ? Cot.DONE : Cot.CHECK_FAILED;
  }

  private <I> int check(Problem<I> named)
      throws InputException, ExperimentException, FormulaException {
    Problem<I> problem = VocabularyByLength.suited(named, longest(named));
    ExperimentSetup setup = setupOptions.toSetup(problem);
    CheckPlan<I> plan = plan(problem);
    if (onePass) {
      budgetOptions.requireNone("--one-pass, which follows the whole chain");
    }
    Optional<Budget> budget = budgetOptions.budget();
    DecoderCheck<I> check =
        new DecoderCheck<>(
            problem,
            setup,
            onePass ? DecoderCheck.Mode.ONE_PASS : DecoderCheck.Mode.DECODING,
            budget);
    CheckResult result;
    try (ProgressLine progress = ProgressLine.open("check " + problem.name(), plan.size())) {
      result = check.run(plan, progress);
    }
    CheckText text =
        new CheckText(problem, budget, onePass, setup.executor(), result, plan.evidence(result));
    format.print(spec.commandLine().getOut(), text.json(), text::print);
    return result.wrong() == 0 ? Cot.DONE : Cot.CHECK_FAILED;
  }

  /** The largest length of an input that was asked for. */
  private int longest(Problem<?> problem) {
    int usual = problem instanceof RandomInputs<?> drawing ? drawing.usualLength() : 0;
    int drawn = random == null ? usual : DEFAULT_LENGTH;
    return Math.max(exhaustive == null ? 0 : exhaustive, length == null ? drawn : length);
  }

  private <I> CheckPlan<I> plan(Problem<I> problem) throws InputException, ExperimentException {
    requireTogether(
        length != null || seed != null, random != null, "--length and --seed", "--random");
    requireTogether(labels != null, words != null, "--labels", "--words");
    CheckPlan<I> plan = new CheckPlan<>(problem);
    if (exhaustive != null) {
      plan.exhaustive(exhaustive);
    }
    if (random != null) {
      plan.random(random, length == null ? DEFAULT_LENGTH : length, seed == null ? 1 : seed);
    }
    if (conformance != null) {
      plan.conformance(conformance);
    }
    if (words != null) {
      plan.words(words, labels == null ? Optional.empty() : Optional.of(labels));
    }
    return plan.orDefault();
  }

  private static void requireTogether(boolean used, boolean present, String what, String with)
      throws ExperimentException {
    if (used && !present) {
      throw new ExperimentException(what + " can be given with " + with + " only");
    }
  }
}
