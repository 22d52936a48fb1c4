package org.cotsim.simulator.construct.hops;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cotsim.simulator.assemble.Assembly;
import org.cotsim.simulator.assemble.Blueprint.Note;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.assemble.CountComparison;
import org.cotsim.simulator.assemble.Gate;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LayerNormHash;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.Phrase;
import org.cotsim.simulator.assemble.RangeClaim;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.RoundingError;
import org.cotsim.simulator.assemble.ScoreClaim;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.TransformerAssembler;
import org.cotsim.simulator.assemble.UniformAverage;
import org.cotsim.simulator.assemble.Wording;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Mask;

/**
 * The weights that follow a function: two layers, then the scores.
 *
 * <p>Point x is the hash of x + 2, the number of tokens up to its image, so that a point that a
 * token names and a position that a token counts can be compared.
 */
final class HopWeights implements Construction.Weights {

  private static final double SURE = 6; // more than a step's, which is at most 1
  private static final double GUESS = 0.5; // less than the right step's
  private static final int LARGEST_READING = 64;

  /** Whether a stroke is left for the token after this one. */
  private static final CountComparison STROKE_LEFT = new CountComparison(List.of(1L), -1);

  private enum Kind {
    START,
    IMAGE,
    SOURCE,
    TARGET,
    STROKE,
    THINK,
    STEP,
    ANSWER
  }

  private static final List<Kind> KINDS = List.of(Kind.values());

  private final HopTokens tokens;
  private final ConstructionOptions options;
  private final Extent extent;
  private final long largestCount; // tokens up to the last image that a point may have
  private final LayerNormHash hash;
  private final TransformerAssembler assembler;
  private final ResidualStream stream;
  private final Subspace kind;
  private final Subspace one;
  private final Subspace named;
  private final Subspace counts;
  private final Subspace from;
  private final Subspace goal;
  private final Subspace here;
  private final Subspace done;
  private final Subspace next;

  HopWeights(HopTokens tokens, ConstructionOptions options, Extent extent) {
    this.tokens = tokens;
    this.options = options;
    this.extent = extent;
    this.largestCount = Math.max(tokens.points(), extent.length()) + 1L;
    this.hash =
        options.hash() == ConstructionOptions.Hash.PLAIN
            ? LayerNormHash.plain()
            : LayerNormHash.scaledTo(largestCount);
    this.assembler = new TransformerAssembler(tokens.vocabulary());
    this.stream = assembler.stream();
    this.kind = stream.declareOneHot("kind", labels(), "one-hot of what the token is");
    this.one = stream.declare("one", 1, "the number 1, to compare other numbers with");
    this.named = stream.declare("named", 2, "the point that the token names", this::pointInWords);
    this.counts =
        stream.declare(
            "counts", 2, "1/n for n tokens so far; strokes less hops so far, divided by n");
    this.from = stream.declare("from", 2, "s, where the chain begins", this::pointInWords);
    this.goal = stream.declare("goal", 2, "t, at every hop", this::pointInWords);
    this.here = stream.declare("here", 1, "1 if the chain stands at t", Wording.yesOrNo());
    this.done =
        stream.declareOneHot(
            "done",
            List.of(Phrase.of("elsewhere"), Phrase.of("at t")),
            "where the chain ends, after all hops");
    this.next = stream.declare("next", 2, "the image of the point", this::pointInWords);
  }

  private static List<Phrase> labels() {
    return KINDS.stream().map(is -> Phrase.of(is.name().toLowerCase(Locale.ROOT))).toList();
  }

  private Phrase pointInWords(double[] values) {
    return Wording.isZero(values)
        ? Wording.NOTHING
        : Phrase.name(hash.count(values[0], values[1]) - 2);
  }

