package org.cotsim.benchmarks.experiment.tokennorm;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.benchmarks.experiment.Progress;
import org.cotsim.benchmarks.experiment.sparserate.ImageSet;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.languages.input.InputException;

/**
 * Special tokens with and without a norm of their own, in decoders and over images.
 *
 * <p>Source: Chen, Wang, Du, Hassoun and Liu 2023; uniformity and alignment: Wang and Isola 2020.
 */
public final class TokenNormExperiment {

  private TokenNormExperiment() {}

  /** How much work it is, in the units in which progress is told. */
  public static int size(TokenNormRequest request) {
    return request.size();
  }

  /**
   * Measures.
   *
   * @throws ExperimentException with a sentence about what was asked for
   * @throws InputException if a problem is not known
   */
  public static TokenNormResult run(TokenNormRequest request, ImageSet images, Progress progress)
      throws ExperimentException, InputException {
    request.requireSensible(images.pixels());
    List<Problem<?>> problems = new ArrayList<>();
    for (String name : request.problems()) {
      problems.add(Problems.find(name));
    }
    List<DecoderFigures> decoders = new ArrayList<>();
    for (Problem<?> problem : problems) {
      decoders.addAll(new DecoderMeasure<>(problem, request).measure());
      progress.done(1);
    }
    EmbeddingMeasure embedding = new EmbeddingMeasure(images, request);
    List<EmbeddingFigures> embeddings = new ArrayList<>();
    for (double strength : request.strengths().stream().sorted().toList()) {
      embeddings.addAll(embedding.measure(strength));
      progress.done(1);
    }
    return new TokenNormResult(request, images.name(), decoders, embeddings);
  }
}
