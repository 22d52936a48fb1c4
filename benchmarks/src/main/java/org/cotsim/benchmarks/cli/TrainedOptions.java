package org.cotsim.benchmarks.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cotsim.benchmarks.experiment.OwnExecutor;
import org.cotsim.benchmarks.experiment.trained.TrainedModel;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.languages.input.InputException;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The options of {@code model:FILE.onnx}, a model that was trained elsewhere. */
final class TrainedOptions {

  private static final String VOCABULARY = "--vocabulary";
  private static final String OF = "--of";

  @Option(
      names = VOCABULARY,
      paramLabel = "FILE",
      description =
          "model:FILE.onnx only: its tokens, as cot data writes them, or a vocab.json or WordLevel"
              + " tokenizer.json of Hugging Face (default: what the model says, or"
              + " vocabulary.json, tokenizer.json or vocab.json beside it).")
  private Path vocabulary;

  @Option(
      names = OF,
      paramLabel = "PROBLEM",
      description =
          "model:FILE.onnx only: the problem that it answers (default: that of its vocabulary).")
  private String of;

  /** Whether a problem is such a model. */
  static boolean isTrained(String problem) {
    return ModelFileRun.isModel(problem) && problem.toLowerCase(Locale.ROOT).endsWith(".onnx");
  }

  /** The problem that a model answers. */
  OwnExecutor<?> find(String text, Optional<String> alphabet, long mostSteps)
      throws InputException, ExperimentException {
    return TrainedModel.open(ModelFileRun.path(text), Optional.ofNullable(vocabulary))
        .problem(Optional.ofNullable(of), alphabet, mostSteps);
  }

  /** Refuses these options where no such model is named. */
  void requireNoneWithout(List<String> problems) throws ExperimentException {
    if ((vocabulary != null || of != null)
        && problems.stream().noneMatch(TrainedOptions::isTrained)) {
      throw new ExperimentException(
          "%s can be given with model:FILE.onnx only"
              .formatted(vocabulary != null ? VOCABULARY : OF));
    }
  }

  /** Refuses options that say how a decoder is built, or what runs it. */
  static void requireNothingToBuild(ParseResult given) throws ExperimentException {
    BuildOptions.requireNone(given, RecipeOption.NAME);
    if (given.hasMatchedOption("--executor")) {
      throw new ExperimentException("--executor: a model:FILE.onnx runs in ONNX Runtime only");
    }
  }

  /** The files beside the models among some problems that they may be read with. */
  static List<Path> beside(List<String> problems) {
    return problems.stream()
        .filter(TrainedOptions::isTrained)
        .flatMap(problem -> TrainedModel.beside(ModelFileRun.path(problem)).stream())
        .distinct()
        .toList();
  }

  /** The vocabulary, if one is named. */
  Optional<Path> vocabulary() {
    return Optional.ofNullable(vocabulary);
  }
}
