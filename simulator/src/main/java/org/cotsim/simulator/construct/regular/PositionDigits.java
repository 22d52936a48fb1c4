package org.cotsim.simulator.construct.regular;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.simulator.assemble.Blueprint.Note;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.RangeClaim;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.RoleFlags;
import org.cotsim.simulator.assemble.RoundingError;
import org.cotsim.simulator.assemble.ScoreClaim;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.TransformerAssembler;
import org.cotsim.simulator.assemble.UniformAverage;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Token.Role;

/**
 * Compares numbers by their binary digits, each 1 or -1, which no step rounds.
 *
 * <p>A number below N split into k digits, each of them hashed, has a gap of order N^(-2/k). With k
 * = log2 N the digits are bits, their hash is a sign, and equal numbers score L = k against at most
 * L - 2: a gap of 2 at every length. All numbers on the way are small integers, so the noise is 0
 * and what remains is that positions up to 2^L must be exact, L bits of the arithmetic: inputs of
 * about 2^(P-1) tokens for P bits, against 2^(P/2) for the scaled hash.
 *
 * <p>The embedding holds the digits of a position. A chain token at position i copies those of the
 * think token's position e; the digits of its own number i - e are {@code i_j - e_j - b_j + 2
 * b_(j+1)} with the borrow {@code b_j} = 1 where the lower j digits of i are less than those of e,
 * which two hidden units decide. Cost: 3 L coordinates and 2 (L - 1) hidden units more.
 */
final class PositionDigits implements PositionCounter {

  private static final String NAME = "find the end";
  private static final double GAP = 2;

  private final Mask mask;
  private final int sequence;
  private final int digits;
  private Subspace position;
  private Subspace end;
  private Subspace borrow; // into digit j + 1

  PositionDigits(ConstructionOptions options, int maxLength) {
    this.mask = options.mask().orElse(Mask.CAUSAL);
    this.sequence = Math.toIntExact(2L * maxLength + 3); // start, input, think, n + 1 states
    this.digits = Integer.SIZE - Integer.numberOfLeadingZeros(sequence - 1);
  }

  @Override
  public void declare(TransformerAssembler assembler) {
    ResidualStream stream = assembler.stream();
    position = stream.declare("position", digits, "binary digits of the position, 1 or -1");
    end = stream.declare("end", digits, "those of the think token, once it is there");
    borrow = stream.declare("borrow", digits - 1, "1 where the next digit lends to this one");
    for (int i = 0; i < sequence; i++) {
      for (int j = 0; j < digits; j++) {
        assembler.embedPosition(i, position, j, (i >> j & 1) == 0 ? -1 : 1);
      }
    }
  }

  @Override
  public void addTo(TransformerAssembler assembler, RoleFlags roles, LinearForm one) {
    LayerAssembler layer = assembler.layer();
    SublayerInput input = layer.attention();
    LinearForm wantsEnd = roles.any(input, Role.STEP);
    new UniformAverage(
            List.of(wantsEnd, wantsEnd.times(-1).plus(1)),
            List.of(roles.any(input, Role.THINK), roles.any(input, Role.START)))
        .addTo(
            layer,
            new Note(
                NAME,
                "a chain token copies the position of the think token, any other that of start, 0"),
            input.readSigns(position, one).all(),
            end,
            mask);
    addBorrows(layer, one);
  }

  private void addBorrows(LayerAssembler layer, LinearForm one) {
    layer.feedForwardNote("borrow", "subtracts the think token's position from the own one");
    SublayerInput input = layer.feedForward();
    SublayerInput.Reading mine = input.readSigns(position, one);
    SublayerInput.Reading ends = input.readSigns(end, one);
    LinearForm less = input.constant(0); // how much the lower digits of the own position are less
    for (int j = 0; j < digits - 1; j++) {
      less = less.plus(ends.at(j).minus(mine.at(j)).times(Math.scalb(0.5, j)));
      layer.write(layer.unit(less), 1, borrow, j);
      layer.write(layer.unit(less.plus(-1)), -1, borrow, j);
    }
  }

  /** The digits of the own number, 1 or -1. */
  @Override
  public List<LinearForm> hash(ResidualStream stream, SublayerInput input, LinearForm one) {
    List<LinearForm> signs = new ArrayList<>();
    for (int j = 0; j < digits; j++) {
      LinearForm sign = stream.at(position, j).minus(stream.at(end, j)).minus(one);
      if (j > 0) {
        sign = sign.minus(stream.at(borrow, j - 1).times(2));
      }
      if (j < digits - 1) {
        sign = sign.plus(stream.at(borrow, j).times(4));
      }
      signs.add(sign);
    }
    return input.readSigns(signs, one).all();
  }

  @Override
  public double gap() {
    return GAP;
  }

  @Override
  public ScoreClaim lookUp(String name, RoundingError errors) {
    double digit = errors.flag() * Math.scalb(8.0, digits); // a borrow sums up to 2^L flags
    return new ScoreClaim(name, GAP, (digits + 2) * (2 * digit + digit * digit), GAP / 2);
  }

  @Override
  public ScoreClaim claim(RoundingError errors) {
    return UniformAverage.claim(NAME, errors);
  }

  @Override
  public List<RangeClaim> ranges(Arithmetic arithmetic) {
    return List.of(
        RangeClaim.table((double) sequence * digits),
        RangeClaim.integers(
            arithmetic, "the number of positions, a power of two", Math.scalb(1.0, digits)),
        RangeClaim.integers(
            arithmetic,
            "the square of the norm of all digits",
            2.0 * SublayerInput.padded(digits)));
  }
}