  @Override
  public Certificate certificate() {
    RoundingError errors = options.errors(LARGEST_READING);
    double point = errors.operations(4); // a hash as it is stored
    double copied = point + errors.direction(2) + errors.mean(1);
    double query = errors.hash(copied + errors.operations(1));
    double position = errors.hash(errors.mean((double) largestCount) / 2);
    double gap = hash.gap(largestCount);
    List<ScoreClaim> claims =
        List.of(
            UniformAverage.claim("count", errors),
            UniformAverage.claim("source", errors),
            UniformAverage.claim("goal", errors),
            STROKE_LEFT.claim("hops left", sequence(), errors),
            new ScoreClaim("at t", step(), 2 * copied + errors.operations(4), step() / 2),
            new ScoreClaim(
                "hop", gap, errors.score(query, position, 4) + 6 * errors.flag(), gap / 2),
            new ScoreClaim("output", gap, errors.score(copied, point, 4), gap / 2));
    return new Certificate(options.arithmetic(), extent.length(), extent.steps(), claims, ranges());
  }

  /** The tokens of the longest prompt and chain. */
  private double sequence() {
    return extent.length() + (double) extent.steps() + 2;
  }

  private List<RangeClaim> ranges() {
    Arithmetic arithmetic = options.arithmetic();
    List<RangeClaim> ranges = new ArrayList<>(hash.ranges(arithmetic, 1, 1));
    ranges.add(RangeClaim.integers(arithmetic, "the number of tokens counted", sequence()));
    ranges.addAll(STROKE_LEFT.ranges(arithmetic, sequence()));
    ranges.add(
        RangeClaim.underflow(
            arithmetic,
            "one over the square of half the step between points",
            4 / (step() * step())));
    return ranges;
  }

  /** The least difference between the first coordinates of two points: of the last two counts. */
  private double step() {
    double last = Math.atan2(hash.scale(), (double) largestCount);
    double before = Math.atan2(hash.scale(), largestCount - 1.0);
    double angle =
        Math.atan(
            hash.scale()
                / (hash.scale() * hash.scale() + (double) largestCount * (largestCount - 1)));
    return 2 * Math.sin((last + before) / 2) * Math.sin(angle / 2);
  }

  @Override
  public Assembly assemble() {
    embedAll();
    addCounts(assembler.layer());
    addHop(assembler.layer());
    for (int x = 0; x < tokens.points(); x++) {
      assembler.score(tokens.step(x), next, 0, first(x));
      assembler.score(tokens.step(x), next, 1, second(x));
    }
    assembler.score(tokens.answer(true), here, 0, GUESS);
    assembler.score(tokens.answer(false), one, 0, GUESS);
    assembler.score(tokens.answer(false), here, 0, -GUESS);
    assembler.score(tokens.answer(false), done, 0, SURE);
    assembler.score(tokens.answer(true), done, 1, SURE);
    return options.applyTo(assembler.build(hash.gap(largestCount) / 2), LARGEST_READING);
  }

  private void embedAll() {
    embed(HopTokens.START, Kind.START);
    embed(HopTokens.THINK, Kind.THINK);
    embed(HopTokens.TICK, Kind.STROKE);
    embed(tokens.answer(false), Kind.ANSWER);
    embed(tokens.answer(true), Kind.ANSWER);
    for (int x = 0; x < tokens.points(); x++) {
      embed(tokens.image(x), Kind.IMAGE, x);
      embed(tokens.source(x), Kind.SOURCE, x);
      embed(tokens.target(x), Kind.TARGET, x);
      embed(tokens.step(x), Kind.STEP, x);
    }
  }

  private void embed(int token, Kind is) {
    assembler.embed(token, kind, KINDS.indexOf(is), 1);
    assembler.embed(token, one, 0, 1);
  }

  private void embed(int token, Kind is, int point) {
    embed(token, is);
    assembler.embed(token, named, 0, first(point));
    assembler.embed(token, named, 1, second(point));
  }

  private double first(int point) {
    return (point + 2) / Math.hypot(point + 2, hash.scale());
  }

  private double second(int point) {
    return hash.scale() / Math.hypot(point + 2, hash.scale());
  }

  private LinearForm any(SublayerInput input, Kind... kinds) {
    SublayerInput.Reading reading = input.readOneHot(kind);
    LinearForm sum = input.constant(0);
    for (Kind is : kinds) {
      sum = sum.plus(reading.at(KINDS.indexOf(is)));
    }
    return sum;
  }

