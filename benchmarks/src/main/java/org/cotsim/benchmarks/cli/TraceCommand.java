package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import org.cotsim.benchmarks.experiment.AnswerText;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.run.TracedInput;
import org.cotsim.benchmarks.page.LivePage;
import org.cotsim.benchmarks.page.Sentences;
import org.cotsim.benchmarks.page.TracePage;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.MachineTapes;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.benchmarks.problem.TapeContents;
import org.cotsim.benchmarks.report.AtomicFiles;
import org.cotsim.benchmarks.report.NumberText;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Vocabulary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a page on which a reader steps through one decoding. */
@Command(
    name = "trace",
    description = {
      "Writes a web page on which one steps through a chain of thought: the tokens, what each head"
          + " attends to, the machine beside it, and the answer under every smaller budget. Draws the"
          + " same steps as pictures.",
      "The page is one file that needs no network. The reference executor runs it."
    },
    mixinStandardHelpOptions = true)
final class TraceCommand implements Callable<Integer> {

  private static final long TRIES = 100; // draws for each exercise

  @Spec private CommandSpec spec;
  @Mixin private ProblemOptions problemOptions;
  @Mixin private AmountOptions amountOptions;
  @Mixin private BuildOptions build;
  @Mixin private GraphOptions graphOptions;
  @Mixin private OutputOption output;
  @Mixin private PictureOptions pictures;
  @Mixin private CourseOptions course;
  @Mixin private FormatOption format;
  @Mixin private LanguageOptions language;

  @Option(
      names = "--word",
      paramLabel = "W",
      description =
          "The word; symbols of several characters are separated by spaces, or stand in a JSON"
              + " list.")
  private String word;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The page to write, such as page.html; - is the standard output.")
  private Path out;

  @Option(
      names = "--exercises",
      paramLabel = "N",
      description =
          "Writes a page of N exercises instead: a reader predicts the tokens for the word and for"
              + " others drawn at random, of the same length. What is right is not in the page, it is"
              + " computed there.")
  private Integer exercises;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "For the words drawn (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Override
  public Integer call() throws InputException, ExperimentException, IOException {
    return traceInput(amountOptions.of(problemOptions.find(graphOptions.directed())));
  }

  private <I> int traceInput(Problem<I> problem)
      throws InputException, ExperimentException, IOException {
    return trace(problem, graphOptions.required(problem, word));
  }

  private <I> int trace(Problem<I> named, I input)
      throws InputException, ExperimentException, IOException {
    Problem<I> problem = output.applyTo(named, input);
    pictures.check(pages(), exercises != null);
    if (exercises != null && exercises < 1) {
      throw new ExperimentException("--exercises " + exercises + ": expected at least 1");
    }
    ExperimentSetup setup =
        new ExperimentSetup(
            build.toConstructionOptions(),
            build.maxLength(),
            new ReferenceExecutor(build.arithmetic()));
    Sentences say = language.sentences();
    TracedInput run;
    try (ProgressLine progress = ProgressLine.open("trace", OptionalLong.empty())) {
      progress.now(problem.name());
      run = TracedInput.of(problem, input, setup);
    }
    List<Path> written = write(problem, input, run, say);
    List<TapeContents> tapes =
        problem instanceof MachineTapes<I> machine ? machine.tapes(input, chain(run)) : List.of();
    if (!goesToStandardOutput(written)) {
      format.print(
          spec.commandLine().getOut(),
          json(run, tapes, written),
          text -> printText(text, run, tapes, written));
    }
    return run.right() ? Cot.DONE : Cot.CHECK_FAILED;
  }

  private <I> List<Path> write(Problem<I> problem, I input, TracedInput run, Sentences say)
      throws InputException, ExperimentException, IOException {
    List<Path> written = new ArrayList<>();
    String page =
        pages().isEmpty()
            ? ""
            : exercises == null ? TracePage.of(run, say) : exercisePage(problem, input, run, say);
    if (pictures.any()) {
      written.addAll(pictures.write(run, say));
    }
    written.addAll(0, course.write(page, TracePage.title(run, say), say.language()));
    if (out != null) {
      AtomicFiles.write(out, page);
      written.add(0, out);
    }
    return written;
  }

  /** The files that hold the page. */
  private List<Path> pages() {
    List<Path> pages = new ArrayList<>(course.files());
    if (out != null) {
      pages.add(0, out);
    }
    return pages;
  }

  private static boolean goesToStandardOutput(List<Path> files) throws IOException {
    for (Path file : files) {
      if (AtomicFiles.isStandardOutput(file)) {
        return true;
      }
    }
    return false;
  }

  private <I> String exercisePage(Problem<I> problem, I input, TracedInput run, Sentences say)
      throws InputException, ExperimentException {
    int length = problem.length(input);
    if (length > LivePage.MOST_LETTERS) {
      throw new ExperimentException(
          "--exercises: a page decodes words of up to %d letters, not %d"
              .formatted(LivePage.MOST_LETTERS, length));
    }
    Set<String> words = new LinkedHashSet<>(List.of(problem.format(input)));
    Iterator<I> others = RandomInputs.of(problem).random(length, seed);
    for (long tries = 0; words.size() < exercises && tries < TRIES * exercises; tries++) {
      words.add(problem.format(others.next()));
    }
    if (words.size() < exercises) {
      throw new ExperimentException(
          "--exercises %d: only %d different words of length %d were found"
              .formatted(exercises, words.size(), length));
    }
    return TracePage.ofExercises(run, List.copyOf(words), say)
        .orElseThrow(
            () ->
                new ExperimentException(
                    "exercises are decoded in the page, which is there for regular languages and small"
                        + " Turing machines and graphs, in binary64 or with bits:P up to 53; "
                        + problem.name()
                        + " with these options is none of them"));
  }

  private static List<String> chain(TracedInput run) {
    Vocabulary vocabulary = run.assembly().model().vocabulary();
    return Arrays.stream(run.trace().decoding().chain())
        .mapToObj(token -> vocabulary.token(token).text())
        .toList();
  }

  private Map<String, Object> json(TracedInput run, List<TapeContents> tapes, List<Path> written) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("problem", run.problem().name());
    fields.put("input", run.input());
    fields.put("n", run.n());
    fields.put("steps", run.trace().decoding().steps());
    fields.put("answer", run.answer().orElse(null));
    fields.put("oracle", run.oracle().orElse(null));
    fields.put("right", run.right());
    fields.put("tapes", RunOutput.json(tapes));
    if (out != null) {
      fields.put("page", out.toString());
    }
    fields.put(
        "pictures",
        written.stream().filter(file -> !pages().contains(file)).map(Path::toString).toList());
    fields.put("course_files", course.files().stream().map(Path::toString).toList());
    return fields;
  }

  private static void printText(
      PrintWriter text, TracedInput run, List<TapeContents> tapes, List<Path> written) {
    text.println("problem   " + run.problem().name() + ": " + run.problem().summary());
    text.println(
        "answer    "
            + run.answer().map(AnswerText::shown).orElse("none")
            + " after "
            + NumberText.counted(run.trace().decoding().steps(), "intermediate token")
            + "; the oracle says "
            + run.oracle().map(AnswerText::shown).orElse("nothing within these steps"));
    tapes.forEach(tape -> text.println("tape      " + tape));
    written.forEach(file -> text.println("written   " + file));
  }
}
