package org.cotsim.simulator.construct.regular;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.languages.automaton.algebra.ElementNames;
import org.cotsim.languages.automaton.algebra.TransitionMonoid;
import org.cotsim.simulator.assemble.Assembly;
import org.cotsim.simulator.assemble.Blueprint.Note;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.assemble.Gate;
import org.cotsim.simulator.assemble.HashLookUp;
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
import org.cotsim.simulator.assemble.TokenOneHot;
import org.cotsim.simulator.assemble.TransformerAssembler;
import org.cotsim.simulator.assemble.UniformAverage;
import org.cotsim.simulator.assemble.Wording;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Token.Role;
import org.cotsim.simulator.model.Vocabulary;

/** The weights of one looped model: layer 1 counts and points one back, the other layer doubles. */
final class LoopedWeights implements Construction.Weights {

  private static final int CONDITIONS = 2;

  private final DfaTable<?> table;
  private final TransitionMonoid monoid;
  private final int size; // of the monoid
  private final Vocabulary vocabulary;
  private final ConstructionOptions options;
  private final int loops;
  private final LayerNormHash hash;
  private final double gap;
  private final Certificate certificate;

  private TransformerAssembler assembler;
  private Subspace token;
  private Subspace one;
  private Subspace clock;
  private Subspace product;
  private Subspace pointer;
  private Subspace foundProduct;
  private Subspace foundPointer;

  LoopedWeights(
      DfaTable<?> table,
      TransitionMonoid monoid,
      Vocabulary vocabulary,
      ConstructionOptions options,
      int maxLength,
      int loops) {
    this.table = table;
    this.monoid = monoid;
    this.size = monoid.size().orElseThrow();
    this.vocabulary = vocabulary;
    this.options = options;
    this.loops = loops;
    long positions = maxLength + 2L; // start, letters, think
    this.hash = LayerNormHash.scaledTo(positions);
    this.gap = hash.gap(positions);
    this.certificate =
        new Certificate(options.arithmetic(), maxLength, 0, claims(), ranges(positions));
  }

  @Override
  public Certificate certificate() {
    return certificate;
  }

  private List<ScoreClaim> claims() {
    RoundingError errors = options.errors(0);
    return List.of(
        UniformAverage.claim("clock", errors),
        lookBack(errors),
        AtOnceDecoder.tables(CONDITIONS, errors),
        AtOnceDecoder.output(errors));
  }

  private List<RangeClaim> ranges(long positions) {
    List<RangeClaim> ranges = new ArrayList<>(hash.ranges(options.arithmetic(), 1, 1));
    ranges.add(
        RangeClaim.integers(
            options.arithmetic(), "the number of tokens that share a weight", (double) positions));
    ranges.add(AtOnceDecoder.sequence(positions));
    return ranges;
  }

  /**
   * What the look-up of the last loop relies on.
   *
   * <p>The first pointer is read from 1/m, off by 2 roundings, and 1 - 1/m, off by 4. In each loop
   * a pointer is read at two positions, added to the stream and taken off it, which leaves the
   * error of the reading behind: four directions and a dozen roundings at most, and they add up.
   */
  private ScoreClaim lookBack(RoundingError errors) {
    double first = errors.hash(errors.operations(12)) + errors.operations(4);
    double each = 4 * errors.direction(2) + errors.operations(12);
    double pointers = errors.hash(first + loops * each);
    double own = errors.hash(errors.operations(2));
    return HashLookUp.claim("look back", gap, pointers, own, errors);
  }

  @Override
  public Assembly assemble() {
    assembler = new TransformerAssembler(vocabulary);
    ResidualStream stream = assembler.stream();
    token = TokenOneHot.embed(assembler);
    one = stream.declare("one", 1, "the number 1, to compare other numbers with");
    clock =
        stream.declare(
            "1/m",
            1,
            "1/m for the m tokens so far, start and this one among them",
            Wording.inverse("m"));
    ElementNames elements = ElementNames.of(monoid, letters(), table.names());
    product =
        stream.declareOneHot(
            LoopedConstruction.PRODUCT,
            elements.names(),
            Phrase.of(
                "what the letters after the one pointed to do to the states: {notation}",
                "notation",
                Phrase.of(elements.notation())));
    pointer = stream.declare("pointer", 2, "the hash of the number of an earlier token", this::at);
    foundProduct =
        stream.declareOneHot(
            "product found", elements.names(), "the product of the token pointed to");
    foundPointer =
        stream.declare("pointer found", 2, "the pointer of the token pointed to", this::at);
    embed();
    addPointers(assembler.layer());
    if (loops > 0) {
      LayerAssembler block = assembler.layer();
      addLookUp(block);
      addProducts(block);
      for (int loop = 1; loop < loops; loop++) {
        assembler.repeat(block);
      }
    }
    return assembler.build(AtOnceDecoder.OUTPUT_TOLERANCE);
  }

