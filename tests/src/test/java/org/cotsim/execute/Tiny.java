package org.cotsim.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Attention;
import org.cotsim.simulator.model.FeedForward;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Norm;
import org.cotsim.simulator.model.OutputMap;
import org.cotsim.simulator.model.PositionEmbedding;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.model.Vocabulary;
import org.cotsim.simulator.model.Weighting;

/**
 * Models small enough to be worked out by hand: token j is the j-th unit vector of the residual
 * stream, and the score of token j is the j-th component of the stream.
 */
final class Tiny {

  static final double ROOT2 = Math.sqrt(2);

  private Tiny() {}

  /** Tokens of these roles, called t0, t1, ... */
  static Vocabulary vocabulary(Token.Role... roles) {
    List<Token> tokens = new ArrayList<>();
    for (Token.Role role : roles) {
      tokens.add(new Token("t" + tokens.size(), role));
    }
    return new Vocabulary(tokens);
  }

  /** A start token and inputs. */
  static Vocabulary tokens(int count) {
    return vocabulary(
        IntStream.range(0, count)
            .mapToObj(i -> i == 0 ? Token.Role.START : Token.Role.INPUT)
            .toArray(Token.Role[]::new));
  }

  static Matrix identity(int size) {
    Matrix.Builder builder = Matrix.builder(size, size);
    IntStream.range(0, size).forEach(i -> builder.add(i, i, 1));
    return builder.build();
  }

  /** A model of unit vectors with these layers, no positions and no tolerance. */
  static Transformer model(int tokens, Layer... layers) {
    return new Transformer(
        tokens(tokens),
        identity(tokens),
        new PositionEmbedding.None(),
        List.of(layers),
        new OutputMap(Affine.linear(identity(tokens)), 0));
  }

  /** A model without layers whose scores after position i are row i. */
  static Transformer script(Vocabulary vocabulary, double[][] rows) {
    int size = vocabulary.size();
    return new Transformer(
        vocabulary,
        Matrix.zero(size, size),
        new PositionEmbedding.Table(Matrix.of(rows)),
        List.of(),
        new OutputMap(Affine.linear(identity(size)), 0));
  }

  /** One flag per token: reads {@code LN(x_j, -x_j)} for every j, so column 2j is x_j / root 2. */
  static Norm flags(int tokens) {
    return new Norm.Multi(
        IntStream.range(0, tokens)
            .mapToObj(j -> Matrix.builder(2, tokens).add(0, j, 1).add(1, j, -1).build())
            .toList());
  }

  /** A row that multiplies the flag of token j by the j-th factor. */
  static Affine onFlags(double... factors) {
    Matrix.Builder builder = Matrix.builder(1, 2 * factors.length);
    for (int j = 0; j < factors.length; j++) {
      builder.add(0, 2 * j, ROOT2 * factors[j]);
    }
    return Affine.linear(builder.build());
  }

  /** A head over flags whose query is 1 everywhere and whose result is added to component 0. */
  static Head head(Affine key, Affine value, Weighting weighting, Mask mask) {
    int tokens = key.inputs() / 2;
    return new Head(
        new Affine(Matrix.zero(1, 2 * tokens), 1),
        key,
        value,
        Matrix.builder(tokens, 1).add(0, 0, 1).build(),
        weighting,
        mask);
  }

  /** A layer of these heads that read flags, and nothing else. */
  static Layer layer(int tokens, Head... heads) {
    return new Layer(new Attention(flags(tokens), List.of(heads)), nothing(tokens));
  }

  /** A layer of a feed-forward sublayer only. */
  static Layer layer(int width, FeedForward feedForward) {
    return new Layer(new Attention(new Norm.Standard(), List.of()), feedForward);
  }

  private static FeedForward nothing(int width) {
    return new FeedForward(
        new Norm.Standard(),
        Affine.linear(Matrix.zero(0, width)),
        Affine.linear(Matrix.zero(width, 0)));
  }
}
