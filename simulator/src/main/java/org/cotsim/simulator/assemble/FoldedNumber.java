package org.cotsim.simulator.assemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A number that every token knows as a share beside 1/m, read out by folding into digits that are
 * exactly 0 or 1, so that two numbers can be compared digit by digit: equal ones score L, others at
 * most L - 2, at every length.
 *
 * <p>Each feed-forward sublayer reads the direction (X, C) of a pair (p, c) that stands for {@code
 * v = M p / c}, and writes the next K folded numbers, which are triangle waves of X in units of C:
 * continuous, so that no product with a digit is needed. What it writes last is the pair of the
 * next sublayer. The sign of a folded number is its direction, whatever its size; one sublayer
 * later two hidden units make it exactly 0 or 1. Cost: see {@link Folding}; one sublayer and 2 L
 * hidden units more for the digits, about 2 L coordinates.
 */
public final class FoldedNumber {

  private static final double SIGN = 2 * Math.sqrt(2); // makes a sign that is read 2 or -2

  private final String name;
  private final Folding folding;
  private final long first; // the number whose digits are all those of the least v
  private Subspace folded; // v_1 to v_(L-1)
  private Subspace scales; // c after each sublayer but the last
  private Subspace digits;
  private ResidualStream stream;
  private LinearForm number; // p of the first sublayer
  private LinearForm scale; // c of the first sublayer

  private FoldedNumber(String name, Folding folding, long first) {
    this.name = name;
    this.folding = folding;
    this.first = first;
  }

  /** Declares a number from 0 on. */
  public static FoldedNumber count(String name, Folding folding, TransformerAssembler assembler) {
    return new FoldedNumber(name, folding, 0).declared(assembler);
  }

  /** Declares a number that may be negative. */
  public static FoldedNumber sum(String name, Folding folding, TransformerAssembler assembler) {
    return new FoldedNumber(name, folding, -(long) folding.scale()).declared(assembler);
  }

  private FoldedNumber declared(TransformerAssembler assembler) {
    stream = assembler.stream();
    int count = folding.digits();
    if (count > 1) {
      folded = stream.declare("folds of " + name, count - 1, "the number after each fold");
    }
    if (folding.folds().size() > 1) {
      scales =
          stream.declare(
              "scales of " + name, folding.folds().size() - 1, "what the folds are measured in");
    }
    digits =
        stream.declare(
            "digits of " + name,
            count,
            Phrase.of("reflected (Gray) code of {name}, 1 or 0 each", "name", name),
            this::inWords);
    return this;
  }

  /**
   * Says where a number that was declared by {@link #count} is read from: k - less from 1/k.
   *
   * @param inverse 1/k, as a form over the residual stream
   * @param one the number 1, as a form over the residual stream
   */
  public FoldedNumber of(LinearForm inverse, LinearForm one, int less) {
    number = one.minus(inverse.times(folding.scale() + less - 0.5));
    scale = inverse.times(folding.scale());
    return this;
  }

  /**
   * Says where a number that was declared by {@link #count} is read from: k itself.
   *
   * @param shifted k - M + 1/2, as a form over the residual stream
   * @param one the number 1, as a form over the residual stream
   */
  public FoldedNumber ofInteger(LinearForm shifted, LinearForm one) {
    number = shifted;
    scale = one.times(folding.scale());
    return this;
  }

  /**
   * Says where a number that was declared by {@link #sum} is read from: S from S/m and 1/m.
   *
   * @param mean S/m, as a form over the residual stream
   * @param inverse 1/m, as a form over the residual stream
   */
  public FoldedNumber of(LinearForm mean, LinearForm inverse) {
    number = mean.plus(inverse.times(0.5));
    scale = inverse.times(folding.scale());
    return this;
  }

  /**
   * Gives tokens that have no number, so that its pair is 0 there, the number whose digits are all
   * 0: no norm is then left to read the sign of a zero.
   *
   * @param flag 1 at these tokens, else 0, as a form over the residual stream
   */
  public FoldedNumber zeroDigitsAt(LinearForm flag) {
    number = number.plus(flag.times(value(new double[folding.digits()]) / folding.scale()));
    scale = scale.plus(flag);
    return this;
  }

  /**
   * Folds numbers side by side; their digits can be read after the last layer.
   *
   * @param start the layer whose hidden units begin
   */
  public static void fold(
      TransformerAssembler assembler, LayerAssembler start, List<FoldedNumber> numbers) {
    int sublayers = numbers.stream().mapToInt(n -> n.folding.folds().size()).max().orElse(0);
    LayerAssembler layer = start;
    for (int s = 0; s <= sublayers; s++) {
      layer = s == 0 ? start : assembler.layer();
      for (FoldedNumber number : numbers) {
        number.addTo(layer, s);
      }
    }
  }

