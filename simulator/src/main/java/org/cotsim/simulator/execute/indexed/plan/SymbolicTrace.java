package org.cotsim.simulator.execute.indexed.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cotsim.simulator.model.Attention;
import org.cotsim.simulator.model.FeedForward;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Norm;

/**
 * The model as a list of operations on single numbers, traced for some tokens or for all of them.
 *
 * <p>What is the same for these tokens becomes a constant, a hidden unit that cannot open for them
 * becomes zero, and products with zeros disappear.
 */
public final class SymbolicTrace {

  private static final double HUGE = 1e150; // squares overflow from here on

  /** Says how a head is answered, given what it reads. */
  public interface Planner {
    HeadPlan plan(
        int head,
        TracedNumber[] query,
        TracedNumber[] key,
        TracedNumber[] value,
        List<Operation> ops);
  }

  public final List<Operation> ops = new ArrayList<>();
  public final List<Operation.Offer> offers = new ArrayList<>();
  public final List<Operation.Attend> attends = new ArrayList<>();
  public final TracedNumber[] scores; // [direct tokens of the output]
  public final List<TracedNumber[]> searched =
      new ArrayList<>(); // what each searched part of the output reads

  private final EmbeddingRanges columns;
  private final Planner planner;
  private final SumBuilder sums = new SumBuilder(ops);

  public SymbolicTrace(EmbeddingRanges columns, int[] tokens, OutputPlan output, Planner planner) {
    this.columns = columns;
    this.planner = planner;
    TracedNumber[] stream = columns.load(tokens, ops); // [width]
    for (Layer layer : columns.model().layers()) {
      stream = attend(layer.attention(), stream);
      stream = feedForward(layer.feedForward(), stream);
    }
    this.scores = sums.apply(columns.model().output().map(), output.direct, stream);
    for (OutputPlan.Part part : output.searched) {
      searched.add(pick(stream, part.columns));
    }
  }

  private static TracedNumber[] pick(TracedNumber[] values, int[] places) {
    return Arrays.stream(places).mapToObj(c -> values[c]).toArray(TracedNumber[]::new);
  }

  /** Everything that scores are computed from. */
  public Stream<TracedNumber> outputs() {
    return Stream.concat(Arrays.stream(scores), searched.stream().flatMap(Arrays::stream));
  }

  private TracedNumber[] attend(Attention sublayer, TracedNumber[] stream) {
    if (sublayer.heads().isEmpty()) {
      return stream;
    }
    TracedNumber[] x = normalise(sublayer.norm(), stream); // [normalised]
    TracedNumber[] sum = new TracedNumber[stream.length];
    Arrays.fill(sum, TracedNumber.constant(0));
    for (Head head : sublayer.heads()) {
      TracedNumber[] key = sums.apply(head.key(), x, false);
      TracedNumber[] value = sums.apply(head.value(), x, false);
      TracedNumber[] query = sums.apply(head.query(), x, false);
      TracedNumber[] mixed = mix(query, key, value); // [valueSize]
      sum = sums.plus(sum, sums.apply(head.output(), mixed));
    }
    return sums.plus(stream, sum);
  }

  private TracedNumber[] mix(TracedNumber[] query, TracedNumber[] key, TracedNumber[] value) {
    HeadPlan plan = planner.plan(attends.size(), query, key, value, ops);
    if (plan.index == attends.size()) { // else a head before it fills the cache of both
      Operation.Offer offer = new Operation.Offer(ops.size(), plan, key, value);
      ops.add(offer);
      offers.add(offer);
    }
    Operation.Attend attend = new Operation.Attend(ops.size(), plan, query);
    ops.add(attend);
    attends.add(attend);
    for (int c = 0; c < attend.out.length; c++) {
      attend.out[c] = TracedNumber.of(attend, plan.valueLow[c], plan.valueHigh[c], false);
    }
    return attend.out;
  }

  private TracedNumber[] feedForward(FeedForward sublayer, TracedNumber[] stream) {
    if (sublayer.hidden() == 0 && sublayer.second().nonZeros() == 0) {
      return stream;
    }
    TracedNumber[] x = normalise(sublayer.norm(), stream); // [normalised]
    TracedNumber[] hidden = sums.apply(sublayer.first(), x, true); // [hidden]
    return sums.plus(stream, sums.apply(sublayer.second(), hidden, false));
  }

  private TracedNumber[] normalise(Norm norm, TracedNumber[] stream) {
    if (norm instanceof Norm.Standard) {
      return layerNorm(stream, null, stream);
    }
    List<TracedNumber[]> projected = new ArrayList<>();
    for (Matrix projection : norm.projections()) {
      projected.add(sums.apply(projection, stream));
    }
    TracedNumber[] x = new TracedNumber[norm.outputs(stream.length)];
    int filled = 0;
    for (int p = 0; p < projected.size(); p++) {
      TracedNumber[] part = layerNorm(projected.get(p), norm.projections().get(p), stream);
      System.arraycopy(part, 0, x, filled, part.length);
      filled += part.length;
    }
    return x;
  }

  /** LN(v), where v is M h, or h itself if there is no M. */
  private TracedNumber[] layerNorm(TracedNumber[] v, Matrix m, TracedNumber[] h) {
    if (Arrays.stream(v).allMatch(TracedNumber::isConstant)) {
      double[] numbers = Arrays.stream(v).mapToDouble(TracedNumber::constant).toArray();
      LayerNorm.apply(numbers);
      if (Arrays.stream(numbers).allMatch(Double::isFinite)) {
        return Arrays.stream(numbers).mapToObj(TracedNumber::constant).toArray(TracedNumber[]::new);
      }
    }
    Operation.Normalise op = new Operation.Normalise(ops.size(), v);
    ops.add(op);
    boolean bounded = Arrays.stream(v).allMatch(x -> x.low >= -HUGE && x.high <= HUGE);
    boolean signed = m != null && LayerNorm.signed(m, columns.transposed(m), h);
    boolean tokenOnly = Arrays.stream(v).allMatch(x -> x.tokenOnly);
    for (int c = 0; c < v.length; c++) {
      double bound =
          m == null ? LayerNorm.bound() : LayerNorm.bound(m, columns.transposed(m), c, h, signed);
      double limit = bounded ? bound : Double.POSITIVE_INFINITY;
      op.out[c] = TracedNumber.of(op, -limit, limit, tokenOnly);
    }
    return op.out;
  }
}
