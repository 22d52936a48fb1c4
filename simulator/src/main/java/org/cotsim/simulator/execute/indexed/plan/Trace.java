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
public final class Trace {

  private static final double HUGE = 1e150; // squares overflow from here on

  /** Says how a head is answered, given what it reads. */
  public interface Planner {
    HeadPlan plan(int head, Value[] query, Value[] key, Value[] value, List<Op> ops);
  }

  public final List<Op> ops = new ArrayList<>();
  public final List<Op.Offer> offers = new ArrayList<>();
  public final List<Op.Attend> attends = new ArrayList<>();
  public final Value[] scores; // [direct tokens of the output]
  public final List<Value[]> searched = new ArrayList<>(); // what each searched part of the output reads

  private final Columns columns;
  private final Planner planner;
  private final Sums sums = new Sums(ops);

  public Trace(Columns columns, int[] tokens, OutputPlan output, Planner planner) {
    this.columns = columns;
    this.planner = planner;
    Value[] stream = columns.load(tokens, ops); // [width]
    for (Layer layer : columns.model().layers()) {
      stream = attend(layer.attention(), stream);
      stream = feedForward(layer.feedForward(), stream);
    }
    this.scores = sums.apply(columns.model().output().map(), output.direct, stream);
    for (OutputPlan.Part part : output.searched) {
      searched.add(pick(stream, part.columns));
    }
  }

  private static Value[] pick(Value[] values, int[] places) {
    return Arrays.stream(places).mapToObj(c -> values[c]).toArray(Value[]::new);
  }

  /** Everything that scores are computed from. */
  public Stream<Value> outputs() {
    return Stream.concat(Arrays.stream(scores), searched.stream().flatMap(Arrays::stream));
  }

  private Value[] attend(Attention sublayer, Value[] stream) {
    if (sublayer.heads().isEmpty()) {
      return stream;
    }
    Value[] x = normalise(sublayer.norm(), stream); // [normalised]
    Value[] sum = new Value[stream.length];
    Arrays.fill(sum, Value.constant(0));
    for (Head head : sublayer.heads()) {
      Value[] key = sums.apply(head.key(), x, false);
      Value[] value = sums.apply(head.value(), x, false);
      Value[] query = sums.apply(head.query(), x, false);
      Value[] mixed = mix(query, key, value); // [valueSize]
      sum = sums.plus(sum, sums.apply(head.output(), mixed));
    }
    return sums.plus(stream, sum);
  }

  private Value[] mix(Value[] query, Value[] key, Value[] value) {
    HeadPlan plan = planner.plan(attends.size(), query, key, value, ops);
    if (plan.index == attends.size()) { // else a head before it fills the cache of both
      Op.Offer offer = new Op.Offer(ops.size(), plan, key, value);
      ops.add(offer);
      offers.add(offer);
    }
    Op.Attend attend = new Op.Attend(ops.size(), plan, query);
    ops.add(attend);
    attends.add(attend);
    for (int c = 0; c < attend.out.length; c++) {
      attend.out[c] = Value.of(attend, plan.valueLow[c], plan.valueHigh[c], false);
    }
    return attend.out;
  }

  private Value[] feedForward(FeedForward sublayer, Value[] stream) {
    if (sublayer.hidden() == 0 && sublayer.second().nonZeros() == 0) {
      return stream;
    }
    Value[] x = normalise(sublayer.norm(), stream); // [normalised]
    Value[] hidden = sums.apply(sublayer.first(), x, true); // [hidden]
    return sums.plus(stream, sums.apply(sublayer.second(), hidden, false));
  }

  private Value[] normalise(Norm norm, Value[] stream) {
    if (norm instanceof Norm.Standard) {
      return layerNorm(stream, null, stream);
    }
    List<Value[]> projected = new ArrayList<>();
    for (Matrix projection : norm.projections()) {
      projected.add(sums.apply(projection, stream));
    }
    Value[] x = new Value[norm.outputs(stream.length)];
    int filled = 0;
    for (int p = 0; p < projected.size(); p++) {
      Value[] part = layerNorm(projected.get(p), norm.projections().get(p), stream);
      System.arraycopy(part, 0, x, filled, part.length);
      filled += part.length;
    }
    return x;
  }

  /** LN(v), where v is M h, or h itself if there is no M. */
  private Value[] layerNorm(Value[] v, Matrix m, Value[] h) {
    if (Arrays.stream(v).allMatch(Value::isConstant)) {
      double[] numbers = Arrays.stream(v).mapToDouble(Value::constant).toArray();
      LayerNorm.apply(numbers);
      if (Arrays.stream(numbers).allMatch(Double::isFinite)) {
        return Arrays.stream(numbers).mapToObj(Value::constant).toArray(Value[]::new);
      }
    }
    Op.Normalise op = new Op.Normalise(ops.size(), v);
    ops.add(op);
    boolean bounded = Arrays.stream(v).allMatch(x -> x.low >= -HUGE && x.high <= HUGE);
    boolean signed = m != null && LayerNorm.signed(m, columns.transposed(m), h);
    boolean tokenOnly = Arrays.stream(v).allMatch(x -> x.tokenOnly);
    for (int c = 0; c < v.length; c++) {
      double bound =
          m == null ? LayerNorm.bound() : LayerNorm.bound(m, columns.transposed(m), c, h, signed);
      double limit = bounded ? bound : Double.POSITIVE_INFINITY;
      op.out[c] = Value.of(op, -limit, limit, tokenOnly);
    }
    return op.out;
  }
}