  private void addTo(LayerAssembler layer, int sublayer) {
    List<Integer> folds = folding.folds();
    if (sublayer > folds.size()) {
      return;
    }
    int done = folds.stream().limit(sublayer).mapToInt(Integer::intValue).sum();
    int signed = sublayer == 0 ? 0 : done - folds.get(sublayer - 1) + 1;
    if (sublayer < folds.size()) {
      layer.feedForwardNote(
          "fold " + name,
          Phrase.of(
              "folds {from} to {to} of {all}: each halves what is left of {name} and splits off a digit",
              "from",
              done + 1,
              "to",
              done + folds.get(sublayer),
              "all",
              folding.digits() - 1,
              "name",
              name));
      addFolds(layer, sublayer, done);
    } else {
      layer.feedForwardNote("digits of " + name, "makes the last signs 1 or 0");
    }
    for (int d = signed; d <= done; d++) {
      addDigit(layer, d);
    }
  }

  private void addFolds(LayerAssembler layer, int sublayer, int done) {
    int k = folding.folds().get(sublayer);
    LinearForm p = sublayer == 0 ? number : stream.at(folded, done - 1);
    LinearForm c = sublayer == 0 ? scale : stream.at(scales, sublayer - 1);
    List<LinearForm> pair = layer.feedForward().readUnscaled(p, c).all();
    LinearForm x = pair.get(0);
    LinearForm unit = pair.get(1);
    int positive = layer.unit(unit);
    if (k == 1) {
      layer.write(layer.unit(x), 1, folded, done);
      layer.write(layer.unit(x.times(-1)), 1, folded, done);
      layer.write(positive, -0.5, folded, done);
    } else {
      addWaves(layer, x, unit, positive, k, done);
    }
    if (sublayer + 1 < folding.folds().size()) {
      layer.write(positive, Math.scalb(1.0, -k), scales, sublayer);
    }
  }

  /** The j-th wave is -(X + C) + C / 2^j, and turns at every multiple of C / 2^(j-1) in between. */
  private void addWaves(
      LayerAssembler layer, LinearForm x, LinearForm unit, int positive, int k, int done) {
    int half = 1 << (k - 1);
    int left = layer.unit(x.plus(unit));
    int[] turns =
        IntStream.range(1 - half, half)
            .map(t -> layer.unit(x.minus(unit.times((double) t / half))))
            .toArray();
    for (int j = 1; j <= k; j++) {
      layer.write(left, -1, folded, done + j - 1);
      int step = 1 << (k - j);
      for (int i = 1; i < 1 << j; i++) {
        layer.write(turns[i * step - 1], i % 2 == 1 ? 2 : -2, folded, done + j - 1);
      }
      layer.write(positive, Math.scalb(1.0, -j), folded, done + j - 1);
    }
  }

  /** {@code relu(t) - relu(t - 1)} is exactly 1 or 0 where t is near 2 or -2. */
  private void addDigit(LayerAssembler layer, int d) {
    LinearForm sign = d == 0 ? number : stream.at(folded, d - 1);
    LinearForm read = layer.feedForward().readUnscaled(sign).at(0).times(SIGN);
    layer.write(layer.unit(read), 1, digits, d);
    layer.write(layer.unit(read.plus(-1)), -1, digits, d);
  }

  /**
   * Reads the digits as 1 or -1, without any rounding.
   *
   * @param one the number 1, as a form over the residual stream
   */
  public List<LinearForm> signs(SublayerInput input, LinearForm one) {
    List<LinearForm> signs = new ArrayList<>();
    for (int d = 0; d < folding.digits(); d++) {
      signs.add(stream.at(digits, d).times(2).minus(one));
    }
    return input.readSigns(signs, one).all();
  }

  private Phrase inWords(double[] values) {
    return Phrase.name(number(values));
  }

  private long number(double[] values) {
    return Math.round(value(values) + folding.scale() - 0.5) + first;
  }

  /** How a person reads digits that are 1 or -1 each and stand for one of these labels. */
  public Wording wording(List<?> labels) {
    return values -> {
      long number = Wording.isZero(values) ? -1 : number(Arrays.copyOf(values, folding.digits()));
      return number >= 0 && number < labels.size()
          ? Phrase.name(labels.get((int) number))
          : Wording.NOTHING;
    };
  }

  /** The v whose digits these are. */
  private double value(double[] code) {
    double v = code[code.length - 1] > 0.5 ? 0.5 : -0.5;
    for (int d = code.length - 2; d >= 0; d--) {
      double size = v + Math.scalb(folding.scale(), -d - 1);
      v = code[d] > 0.5 ? size : -size;
    }
    return v;
  }
}