  private List<String> letters() {
    return vocabulary.withRole(Role.INPUT).stream()
        .mapToObj(id -> vocabulary.token(id).text())
        .toList();
  }

  /** A pointer as a person reads it: the position, counted from 0, of the token pointed to. */
  private Phrase at(double[] values) {
    return Math.hypot(values[0], values[1]) < Wording.NOISE
        ? Wording.NOTHING
        : Phrase.of("position {position}", "position", hash.count(values[0], values[1]) - 1);
  }

  private void embed() {
    int letters = vocabulary.withRole(Role.INPUT).id(0);
    for (int id = 0; id < vocabulary.size(); id++) {
      assembler.embed(id, one, 0, 1);
      boolean isLetter = vocabulary.token(id).role() == Role.INPUT;
      assembler.embed(id, product, isLetter ? monoid.letter(id - letters) : 0, 1);
    }
    for (int element = 0; element < size; element++) {
      boolean accepts = table.accepting(monoid.state(element, 0));
      int answer = vocabulary.id(accepts ? "accept" : "reject", Role.ANSWER);
      assembler.score(answer, product, element, 1);
    }
  }

  private void addPointers(LayerAssembler layer) {
    ResidualStream stream = assembler.stream();
    SublayerInput input = layer.attention();
    int start = vocabulary.withRole(Role.START).id(0);
    UniformAverage.everywhere(input)
        .addTo(
            layer,
            new Note("clock", "spreads its weight evenly: the start token's share is 1/m"),
            List.of(input.readOneHot(token).at(start)),
            clock,
            Mask.CAUSAL);
    layer.feedForwardNote(
        "first pointer",
        "to token m - 1, as the hash of 1 - 1/m and 1/m; the start token's to itself");
    LinearForm inverse = stream.at(clock, 0);
    LinearForm before = stream.at(one, 0).plus(inverse.times(-1)).plus(stream.at(token, start));
    List<LinearForm> first = layer.feedForward().read(before, inverse.times(hash.scale())).all();
    for (int i = 0; i < first.size(); i++) {
      layer.write(layer.unit(first.get(i)), 1, pointer, i);
    }
  }

  private void addLookUp(LayerAssembler layer) {
    SublayerInput input = layer.attention();
    ResidualStream stream = assembler.stream();
    List<LinearForm> named = input.read(pointer).all();
    List<LinearForm> own = hash.ofInverse(input, stream.at(clock, 0), stream.at(one, 0));
    HashLookUp lookUp = new HashLookUp(named, own, input.constant(1));
    lookUp.addTo(
        layer,
        new Note(
            LoopedConstruction.LOOK_BACK,
            "finds the token that my pointer names; copies its product"),
        input.readOneHot(product).all(),
        foundProduct,
        gap,
        Mask.CAUSAL);
    lookUp.addTo(
        layer,
        new Note("look back: pointer", "finds the token that my pointer names; copies its pointer"),
        named,
        foundPointer,
        gap,
        Mask.CAUSAL);
  }

  /** Each gate puts a product in the place of its factors, so that the loop starts afresh. */
  private void addProducts(LayerAssembler layer) {
    SublayerInput input = layer.feedForward();
    layer.feedForwardNote(
        "products", "the product found, then my own: as many letters as both cover together");
    List<LinearForm> earlier = input.readOneHot(foundProduct).all();
    List<LinearForm> later = input.readOneHot(product).all();
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        int unit = Gate.open(layer, List.of(earlier.get(a), later.get(b)));
        int both = monoid.product(a, b);
        layer.write(unit, -1, foundProduct, a);
        if (both != b) {
          layer.write(unit, 1, product, both);
          layer.write(unit, -1, product, b);
        }
      }
    }
    layer.feedForwardNote("pointers", "the pointer found takes the place of mine");
    List<LinearForm> found = input.read(foundPointer).all();
    List<LinearForm> mine = input.read(pointer).all();
    for (int i = 0; i < found.size(); i++) {
      int unit = layer.unit(found.get(i));
      layer.write(unit, 1, pointer, i);
      layer.write(unit, -1, foundPointer, i);
      layer.write(layer.unit(mine.get(i)), -1, pointer, i);
    }
  }
}
