package org.cotsim.benchmarks.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cotsim.benchmarks.experiment.ExperimentException;
import org.cotsim.benchmarks.experiment.GraphProblem;
import org.cotsim.benchmarks.experiment.Problem;
import org.cotsim.benchmarks.experiment.RunResult;
import org.cotsim.benchmarks.experiment.Setup;
import org.cotsim.benchmarks.experiment.SingleRun;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.GraphFile;
import org.cotsim.simulator.decode.FormulaException;
import org.cotsim.simulator.decode.Outcome;
import org.cotsim.simulator.decode.StepBudget;
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
  @Mixin private SetupOptions setupOptions;
  @Mixin private GraphOptions graphOptions;
  @Mixin private FormatOption format;

  @Option(
      names = "--word",
      paramLabel = "W",
      description = "The word; symbols of several characters are separated by spaces.")
  private String word;

  @Option(
      names = "--budget",
      paramLabel = "B",
      description = "Intermediate tokens at most, a formula in n (default: as many as claimed).")
  private String budget;

  @Option(names = "--show-chain", description = "Print the chain of thought too.")
  private boolean showChain;

  @Override
  public Integer call() throws InputException, ExperimentException, FormulaException {
    String text = problemOptions.text();
    if (GraphOptions.isGraph(text) && word == null) {
      GraphFile file = graphOptions.read(text);
      return run(GraphProblem.of(file), graphOptions.question(file));
    }
    graphOptions.requireNone();
    if (word == null) {
      throw new ExperimentException("--word is missing");
    }
    return runWord(problemOptions.find());
  }

  private <I> int runWord(Problem<I> problem)
      throws InputException, ExperimentException, FormulaException {
    return run(problem, problem.parse(word));
  }

  private <I> int run(Problem<I> problem, I input)
      throws InputException, ExperimentException, FormulaException {
    Setup setup = setupOptions.toSetup();
    Optional<StepBudget> steps =
        budget == null ? Optional.empty() : Optional.of(StepBudget.parse(budget));
    RunResult result = SingleRun.of(problem, input, steps, setup);
    format.print(
        spec.commandLine().getOut(),
        json(problem, input, result, setup),
        out -> printText(out, problem, input, result, setup));
    return result.failed() ? Cot.CHECK_FAILED : Cot.DONE;
  }

  private <I> Map<String, Object> json(Problem<I> problem, I input, RunResult result, Setup setup) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("problem", problem.name());
    fields.put("input", problem.format(input));
    fields.put("n", result.n());
    fields.put("budget", result.budget());
    fields.put("needed_steps", result.needed().isPresent() ? result.needed().getAsLong() : null);
    fields.put("steps", result.chain().size());
    fields.put("chain", result.chain());
    fields.put("answer", result.answer().orElse(null));
    fields.put("outcome", inWords(result.outcome()));
    fields.put("oracle", result.oracle().orElse(null));
    fields.put("right", result.right());
    fields.put("executor", setup.executor().name());
    fields.put("backend", setup.executor().backend());
    fields.put("compiled_for", result.certificate().maxLength());
    fields.put("certified", result.certificate().holds());
    fields.put("notes", problem.notes());
    return fields;
  }

  private <I> void printText(
      PrintWriter out, Problem<I> problem, I input, RunResult result, Setup setup) {
    problem.notes().forEach(note -> out.println("note      " + note));
    out.println("problem   " + problem.name() + ": " + problem.summary());
    out.println("input     " + shown(problem.format(input)) + " (n = " + result.n() + ")");
    if (showChain) {
      out.println("chain     " + String.join(" ", result.chain()));
    }
    out.println("outcome   " + sentence(result));
    out.println(
        "answer    "
            + result.answer().orElse("none")
            + "; the oracle says "
            + result.oracle().orElse("nothing within the budget")
            + (result.right() || result.oracle().isEmpty() ? "" : " (WRONG)"));
    out.println("executor  " + setup.executor().name() + " (" + setup.executor().backend() + ")");
    out.println(
        "model     compiled for n <= "
            + result.certificate().maxLength()
            + (result.certificate().holds() ? ", certified" : ", NOT certified"));
  }

  private static String shown(String input) {
    return input.isEmpty() ? "the empty word" : input;
  }

  private static String inWords(Outcome outcome) {
    if (outcome instanceof Outcome.Answered) {
      return "answered";
    }
    if (outcome instanceof Outcome.RanOn) {
      return "endless answer";
    }
    return outcome instanceof Outcome.BudgetSpent ? "budget spent" : "tied";
  }

  private static String sentence(RunResult result) {
    int steps = result.chain().size();
    String emitted = steps + (steps == 1 ? " intermediate token" : " intermediate tokens");
    if (result.outcome() instanceof Outcome.Answered) {
      return "answered by itself after " + emitted;
    }
    if (result.outcome() instanceof Outcome.BudgetSpent) {
      String needed =
          result.needed().isPresent() ? " of " + result.needed().getAsLong() + " needed" : "";
      return "budget spent after " + emitted + needed + "; the answer is forced";
    }
    return result.outcome() instanceof Outcome.RanOn
        ? "no answer: it went on without an end after " + emitted
        : "no answer: several tokens tied after " + emitted;
  }
}
