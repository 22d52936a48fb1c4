package org.cotsim.simulator.construct.regular;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.simulator.assemble.Blueprint.Note;
import org.cotsim.simulator.assemble.HashLookUp;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LayerNormHash;
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
import org.cotsim.simulator.assemble.Wording;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Token.Role;

/**
 * Numbers the input tokens and, separately, the chain tokens, so that the k-th of the chain can
 * find the k-th of the input.
 */
sealed interface PositionCounter
    permits PositionCounter.ByAttention,
        PositionCounter.ByEmbedding,
        PositionDigits,
        FoldedCounter {

  /** The counter that the options ask for. */
  static PositionCounter of(ConstructionOptions options, int maxLength, RoundingError errors) {
    if (options.hash() == ConstructionOptions.Hash.DIGITS) {
      return new PositionDigits(options, maxLength);
    }
    if (options.hash() == ConstructionOptions.Hash.FOLDED) {
      return new FoldedCounter(new ByAttention(options, maxLength), maxLength, errors);
    }
    return options.positions() == ConstructionOptions.Positions.NONE
        ? new ByAttention(options, maxLength)
        : new ByEmbedding(options, maxLength);
  }

  /** Declares subspaces and embeddings. */
  void declare(TransformerAssembler assembler);

  /**
   * Adds the layer with the counting head, and those that follow it.
   *
   * @param one the number 1 as a form over the residual stream
   */
  void addTo(TransformerAssembler assembler, RoleFlags roles, LinearForm one);

  /** The hash of the own number, as forms over a later sublayer's input. */
  List<LinearForm> hash(ResidualStream stream, SublayerInput input, LinearForm one);

  /** The least gap between the score of equal numbers and that of different ones. */
  double gap();

  /** What a look-up by this hash relies on. */
  ScoreClaim lookUp(String name, RoundingError errors);

  /** What the counting head relies on. */
  ScoreClaim claim(RoundingError errors);

  /** What counting relies on: the head, and what reads the count. */
  default List<ScoreClaim> claims(RoundingError errors) {
    return List.of(claim(errors));
  }

  /** The numbers that the arithmetic must have. */
  List<RangeClaim> ranges(Arithmetic arithmetic);

  private static LayerNormHash hashFor(ConstructionOptions options, long largestCount) {
    return options.hash() == ConstructionOptions.Hash.PLAIN
        ? LayerNormHash.plain()
        : LayerNormHash.scaledTo(largestCount);
  }

  /** Counts by attention: the mean of "is start" over m tokens is 1/m. */
  final class ByAttention implements PositionCounter {
    private static final String NAME = "count";
    private final Mask mask;
    private final long largestCount;
    private final LayerNormHash hash;
    private Subspace inverse;

    private ByAttention(ConstructionOptions options, int maxLength) {
      this.mask = options.mask().orElse(Mask.CAUSAL);
      this.largestCount = maxLength + 2L; // start, input, think
      this.hash = hashFor(options, largestCount);
    }

    @Override
    public void declare(TransformerAssembler assembler) {
      inverse =
          assembler.stream()
              .declare(
                  "1/count",
                  1,
                  "1/m, for m tokens seen among start and the own kind",
                  Wording.inverse("m"));
    }

    @Override
    public void addTo(TransformerAssembler assembler, RoleFlags roles, LinearForm one) {
      addHead(assembler.layer(), roles);
    }

    /** Adds the counting head. */
    void addHead(LayerAssembler layer, RoleFlags roles) {
      SublayerInput input = layer.attention();
      UniformAverage average =
          new UniformAverage(
              List.of(roles.any(input, Role.INPUT, Role.THINK), roles.any(input, Role.STEP)),
              List.of(
                  roles.any(input, Role.START, Role.INPUT, Role.THINK),
                  roles.any(input, Role.START, Role.STEP)));
      average.addTo(
          layer,
          new Note(
              NAME,
              "counts the tokens of my kind (input or chain) so far and the start token: it spreads"
                  + " its weight evenly over all m of them, and the start token's share is 1/m"),
          List.of(roles.any(input, Role.START)),
          inverse,
          mask);
    }

    /** 1/m, as a form over the residual stream. */
    LinearForm inverse(ResidualStream stream) {
      return stream.at(inverse, 0);
    }

    @Override
    public List<LinearForm> hash(ResidualStream stream, SublayerInput input, LinearForm one) {
      return hash.ofInverse(input, stream.at(inverse, 0), one);
    }

    @Override
    public double gap() {
      return hash.gap(largestCount);
    }

    @Override
    public ScoreClaim lookUp(String name, RoundingError errors) {
      double error =
          errors.hash(errors.mean((double) largestCount) / 2); // d atan(y) <= (dy / y) / 2
      return HashLookUp.claim(name, gap(), error, error, errors);
    }

    @Override
    public ScoreClaim claim(RoundingError errors) {
      return UniformAverage.claim(NAME, errors);
    }

    @Override
    public List<RangeClaim> ranges(Arithmetic arithmetic) {
      List<RangeClaim> ranges = new ArrayList<>(hash.ranges(arithmetic, 1, 1));
      ranges.add(
          RangeClaim.integers(arithmetic, "the number of tokens counted", (double) largestCount));
      return ranges;
    }
  }

  /**
   * Reads positions from the embedding: an input token's number is its position, a chain token's is
   * the distance to the think token, whose position one head copies.
   */
  final class ByEmbedding implements PositionCounter {
    private static final String NAME = "find the end";
    private final Mask mask;
    private final int sequence;
    private final long largestCount;
    private final double unit; // positions are stored in units of it: a power of two, so exactly
    private final LayerNormHash hash;
    private Subspace position;
    private Subspace end;

    private ByEmbedding(ConstructionOptions options, int maxLength) {
      this.mask = options.mask().orElse(Mask.CAUSAL);
      this.sequence = Math.toIntExact(2L * maxLength + 3); // start, input, think, n + 1 states
      this.largestCount = maxLength + 1L;
      this.unit = LayerNormHash.scaledTo(sequence).scale();
      this.hash = hashFor(options, largestCount);
    }

    @Override
    public void declare(TransformerAssembler assembler) {
      position =
          assembler.stream()
              .declare("position", 2, "(x, sqrt(1 - x^2)) for position x in units of the longest");
      end = assembler.stream().declare("end", 1, "the think token's position, once it is there");
      for (int i = 0; i < sequence; i++) {
        double x = i / unit;
        assembler.embedPosition(i, position, 0, x);
        assembler.embedPosition(i, position, 1, Math.sqrt(1 - x * x));
      }
    }

    @Override
    public void addTo(TransformerAssembler assembler, RoleFlags roles, LinearForm one) {
      LayerAssembler layer = assembler.layer();
      SublayerInput input = layer.attention();
      LinearForm wantsEnd = roles.any(input, Role.STEP);
      UniformAverage average =
          new UniformAverage(
              List.of(wantsEnd, wantsEnd.times(-1).plus(1)),
              List.of(roles.any(input, Role.THINK), roles.any(input, Role.START)));
      average.addTo(
          layer,
          new Note(
              NAME,
              "a chain token copies the position of the think token, any other that of start, 0"),
          List.of(input.read(position).at(0)),
          end,
          mask);
    }

    @Override
    public List<LinearForm> hash(ResidualStream stream, SublayerInput input, LinearForm one) {
      LinearForm number = stream.at(position, 0).minus(stream.at(end, 0)).times(unit);
      return hash.of(input, number, one);
    }

    @Override
    public double gap() {
      return hash.gap(largestCount);
    }

    @Override
    public ScoreClaim lookUp(String name, RoundingError errors) {
      double copied = errors.direction(2) + errors.mean(1) + errors.operations(2);
      double error = errors.hash(copied * unit / hash.scale()); // d atan(k / c) <= dk / c
      return HashLookUp.claim(name, gap(), error, error, errors);
    }

    @Override
    public ScoreClaim claim(RoundingError errors) {
      return UniformAverage.claim(NAME, errors);
    }

    @Override
    public List<RangeClaim> ranges(Arithmetic arithmetic) {
      List<RangeClaim> ranges = new ArrayList<>(hash.ranges(arithmetic, (double) largestCount, 1));
      ranges.add(RangeClaim.integers(arithmetic, "the last position", sequence));
      ranges.add(RangeClaim.table(2.0 * sequence));
      return ranges;
    }
  }
}
