package org.cotsim.benchmarks.experiment.trained;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cotsim.benchmarks.experiment.OwnExecutor;
import org.cotsim.benchmarks.modelfile.OnnxMetadata;
import org.cotsim.benchmarks.modelfile.TokenFile;
import org.cotsim.benchmarks.onnxruntime.OnnxFile;
import org.cotsim.benchmarks.onnxruntime.OnnxFileExecutor;
import org.cotsim.benchmarks.onnxruntime.UnfitFileException;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.ListedInputs;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.benchmarks.problem.VocabularyByLength;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.model.Token;

/**
 * An ONNX file beside its tokens.
 *
 * <p>The model is asked what {@code cot data} writes: the prompt of an input, then its own tokens
 * one by one; where the budget is spent, an answer is forced. Of equal largest scores none is
 * chosen: that is a tie, as of a decoder that is built here.
 *
 * @param path the file
 * @param onnx the file, loaded
 * @param tokens what its numbers mean
 */
public record TrainedModel(Path path, OnnxFile onnx, TokenFile tokens) {

  private static final List<String> BESIDE =
      List.of("vocabulary.json", "tokenizer.json", "vocab.json");

  /**
   * Loads a model.
   *
   * @param vocabulary the file of its tokens; empty if the model names them itself, as one that
   *     {@code cot export} wrote does, or they stand beside it
   * @throws InputException if the tokens cannot be read
   * @throws ExperimentException if the file is no such model
   */
  public static TrainedModel open(Path path, Optional<Path> vocabulary)
      throws InputException, ExperimentException {
    try {
      OnnxFile onnx = OnnxFile.open(path);
      TokenFile tokens = tokens(path, onnx, vocabulary);
      int scores = onnx.scores(tokens.entries().size(), tokens.source());
      return new TrainedModel(path, onnx, tokens.paddedTo(scores));
    } catch (UnfitFileException e) {
      throw new ExperimentException(e.getMessage());
    }
  }

  private static TokenFile tokens(Path path, OnnxFile onnx, Optional<Path> vocabulary)
      throws InputException, ExperimentException {
    if (vocabulary.isPresent()) {
      return TokenFile.read(vocabulary.get());
    }
    Optional<TokenFile> own = TokenFile.ofMetadata(path.toString(), onnx.metadata());
    if (own.isPresent()) {
      return own.get();
    }
    for (String name : BESIDE) {
      Path beside = path.resolveSibling(name);
      if (Files.exists(beside)) {
        return TokenFile.read(beside);
      }
    }
    throw new ExperimentException(
        "%s does not say what its tokens are, and none of %s is beside it; --vocabulary FILE names them"
            .formatted(path, String.join(", ", BESIDE)));
  }

  /** The files beside a model that it may be read with: tokens, and weights of their own. */
  public static List<Path> beside(Path path) {
    return Stream.concat(
            BESIDE.stream(), Stream.of(path.getFileName() + ".data", path.getFileName() + "_data"))
        .map(path::resolveSibling)
        .filter(Files::isRegularFile)
        .toList();
  }

  /**
   * The problem that the model answers, decoded by the model.
   *
   * @param named the problem, if not the one that the vocabulary names
   * @param alphabet the symbols given with it
   * @param mostSteps runs of machines are stopped after so many steps
   */
  public OwnExecutor<?> problem(Optional<String> named, Optional<String> alphabet, long mostSteps)
      throws InputException, ExperimentException {
    Optional<String> name = named.or(tokens::problem);
    if (name.isEmpty()) {
      throw new ExperimentException(
          tokens.source() + " does not name the problem of the model; --of NAME does");
    }
    Problem<?> problem = Problems.find(name.get(), alphabet, mostSteps);
    if (problem instanceof VocabularyByLength || problem instanceof ListedInputs) {
      throw new ExperimentException(
          problem.name()
              + " has other tokens for other inputs, and a model of a file has the same for all");
    }
    return decodedHere(answering(problem));
  }

  /** The problem without a chain, if there are no tokens for one. */
  private <I> Problem<I> answering(Problem<I> problem) throws ExperimentException {
    boolean chain =
        tokens.entries().stream()
            .anyMatch(entry -> entry.role().map(role -> role == Token.Role.STEP).orElse(true));
    return !chain && problem instanceof WaysToBuild<I> ways ? ways.withoutChain() : problem;
  }

  private <I> OwnExecutor<I> decodedHere(Problem<I> problem)
      throws InputException, ExperimentException {
    try {
      ConstructedDecoder<I> usual =
          problem
              .construction(ConstructionOptions.defaults())
              .compile(Extent.of(1)); // tokens do not depend on the extent
      TokenMap map = TokenMap.of(tokens, usual.model().vocabulary(), problem.name());
      return TrainedProblem.of(
          problem,
          new TrainedProblem.Decoder<>(
              path.toString(),
              path + ", " + onnx.form(),
              new TrainedConstruction<>(map.vocabulary(), tieTolerance(), usual.encoding()),
              new OnnxFileExecutor(onnx, map.ids())));
    } catch (NotCertifiedException e) {
      throw new ExperimentException(e);
    }
  }

  private double tieTolerance() throws ExperimentException {
    Map<String, String> metadata = onnx.metadata();
    String tolerance = metadata.getOrDefault(OnnxMetadata.TIE_TOLERANCE, "0");
    try {
      double value = Double.parseDouble(tolerance);
      if (value >= 0 && value <= Double.MAX_VALUE) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new ExperimentException(
        "%s: its %s is \"%s\", expected a number of at least 0"
            .formatted(path, OnnxMetadata.TIE_TOLERANCE, tolerance));
  }
}
