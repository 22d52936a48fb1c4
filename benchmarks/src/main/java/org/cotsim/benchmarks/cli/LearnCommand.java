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
import org.cotsim.benchmarks.experiment.AnswerText;
import org.cotsim.benchmarks.experiment.Budget;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.learn.BuiltSubject;
import org.cotsim.benchmarks.experiment.learn.FileSubject;
import org.cotsim.benchmarks.experiment.learn.Learned;
import org.cotsim.benchmarks.experiment.learn.Learning;
import org.cotsim.benchmarks.experiment.learn.Subject;
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
import org.cotsim.languages.automaton.Words;
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

  private static final int SHOWN = 20; // states that are printed

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

  /** What is learned about, what is right, and what runs. */
  private record Task(
      String name,
      Subject subject,
      Optional<RegularLanguage> right,
      Optional<Budget> budget,
      Executor executor) {}

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
    Task task = built ? ofFile() : ofProblem();
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
    if (out == null || !AtomicFiles.isStandardOutput(out)) {
      format.print(
          spec.commandLine().getOut(),
          json(task, learned, difference),
          text -> print(text, task, learned, difference));
    }
    return difference.isPresent() || !learned.complete() ? Cot.CHECK_FAILED : Cot.DONE;
  }

  private static void requireAtLeast(int least, String option, int value)
      throws ExperimentException {
    if (value < least) {
      throw new ExperimentException(option + " " + value + ": expected at least " + least);
    }
  }

  private Task ofProblem() throws InputException, ExperimentException, FormulaException {
    if (TrainedOptions.isTrained(problemOptions.text())) {
      TrainedOptions.requireNothingToBuild(spec.commandLine().getParseResult());
    }
    Problem<?> found = recipeOption.of(problemOptions.find(trained));
    WordsOverAlphabet problem = WordsOverAlphabet.of(found);
    ExperimentSetup setup = setupOptions.toSetup(found);
    Optional<Budget> budget = budgetOptions.budget();
    return new Task(
        problem.name(),
        new BuiltSubject(problem, setup, budget),
        problem.automaton(),
        budget,
        setup.executor());
  }

  private Task ofFile() throws InputException, ExperimentException, FormulaException {
    trained.requireNoneWithout(List.of(problemOptions.text()));
    recipeOption.requireUsual("a model, which is built already");
    budgetOptions.requireNothingToBuild();
    setupOptions.requireNothingToBuild(spec.commandLine().getParseResult());
    ModelFile file = ModelJson.read(ModelFileRun.path(problemOptions.text()));
    Executor executor = setupOptions.executor(file.certificate().arithmetic());
    Optional<Budget> budget = budgetOptions.budget();
    FileSubject subject =
        new FileSubject(new ReadyModel(file.assembly(), file.certificate()), budget, executor);
    return new Task(problemOptions.text(), subject, oracle(file, subject), budget, executor);
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

  private static String shown(List<String> word) {
    return AnswerText.shown(Words.format(word));
  }

  private static String answer(RegularLanguage language, List<String> word) {
    return language.dfa().accepts(word) ? "accept" : "reject";
  }

  private static void print(
      PrintWriter text, Task task, Learned learned, Optional<List<String>> difference) {
    text.println("problem   " + task.name());
    task.budget()
        .ifPresent(one -> text.println("budget    " + one.formula() + " in " + one.currency()));
    text.printf(
        "learned   %d states by %s: %d queries, %d rounds, %d words of tests; %d different words decoded%n",
        learned.language().size(),
        learned.algorithm(),
        learned.queries(),
        learned.rounds(),
        learned.tests(),
        learned.words());
    if (learned.language().size() <= SHOWN) {
      states(learned.language()).forEach(state -> text.println("          " + state));
    }
    if (!learned.complete()) {
      text.println("stopped   there is no automaton of so few states (--states-at-most)");
    }
    text.println("oracle    " + compared(task, learned, difference));
    text.println("evidence  " + learned.evidence());
    text.println("executor  " + task.executor().name() + " (" + task.executor().backend() + ")");
  }

  private static String compared(Task task, Learned learned, Optional<List<String>> difference) {
    if (task.right().isEmpty()) {
      return "none: there is no finite automaton to compare with";
    }
    RegularLanguage right = task.right().get();
    return difference.isEmpty()
        ? "the same minimal automaton of " + right.size() + " states"
        : "another automaton, of %d states; a shortest word that shows it: %s (oracle %s, learned %s)"
            .formatted(
                right.size(),
                shown(difference.get()),
                answer(right, difference.get()),
                answer(learned.language(), difference.get()));
  }

  /** The states, the initial one first: answer, and where each letter leads. */
  private static List<String> states(RegularLanguage language) {
    List<String> lines = new ArrayList<>();
    for (int state = 0; state < language.size(); state++) {
      StringBuilder line = new StringBuilder("q" + state);
      line.append(language.dfa().isAccepting(state) ? " accept" : " reject");
      for (String letter : language.alphabet()) {
        line.append("  ")
            .append(letter)
            .append(" -> q")
            .append(language.dfa().getSuccessor(state, letter));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static Map<String, Object> json(
      Task task, Learned learned, Optional<List<String>> difference) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("problem", task.name());
    task.budget()
        .ifPresent(
            one -> {
              fields.put("currency", one.currency().toString());
              fields.put("budget", one.formula().toString());
            });
    fields.put("algorithm", learned.algorithm().toString());
    fields.put("complete", learned.complete());
    fields.put("states", learned.language().size());
    fields.put("queries", learned.queries());
    fields.put("rounds", learned.rounds());
    fields.put("test_words", learned.tests());
    fields.put("words_decoded", learned.words());
    fields.put("longest_word", learned.longest());
    fields.put("oracle_states", task.right().map(RegularLanguage::size).orElse(null));
    fields.put("equal", task.right().isPresent() ? difference.isEmpty() : null);
    fields.put("difference", difference.map(Words::format).orElse(null));
    fields.put("automaton", automaton(learned.language()));
    fields.put("evidence", learned.evidence());
    fields.put("executor", task.executor().name());
    fields.put("backend", task.executor().backend());
    return fields;
  }

  private static Map<String, Object> automaton(RegularLanguage language) {
    List<Integer> accepting = new ArrayList<>();
    List<List<Integer>> next = new ArrayList<>();
    for (int state = 0; state < language.size(); state++) {
      int from = state;
      if (language.dfa().isAccepting(state)) {
        accepting.add(state);
      }
      next.add(
          language.alphabet().stream()
              .map(letter -> language.dfa().getSuccessor(from, letter))
              .toList());
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("alphabet", List.copyOf(language.alphabet()));
    fields.put("initial", 0);
    fields.put("accepting", accepting);
    fields.put("next", next);
    return fields;
  }
}
