package org.cotsim.benchmarks.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.cotsim.benchmarks.experiment.Budget;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.run.DecodedInput;
import org.cotsim.benchmarks.experiment.run.InputDecoder;
import org.cotsim.benchmarks.modelfile.ModelFile;
import org.cotsim.benchmarks.modelfile.ModelJson;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.decode.FormulaException;
import org.cotsim.simulator.execute.Executor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Decodes one word. */
@Command(
    name = "run",
    description = "Lets the decoder of a problem think about one word and answer.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ProblemOptions problemOptions;
  @Mixin private RecipeOption recipeOption;
  @Mixin private BudgetOptions budgetOptions;
  @Mixin private SetupOptions setupOptions;
  @Mixin private GraphOptions graphOptions;
  @Mixin private OutputOption output;
  @Mixin private FormatOption format;
  @Mixin private TrainedOptions trained;

  @Option(
      names = "--word",
      paramLabel = "W",
      description =
          "The word; symbols of several characters are separated by spaces, or stand in a JSON"
              + " list.")
  private String word;

  @Option(names = "--show-chain", description = "Print the chain of thought too.")
  private boolean showChain;

  @Override
  public Integer call() throws InputException, ExperimentException, FormulaException {
    String text = problemOptions.text();
    if (TrainedOptions.isTrained(text)) {
      TrainedOptions.requireNothingToBuild(spec.commandLine().getParseResult());
      return runInput(problemOptions.find(trained));
    }
    trained.requireNoneWithout(List.of(text));
    return ModelFileRun.isModel(text)
        ? runModel(text)
        : runInput(recipeOption.of(problemOptions.find(graphOptions.directed())));
  }

  private <I> int runInput(Problem<I> problem)
      throws InputException, ExperimentException, FormulaException {
    return run(problem, graphOptions.required(problem, word));
  }

  private <I> int run(Problem<I> named, I input)
      throws InputException, ExperimentException, FormulaException {
    Problem<I> problem = output.applyTo(named, input);
    ExperimentSetup setup = setupOptions.toSetup(problem);
    Optional<Budget> budget = budgetOptions.budget();
    DecodedInput result;
    try (ProgressLine progress = ProgressLine.open("run", OptionalLong.empty())) {
      progress.now(problem.name());
      result = InputDecoder.of(problem, input, budget, setup);
    }
    List<String> built =
        result.currency().isEmitted()
            ? setup.compiled(problem).notes(result.certificate())
            : List.of();
    return print(RunOutput.of(problem, built, input, result, setup.executor()));
  }

  private int runModel(String text) throws InputException, ExperimentException, FormulaException {
    graphOptions.requireNone();
    setupOptions.requireNothingToBuild(spec.commandLine().getParseResult());
    recipeOption.requireUsual("a model, which is built already");
    budgetOptions.requireNothingToBuild();
    if (output.isGiven()) {
      throw new ExperimentException("--output cannot be given for a model: its answers are fixed");
    }
    if (problemOptions.alphabet().isPresent()) {
      throw new ExperimentException(
          "--alphabet cannot be given for a model: its symbols are fixed");
    }
    ModelFile file = ModelJson.read(ModelFileRun.path(text));
    Executor executor = setupOptions.executor(file.certificate().arithmetic());
    return print(
        new ModelFileRun(file, executor, budgetOptions.budget(), problemOptions.stepLimit())
            .of(Optional.ofNullable(word)));
  }

  private int print(RunOutput report) {
    format.print(spec.commandLine().getOut(), report.json(), out -> report.print(out, showChain));
    return report.result().failed() ? Cot.CHECK_FAILED : Cot.DONE;
  }
}