  private static LinearForm not(LinearForm flag) {
    return flag.times(-1).plus(1);
  }

  /** Adds the heads that count, and copy s and t; then compares. */
  private void addCounts(LayerAssembler layer) {
    SublayerInput input = layer.attention();
    LinearForm start = any(input, Kind.START);
    addShares(layer, input, start);
    List<LinearForm> points = input.read(named).all();
    LinearForm think = any(input, Kind.THINK);
    new UniformAverage(List.of(think, not(think)), List.of(any(input, Kind.SOURCE), start))
        .addTo(layer, new Note("source", "the think token copies s"), points, from, Mask.CAUSAL);
    LinearForm hops = any(input, Kind.THINK, Kind.STEP);
    new UniformAverage(List.of(hops, not(hops)), List.of(any(input, Kind.TARGET), start))
        .addTo(
            layer,
            new Note("goal", "the think token and every hop copy t"),
            points,
            goal,
            Mask.CAUSAL);
    addComparisons(layer);
  }

  private void addShares(LayerAssembler layer, SublayerInput input, LinearForm start) {
    UniformAverage.everywhere(input)
        .addTo(
            layer,
            new Note(
                "count",
                "spreads its weight evenly over all n tokens so far: the share of the start token is"
                    + " 1/n, that of the strokes less that of the hops says how many are left"),
            List.of(start, any(input, Kind.STROKE).minus(any(input, Kind.STEP))),
            counts,
            Mask.CAUSAL);
  }

  private LinearForm point(int i) {
    return stream.at(named, i).plus(stream.at(from, i));
  }

  private void addComparisons(LayerAssembler layer) {
    layer.feedForwardNote("here", "the point is t: neither less nor more");
    layer.feedForwardNote("done", "as many hops as strokes, and whether the point is t");
    SublayerInput input = layer.feedForward();
    LinearForm hops = any(input, Kind.THINK, Kind.STEP);
    LinearForm ahead = point(0).minus(stream.at(goal, 0));
    LinearForm margin = stream.at(one, 0).times(step() / 2);
    LinearForm notLess = yes(input.readSign(ahead.plus(margin)).at(0));
    LinearForm notMore = yes(input.readSign(margin.minus(ahead)).at(0));
    LinearForm ended =
        not(STROKE_LEFT.atLeastZero(input, List.of(stream.at(counts, 1)), stream.at(counts, 0)));
    layer.write(Gate.open(layer, List.of(hops, notLess, notMore)), 1, here, 0);
    layer.write(Gate.open(layer, List.of(hops, ended)), 1, done, 0);
    int arrived = Gate.open(layer, List.of(hops, ended, notLess, notMore));
    layer.write(arrived, -1, done, 0);
    layer.write(arrived, 1, done, 1);
  }

  /** 1 or 0 from a sign. */
  private static LinearForm yes(LinearForm sign) {
    return sign.times(0.5).plus(0.5);
  }

  /** Adds the head that finds the image of the point. */
  private void addHop(LayerAssembler layer) {
    SublayerInput input = layer.attention();
    LinearForm start = any(input, Kind.START);
    List<LinearForm> query = new ArrayList<>(input.read(point(0), point(1)).all());
    List<LinearForm> key =
        new ArrayList<>(hash.ofInverse(input, stream.at(counts, 0), stream.at(one, 0)));
    query.add(input.constant(1));
    key.add(any(input, Kind.IMAGE).times(2).plus(-2));
    query.add(not(any(input, Kind.THINK, Kind.STEP))); // the others look at the start token
    key.add(start.times(4).plus(-4));
    layer.head(
        new Note(
            "hop",
            "finds the image whose position is the number of the point that the chain stands at, and"
                + " copies the point that it names"),
        query,
        key,
        input.read(named).all(),
        next,
        hash.gap(largestCount) / 2,
        Mask.CAUSAL);
  }
}
