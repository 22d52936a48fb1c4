package org.cotsim.simulator.construct.regular;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.simulator.assemble.FoldedNumber;
import org.cotsim.simulator.assemble.Folding;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.RangeClaim;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.RoleFlags;
import org.cotsim.simulator.assemble.RoundingError;
import org.cotsim.simulator.assemble.ScoreClaim;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.TransformerAssembler;
import org.cotsim.simulator.model.Arithmetic;

/**
 * Counts by attention, then reads the count out as digits by folding.
 *
 * <p>1/m tells m up to a few roundings *of its size*, so up to about 2^P; what a single angle
 * cannot do is to show it, for its gaps fall like m^-2. The digits are compared with a gap of 2 at
 * every length, and the layers grow like the logarithm of the longest input.
 */
final class FoldedCounter implements PositionCounter {

  private static final String NAME = "count";

  private final ByAttention counter;
  private final long largestCount;
  private final Folding folding;
  private FoldedNumber count;

  FoldedCounter(ByAttention counter, int maxLength, RoundingError errors) {
    this.counter = counter;
    this.largestCount = maxLength + 2L; // start, input, think
    this.folding = Folding.ofCount(largestCount, errors);
  }

  @Override
  public void declare(TransformerAssembler assembler) {
    counter.declare(assembler);
    count = FoldedNumber.count(NAME, folding, assembler);
  }

  @Override
  public void addTo(TransformerAssembler assembler, RoleFlags roles, LinearForm one) {
    LayerAssembler layer = assembler.layer();
    counter.addHead(layer, roles);
    count.of(counter.inverse(assembler.stream()), one, 0);
    FoldedNumber.fold(assembler, layer, List.of(count));
  }

  /** The digits of the own number, 1 or -1. */
  @Override
  public List<LinearForm> hash(ResidualStream stream, SublayerInput input, LinearForm one) {
    return count.signs(input, one);
  }

  @Override
  public double gap() {
    return Folding.EQUAL;
  }

  @Override
  public ScoreClaim lookUp(String name, RoundingError errors) {
    return Folding.equality(name, Folding.EQUAL, folding.digits(), errors);
  }

  @Override
  public ScoreClaim claim(RoundingError errors) {
    return counter.claim(errors);
  }

  @Override
  public List<ScoreClaim> claims(RoundingError errors) {
    return List.of(claim(errors), folding.claim("folded " + NAME));
  }

  @Override
  public List<RangeClaim> ranges(Arithmetic arithmetic) {
    List<RangeClaim> ranges = new ArrayList<>(folding.ranges(arithmetic, (double) largestCount));
    ranges.add(
        RangeClaim.integers(arithmetic, "the number of tokens counted", (double) largestCount));
    return ranges;
  }
}
