package org.cotsim.benchmarks.experiment.tokennorm;

import java.util.List;

/**
 * What was measured.
 *
 * @param data what the images are
 */
public record TokenNormResult(
    TokenNormRequest request,
    String data,
    List<DecoderFigures> decoders,
    List<EmbeddingFigures> embeddings) {

  public TokenNormResult {
    decoders = List.copyOf(decoders);
    embeddings = List.copyOf(embeddings);
  }

  /** The decoders of one problem, that with a shared norm first. */
  public List<DecoderFigures> of(String problem) {
    return decoders.stream().filter(one -> one.problem().equals(problem)).toList();
  }

  /** The embeddings normalised in one way, by growing strength. */
  public List<EmbeddingFigures> of(Statistics statistics) {
    return embeddings.stream().filter(one -> one.statistics() == statistics).toList();
  }
}
