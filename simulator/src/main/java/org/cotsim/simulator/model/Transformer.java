package org.cotsim.simulator.model;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An immutable decoder-only transformer in pre-norm form.
 *
 * <p>For a token at position i the residual stream starts as its embedding plus that of its
 * position; each layer adds what its attention and then its feed-forward sublayer computes from the
 * normalised stream; the output map scores the next token. A continuous thought starts with more,
 * see {@link Feedback}.
 *
 * @param vocabulary the tokens
 * @param embedding [vocabulary, width]
 * @param positions none, or a table [positions, width]
 * @param layers in the order of their application; the same one again is a loop
 * @param output [vocabulary, width]
 * @param feedback what thoughts take over, if there are thoughts
 */
public record Transformer(
    Vocabulary vocabulary,
    Matrix embedding,
    PositionEmbedding positions,
    List<Layer> layers,
    OutputMap output,
    Optional<Feedback> feedback) {

  public Transformer {
    layers = List.copyOf(layers);
    int width = embedding.columns();
    Shapes.equal("vocabulary and embedding rows", vocabulary.size(), embedding.rows());
    Shapes.equal("vocabulary and output rows", vocabulary.size(), output.map().outputs());
    Shapes.equal("width and output columns", width, output.map().inputs());
    if (positions instanceof PositionEmbedding.Table table) {
      Shapes.equal("width and position columns", width, table.rows().columns());
    }
    for (Layer layer : layers) {
      layer.attention().check(width);
      layer.feedForward().check(width);
      requireOwnVocabulary(vocabulary, layer.attention().norm());
      requireOwnVocabulary(vocabulary, layer.feedForward().norm());
    }
    boolean thinks = vocabulary.withRole(Token.Role.THOUGHT).size() > 0;
    if (thinks != feedback.isPresent()) {
      throw new IllegalArgumentException(
          thinks ? "a thought has nothing to take over" : "nothing takes over what is fed back");
    }
    feedback.ifPresent(
        fed -> {
          Shapes.equal("width and feedback rows", width, fed.map().rows());
          Shapes.equal("width and feedback columns", width, fed.map().columns());
        });
  }

  /** A model without continuous thoughts. */
  public Transformer(
      Vocabulary vocabulary,
      Matrix embedding,
      PositionEmbedding positions,
      List<Layer> layers,
      OutputMap output) {
    this(vocabulary, embedding, positions, layers, output, Optional.empty());
  }

  private static void requireOwnVocabulary(Vocabulary vocabulary, Norm norm) {
    if (norm instanceof Norm.Separate separate) {
      Shapes.equal(
          "vocabularies of a model and of a separate norm",
          vocabulary.size(),
          separate.tokens().vocabularySize());
    }
  }

  /** The width d of the residual stream. */
  public int width() {
    return embedding.columns();
  }

  /** Whether a token takes over the residual stream of the position before it. */
  public boolean isThought(int token) {
    return feedback.isPresent() && vocabulary.token(token).role() == Token.Role.THOUGHT;
  }

  /** The most tokens that a sequence may have: the size of the position table, if there is one. */
  public int longestSequence() {
    return positions instanceof PositionEmbedding.Table table
        ? table.rows().rows()
        : Integer.MAX_VALUE;
  }

  /** All heads of all layers. */
  public int heads() {
    return layers.stream().mapToInt(layer -> layer.attention().heads().size()).sum();
  }

  /** The hidden units of all feed-forward sublayers. */
  public int hidden() {
    return layers.stream().mapToInt(layer -> layer.feedForward().hidden()).sum();
  }

  /** The layers without repetition: a layer that is applied several times has its weights once. */
  public List<Layer> distinctLayers() {
    Set<Layer> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
    return layers.stream().filter(distinct::add).toList();
  }

  /**
   * Non-zero weights, biases and norm projections, those of a layer that is repeated once; the
   * position table is not counted.
   */
  public long nonZeros() {
    long sum = (long) embedding.nonZeros() + output.map().nonZeros();
    sum += feedback.map(fed -> fed.map().nonZeros()).orElse(0);
    for (Layer layer : distinctLayers()) {
      sum += layer.attention().heads().stream().mapToLong(Head::nonZeros).sum();
      sum += layer.feedForward().first().nonZeros() + layer.feedForward().second().nonZeros();
      sum += nonZeros(layer.attention().norm()) + nonZeros(layer.feedForward().norm());
    }
    return sum;
  }

  /**
   * Refuses a model that normalises some tokens apart from the others.
   *
   * @param who cannot carry that, as the subject of the sentence
   * @throws NotCarriedException with that sentence
   */
  public void requireSharedNorms(String who) {
    for (Layer layer : layers) {
      if (!layer.attention().norm().isShared() || !layer.feedForward().norm().isShared()) {
        throw new NotCarriedException(
            who
                + " cannot normalise some tokens apart from the others; the reference executor"
                + " can");
      }
    }
  }

  /**
   * Refuses a model with continuous thoughts.
   *
   * @param who cannot carry them, as the subject of the sentence
   * @throws NotCarriedException with that sentence
   */
  public void requireNoThoughts(String who) {
    if (feedback.isPresent()) {
      throw new NotCarriedException(
          who + " cannot feed a vector back as a continuous thought; the reference executor can");
    }
  }

  private static long nonZeros(Norm norm) {
    return norm.projections().stream().mapToLong(Matrix::nonZeros).sum();
  }
}
