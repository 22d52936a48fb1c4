package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.cotsim.benchmarks.experiment.Budget;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.learn.BuiltSubject;
import org.cotsim.benchmarks.experiment.learn.FileSubject;
import org.cotsim.benchmarks.experiment.learn.Learned;
import org.cotsim.benchmarks.experiment.learn.Learning;
import org.cotsim.benchmarks.experiment.run.ReadyModel;
import org.cotsim.benchmarks.modelfile.ModelFile;
import org.cotsim.benchmarks.modelfile.ModelJson;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.benchmarks.problem.WordsOverAlphabet;
import org.cotsim.benchmarks.report.AtomicFiles;
import org.cotsim.benchmarks.report.DotText;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.decode.FormulaException;
import org.cotsim.simulator.execute.Executor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Learns an automaton back out of a running decoder. */
@Command(
    name = "learn",
    description = {
      "Learns the automaton of what a running decoder recognises, from its answers to words alone,"
          + " and compares it with the oracle's.",
      "With too small a --budget the decoder recognises another language, and this shows which."
          + " PROBLEM is asked of words and answered by accept or reject; model:FILE learns from the"
          + " weights of a file, or from a trained model:FILE.onnx, beside the oracle of the problem"
          + " that it names.",
      "A hypothesis is tested with the words of the Wp-method (if any DFA of its size and --extra"
          + " more states is right, it is), with those of the oracle's automaton, and with random"
          + " ones. The exit status is 1 where it differs from the oracle."
    },
    mixinStandardHelpOptions = true)
final class LearnCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ProblemOptions problemOptions;
  @Mixin private TrainedOptions trained;
  @Mixin private RecipeOption recipeOption;
  @Mixin private BudgetOptions budgetOptions;
  @Mixin private SetupOptions setupOptions;
  @Mixin private FormatOption format;

  @Option(
      names = "--algorithm",
      paramLabel = "ttt|lstar",
      description = "How hypotheses are made (default: ttt).")
  private Learning.Algorithm algorithm = Learning.Algorithm.TTT;

  @Option(
      names = "--extra",
      paramLabel = "K",
      description = "Test against DFAs of up to K more states than the hypothesis (default: 1).")
  private int extra = 1;

  @Option(
      names = "--random",
      paramLabel = "COUNT",
      description = "Test with COUNT random words as well, of up to 32 letters (default: 1000).")
  private int random = 1000;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The seed of the random words (default: 1).")
  private long seed = 1;

  @Option(
      names = "--states-at-most",
      paramLabel = "M",
      description = "Give up on a hypothesis of more than M states (default: 200).")
  private int most = 200;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the automaton in DOT; a problem can be read from it, as FILE.dot.")
  private Path out;

  @Override
  public Integer call() throws InputException, ExperimentException, FormulaException, IOException {
    requireAtLeast(0, "--extra", extra);
    requireAtLeast(0, "--random", random);
    requireAtLeast(1, "--states-at-most", most);
    if (out != null) {
      AtomicFiles.requireWritableFile(out);
    }
    String problem = problemOptions.text();
    boolean built = ModelFileRun.isModel(problem) && !TrainedOptions.isTrained(problem);
    LearnTask task = built ? ofFile() : ofProblem();
    Learned learned;
    try (ProgressLine progress = ProgressLine.open("learn " + task.name(), OptionalLong.empty())) {
      learned =
          new Learning(algorithm, extra, random, seed, most)
              .run(task.name(), task.subject(), task.right(), progress);
    }
    if (out != null) {
      AtomicFiles.write(out, DotText.of(learned.language()));
    }
    Optional<List<String>> difference = task.right().flatMap(learned::difference);
    LearnedText said = new LearnedText(task, learned, difference);
    if (out == null || !AtomicFiles.isStandardOutput(out)) {
      format.print(spec.commandLine().getOut(), said.json(), said::print);
    }
    return difference.isPresent() || !learned.complete() ? Cot.CHECK_FAILED : Cot.DONE;
  }

  private static void requireAtLeast(int least, String option, int value)
      throws ExperimentException {
    if (value < least) {
      throw new ExperimentException(option + " " + value + ": expected at least " + least);
    }
  }

  private LearnTask ofProblem() throws InputException, ExperimentException, FormulaException {
    if (TrainedOptions.isTrained(problemOptions.text())) {
      TrainedOptions.requireNothingToBuild(spec.commandLine().getParseResult());
    }
    Problem<?> found = recipeOption.of(problemOptions.find(trained));
    WordsOverAlphabet problem = WordsOverAlphabet.of(found);
    ExperimentSetup setup = setupOptions.toSetup(found);
    Optional<Budget> budget = budgetOptions.budget();
    return new LearnTask(
        problem.name(),
        new BuiltSubject(problem, setup, budget),
        problem.automaton(),
        budget,
        setup.executor());
  }

  private LearnTask ofFile() throws InputException, ExperimentException, FormulaException {
    trained.requireNoneWithout(List.of(problemOptions.text()));
    recipeOption.requireUsual("a model, which is built already");
    budgetOptions.requireNothingToBuild();
    setupOptions.requireNothingToBuild(spec.commandLine().getParseResult());
    ModelFile file = ModelJson.read(ModelFileRun.path(problemOptions.text()));
    Executor executor = setupOptions.executor(file.certificate().arithmetic());
    Optional<Budget> budget = budgetOptions.budget();
    FileSubject subject =
        new FileSubject(new ReadyModel(file.assembly(), file.certificate()), budget, executor);
    return new LearnTask(problemOptions.text(), subject, oracle(file, subject), budget, executor);
  }

  /** The automaton of the problem that a file names; empty if it has none over the same letters. */
  private static Optional<RegularLanguage> oracle(ModelFile file, FileSubject subject)
      throws InputException {
    try {
      return Problems.find(file.problem(), file.alphabet(), 1) instanceof WordsOverAlphabet words
          ? words
              .automaton()
              .filter(
                  right -> List.copyOf(right.alphabet()).equals(List.copyOf(subject.alphabet())))
          : Optional.empty();
    } catch (InputException e) {
      return Optional.empty(); // a file that is not here any more
    }
  }
}
