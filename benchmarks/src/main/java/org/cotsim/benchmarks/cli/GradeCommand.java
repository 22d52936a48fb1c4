package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.cotsim.benchmarks.experiment.OwnExecutor;
import org.cotsim.benchmarks.experiment.grade.AnswerFile;
import org.cotsim.benchmarks.experiment.grade.Completion;
import org.cotsim.benchmarks.experiment.grade.GradeResult;
import org.cotsim.benchmarks.experiment.grade.GradeRow;
import org.cotsim.benchmarks.experiment.grade.GradeTally;
import org.cotsim.benchmarks.experiment.grade.Graded;
import org.cotsim.benchmarks.experiment.grade.Grader;
import org.cotsim.benchmarks.experiment.trained.Answering;
import org.cotsim.benchmarks.page.GradePage;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.report.AtomicFiles;
import org.cotsim.benchmarks.report.CompletionLines;
import org.cotsim.benchmarks.report.GradeFields;
import org.cotsim.benchmarks.report.GradeWriter;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.decode.FormulaException;
import org.cotsim.simulator.decode.StepBudget;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Grades what a model said. */
@Command(
    name = "grade",
    description = {
      "Grades a model's completions token by token: is the answer right, is the chain right, which"
          + " step is the first wrong one and what was expected there."
    },
    footer = {
      "",
      "FILE has one JSON object a line: the lines of 'cot data', plain or chat, with the model's chain and"
          + " answer, or a text in \"completion\"; or samples_*.jsonl of lm-evaluation-harness"
          + " (--log_samples; resps is graded, filters are not). Or it is a log of Inspect, .json or .eval."
          + " The question has to have the input: as a key \"input\" of the line, of doc or of metadata,"
          + " or as a line \"Input: ...\" of the prompt.",
      "",
      "A completion is a chain and below it 'Final answer: ANSWER'. Usual other spellings are read and"
          + " counted; a word that is no token is a wrong step; what cannot be read counts as wrong and is"
          + " named.",
      "",
      "Exit status: 0 graded, 2 usage or input error."
    },
    mixinStandardHelpOptions = true)
final class GradeCommand implements Callable<Integer> {

  private static final String PAGE = "transcripts.html";
  private static final int SHOWN_ROWS = 24;
  private static final int SHOWN_STEPS = 10;

  @Spec private CommandSpec spec;
  @Mixin private ProblemOptions problemOptions;
  @Mixin private RecipeOption recipe;
  @Mixin private FormatOption format;

  @Mixin private TrainedOptions trained;

  @Option(
      names = "--answers",
      paramLabel = "FILE",
      description = "The completions; needed, but for a model:FILE.onnx.")
  private Path answers;

  @Option(
      names = "--questions",
      paramLabel = "FILE",
      description =
          "model:FILE.onnx only, instead of --answers: the questions, in the same forms; the model"
              + " answers each under its own budget, whatever FILE says.")
  private Path questions;

