package org.cotsim.simulator.tokennorm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Attention;
import org.cotsim.simulator.model.FeedForward;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Norm;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;

/**
 * Gives some tokens of a model a norm of their own, and takes from the norm of all others every
 * projection that only told them from these; what heads and hidden units compute stays the same.
 *
 * <p>A projection can go where the stream coordinates that it reads are those of the embedding, and
 * where everything that reads it gets the same number c at all tokens but the special ones: c moves
 * into the bias, and is taken off again at the special tokens by a component of the projection that
 * is the same number, not 0, at all of them. Answers, which end decoding, are read by nothing and
 * do not count. In exact arithmetic all scores stay the same, so that a certificate stays true with
 * its gaps.
 */
public final class SeparateNorms {

  private final Transformer model;
  private final TokenSet special;
  private final int[] others;
  private final boolean[] isStatic; // [width]: only the token decides it

  private record Sublayer(Norm norm, List<Affine> readers) {}

  private SeparateNorms(Transformer model, TokenSet special) {
    this.model = model;
    this.special = special;
    this.others =
        IntStream.range(0, model.vocabulary().size())
            .filter(id -> !special.contains(id))
            .filter(id -> model.vocabulary().token(id).role() != Token.Role.ANSWER)
            .toArray();
    this.isStatic = StaticReading.coordinates(model);
  }

  /**
   * The model in which these tokens are normalised apart.
   *
   * @throws IllegalArgumentException if the model already normalises some tokens apart
   */
  public static Transformer of(Transformer model, TokenSet special) {
    model.requireSharedNorms("this rewriting");
    return new SeparateNorms(model, special).rewritten();
  }

  /** How many projections that are not all zeros are normalised at positions with this token. */
  public static int projections(Transformer model, int token) {
    return (int) read(model, token).filter(matrix -> matrix.nonZeros() > 0).count();
  }

  /** The weights of the projections that are normalised at positions with this token. */
  public static long weights(Transformer model, int token) {
    return read(model, token).mapToLong(Matrix::nonZeros).sum();
  }

  private static Stream<Matrix> read(Transformer model, int token) {
    return model.layers().stream()
        .flatMap(layer -> Stream.of(layer.attention().norm(), layer.feedForward().norm()))
        .flatMap(norm -> norm.of(token).projections().stream());
  }

  private Transformer rewritten() {
    return new Transformer(
        model.vocabulary(),
        model.embedding(),
        model.positions(),
        model.layers().stream()
            .map(layer -> new Layer(attention(layer.attention()), ff(layer.feedForward())))
            .toList(),
        model.output(),
        model.feedback());
  }

  private Attention attention(Attention from) {
    List<Affine> readers =
        from.heads().stream().flatMap(h -> Stream.of(h.query(), h.key(), h.value())).toList();
    Sublayer to = rewritten(new Sublayer(from.norm(), readers));
    List<Head> heads = new ArrayList<>();
    for (Head head : from.heads()) {
      int next = 3 * heads.size();
      heads.add(
          new Head(
              to.readers.get(next),
              to.readers.get(next + 1),
              to.readers.get(next + 2),
              head.output(),
              head.weighting(),
              head.mask()));
    }
    return new Attention(to.norm, heads);
  }

  private FeedForward ff(FeedForward from) {
    Sublayer to = rewritten(new Sublayer(from.norm(), List.of(from.first())));
    return new FeedForward(to.norm, to.readers.get(0), from.second());
  }

  private Sublayer rewritten(Sublayer from) {
    List<Matrix> kept = new ArrayList<>(from.norm.projections());
    List<Affine> readers = from.readers;
    int offset = 0;
    for (int i = 0; i < kept.size(); i++) {
      Matrix projection = kept.get(i);
      if (StaticReading.reads(projection, isStatic)) {
        StaticReading reading = new StaticReading(model, projection, offset);
        List<Affine> moved =
            readers.stream()
                .flatMap(reader -> reading.withoutOthers(reader, others, special).stream())
                .toList();
        if (moved.size() == readers.size()) {
          readers = moved;
          kept.set(i, Matrix.zero(projection.rows(), projection.columns()));
        }
      }
      offset += projection.rows();
    }
    if (kept.equals(from.norm.projections())) {
      return from;
    }
    Norm ofOthers = kept.size() == 1 ? new Norm.Projected(kept.get(0)) : new Norm.Multi(kept);
    return new Sublayer(new Norm.Separate(special, from.norm, ofOthers), readers);
  }
}