  @Option(
      names = "--budget",
      paramLabel = "B",
      description =
          "The intermediate tokens allowed where a completion does not say, a formula in n (default: as"
              + " many as the right chain has).")
  private String budget;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Write grades.csv, grades.json, grades.md, grades.svg, completions.csv with a line for each"
              + " completion, and transcripts.html, a page that shows transcripts beside the right"
              + " chains, to this folder.")
  private Path out;

  @Override
  public Integer call() throws InputException, ExperimentException, FormulaException, IOException {
    if (out != null) {
      AtomicFiles.requireWritable(out);
    }
    requireOneFile();
    Problem<?> problem = recipe.of(problemOptions.find(trained));
    GradeResult grades;
    if (out == null) {
      grades = grade(problem, one -> {});
    } else {
      try (CompletionLines lines = CompletionLines.open()) {
        grades = grade(problem, lines::add);
        GradeWriter.write(grades, out);
        lines.write(out);
        AtomicFiles.write(out.resolve(PAGE), GradePage.of(grades));
      }
    }
    format.print(
        spec.commandLine().getOut(), GradeFields.json(grades), text -> print(text, grades));
    return Cot.DONE;
  }

  private void requireOneFile() throws ExperimentException {
    boolean model = TrainedOptions.isTrained(problemOptions.text());
    if (model) {
      TrainedOptions.requireNothingToBuild(spec.commandLine().getParseResult());
    }
    if (questions != null && (!model || answers != null)) {
      throw new ExperimentException(
          "--questions can be given "
              + (model ? "instead of --answers, not beside it" : "with model:FILE.onnx only"));
    }
    if (questions == null && answers == null) {
      throw new ParameterException(
          spec.commandLine(),
          "Missing required option: '--answers=FILE'" + (model ? " or '--questions=FILE'" : ""));
    }
  }

  private <I> GradeResult grade(Problem<I> problem, CompletionLines.Sink lines)
      throws InputException, ExperimentException, FormulaException, IOException {
    Grader<I> grader =
        new Grader<>(
            problem, budget == null ? Optional.empty() : Optional.of(StepBudget.parse(budget)));
    Path read = questions == null ? answers : questions;
    GradeTally tally = new GradeTally();
    try (AnswerFile file = AnswerFile.open(read);
        ProgressLine progress = ProgressLine.open("grade", OptionalLong.empty())) {
      List<Completion> some = some(file, problem, grader);
      while (!some.isEmpty()) {
        for (Completion completion : some) {
          if (grader.isMine(completion)) {
            Graded one = grader.grade(completion);
            tally.add(one);
            lines.add(one);
          } else {
            tally.passOver("completions of other problems", 1);
          }
          progress.done(1);
        }
        some = some(file, problem, grader);
      }
      file.passedOver().forEach(tally::passOver);
      if (tally.graded() == 0) {
        throw new ExperimentException(read + " has no completion of " + problem.name());
      }
      return tally.result(
          CommandText.of(spec), problem.name(), problem.summary(), form(file, problem));
    }
  }

  /** The next completions, answered by the model if that is asked; none at the end. */
  private <I> List<Completion> some(AnswerFile file, Problem<I> problem, Grader<I> grader)
      throws InputException, ExperimentException {
    boolean asks = questions != null;
    List<Completion> some = new ArrayList<>();
    Optional<Completion> next = file.next();
    while (next.isPresent()) {
      some.add(next.get());
      boolean enough = some.size() == (asks ? Answering.MANY : 1);
      next = enough ? Optional.empty() : file.next();
    }
    return asks && problem instanceof OwnExecutor<I> own
        ? new Answering<>(own, grader).answer(some)
        : some;
  }

  private String form(AnswerFile file, Problem<?> problem) {
    return questions != null && problem instanceof OwnExecutor<?> own
        ? file.form() + "; " + own.origin() + " gave the answers"
        : file.form();
  }

  private void print(PrintWriter text, GradeResult grades) {
    text.println(GradeFields.headline(grades));
    for (List<GradeRow> rows : List.of(grades.byLength(), grades.byBudget(), grades.byClass())) {
      text.println();
      TextTable.print(
          text, GradeFields.text(rows.subList(0, Math.min(SHOWN_ROWS, rows.size()))), 1);
      if (rows.size() > SHOWN_ROWS) {
        text.println("and " + (rows.size() - SHOWN_ROWS) + " more, see --format json or --out");
      }
    }
    text.println();
    grades.wrongSteps().stream()
        .limit(SHOWN_STEPS)
        .forEach(
            counted ->
                text.printf(
                    "first wrong at step %d: expected %s, found %s; %d times%n",
                    counted.wrong().step(),
                    Failures.printable(counted.wrong().expected()),
                    Failures.printable(counted.wrong().found()),
                    counted.count()));
    if (grades.wrongBeyond(SHOWN_STEPS) > 0) {
      text.println(
          "and "
              + grades.wrongBeyond(SHOWN_STEPS)
              + " chains that go wrong otherwise, see --format json or --out");
    }
    grades.examples().forEach(example -> text.println(Failures.printable(example)));
    text.println("read as " + grades.form());
    GradeFields.remarks(grades).forEach(remark -> text.println(Failures.printable(remark)));
    if (out != null) {
      text.println(
          "written to " + out + ": grades.csv, .json, .md, .svg, completions.csv and " + PAGE);
    }
  }
}
