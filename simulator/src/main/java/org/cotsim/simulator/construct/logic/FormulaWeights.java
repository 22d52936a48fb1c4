package org.cotsim.simulator.construct.logic;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.languages.logic.Count;
import org.cotsim.languages.logic.Formula;
import org.cotsim.languages.logic.Formula.Past;
import org.cotsim.languages.logic.Formula.Remainder;
import org.cotsim.languages.logic.Formula.Since;
import org.cotsim.simulator.assemble.Assembly;
import org.cotsim.simulator.assemble.BlockSum;
import org.cotsim.simulator.assemble.Blueprint.Note;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.assemble.CountComparison;
import org.cotsim.simulator.assemble.EmbeddedPositions;
import org.cotsim.simulator.assemble.EverFlagged;
import org.cotsim.simulator.assemble.LastFlagged;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.ModularCount;
import org.cotsim.simulator.assemble.ModularCount.Offer;
import org.cotsim.simulator.assemble.Phrase;
import org.cotsim.simulator.assemble.RangeClaim;
import org.cotsim.simulator.assemble.RoundingError;
import org.cotsim.simulator.assemble.ScoreClaim;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.UniformAverage;
import org.cotsim.simulator.assemble.Wording;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.WordPositions;
import org.cotsim.simulator.construct.logic.DecisionTree.Case;
import org.cotsim.simulator.construct.logic.FormulaPlan.Table;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Token.Role;
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.model.Vocabulary;

/** The weights of one formula's model, and what each of its parts relies on. */
final class FormulaWeights implements Construction.Weights {

  private static final double GAP = 1; // between the two answers
  private static final double OUTPUT_TOLERANCE = GAP / 2;
  private static final double MOST_TOKENS = 1 << 28; // that a sequence is numbered with
  private static final int TRUNCATED_SIGN = 16; // operations whose truncation a sign may feel

  private final Formula formula;
  private final FormulaPlan plan;
  private final ConstructionOptions options;
  private final int maxLength;
  private final int largestReading;
  private final RoundingError errors;
  private final WordPositions positions;
  private final List<ScoreClaim> claims = new ArrayList<>();
  private final List<RangeClaim> ranges = new ArrayList<>();

  private final FormulaStream shared;
  private final FormulaTables tables;
  private final List<LayerAssembler> layers = new ArrayList<>();

  FormulaWeights(
      Formula formula,
      FormulaPlan plan,
      Vocabulary vocabulary,
      ConstructionOptions options,
      WordPositions positions,
      int maxLength,
      int largestReading) {
    this.formula = formula;
    this.plan = plan;
    this.options = options;
    this.positions = positions;
    this.maxLength = maxLength;
    this.largestReading = largestReading;
    this.errors = errors(plan, options, largestReading);
    this.shared = new FormulaStream(plan, vocabulary);
    this.tables = new FormulaTables(shared);
    addLayers();
  }

  /** A sign is exact where rounding is to nearest; where an arithmetic truncates it may not be. */
  static RoundingError errors(FormulaPlan plan, ConstructionOptions options, int largestReading) {
    RoundingError errors = options.errors(Math.max(1, largestReading));
    return options.arithmetic().rounding() == Arithmetic.Rounding.NEAREST || plan.signs().isEmpty()
        ? errors
        : new RoundingError(
            errors.unitRoundoff(), Math.max(errors.reading(), errors.operations(TRUNCATED_SIGN)));
  }

  /** The layers alone, without the position table. */
  Transformer withoutPositions() {
    return shared.assembler.build(OUTPUT_TOLERANCE).model();
  }

  @Override
  public Assembly assemble() {
    positions.embedded().ifPresent(this::embed);
    return options.applyTo(shared.assembler.build(OUTPUT_TOLERANCE), largestReading);
  }

  private void embed(EmbeddedPositions embedded) {
    embedded.embed();
    for (int i = 0; i < maxLength + 2; i++) {
      shared.assembler.embedPosition(i, shared.inverse, 0, 1 / (i + 1.0));
    }
  }

  @Override
  public Certificate certificate() {
    return new Certificate(options.arithmetic(), maxLength, 0, claims, ranges);
  }

  private void addLayers() {
    positions.embedded().ifPresent(p -> p.declare(shared.assembler, shared.one()));
    for (int l = 0; l < plan.layers(); l++) {
      layers.add(shared.assembler.layer());
    }
    addRanges();
    positions
        .embedded()
        .ifPresentOrElse(p -> claims.addAll(p.sumClaims(errors)), () -> addPosition(layers.get(0)));
    for (int l = 1; l <= plan.layers(); l++) {
      addLayer(l);
    }
    addComparisons();
    addAnswer();
  }

  /** What the signs rely on that tables read. */
  private void addComparisons() {
    for (Count count : tables.compared()) {
      CountComparison comparison = FormulaTables.comparison(count);
      claims.add(comparison.claim(shared.names.brief(count + " >= 0"), maxLength + 1.0, errors));
      ranges.addAll(comparison.ranges(options.arithmetic(), maxLength + 2.0));
    }
  }

  private void addRanges() {
    Arithmetic arithmetic = options.arithmetic();
    double tokens = maxLength + 2.0;
    ranges.add(new RangeClaim("the tokens of a sequence", tokens, MOST_TOKENS));
    if (positions.embedded().isEmpty() || !plan.shares().isEmpty()) {
      ranges.add(RangeClaim.integers(arithmetic, "the number of positions", tokens));
    }
    ranges.addAll(positions.ramp().ranges(arithmetic));
    positions.embedded().ifPresent(table -> ranges.addAll(table.tableRanges(arithmetic)));
  }

  /** Layer 1: the start token's share of all positions so far. */
  private void addPosition(LayerAssembler layer) {
    SublayerInput input = layer.attention();
    UniformAverage.everywhere(input)
        .addTo(
            layer,
            new Note("position", "spreads its weight evenly over all m positions so far: 1/m"),
            List.of(shared.roles.any(input, Role.START)),
            shared.inverse,
            Mask.CAUSAL);
    claims.add(UniformAverage.claim("position", errors));
  }

  private void addLayer(int l) {
    LayerAssembler layer = layers.get(l - 1);
    plan.shares()
        .forEach(
            (counted, at) -> {
              if (at == l) {
                addShare(layer, counted);
              }
            });
    plan.heads()
        .forEach(
            (operator, at) -> {
              if (operator instanceof Remainder remainder && positions.embedded().isPresent()) {
                addBlocks(layer, l - 1 - plan.residues().get(remainder).layer(), remainder);
              } else if (at == l) {
                addHead(layer, operator);
              } else if (operator instanceof Remainder remainder && at - 1 == l) {
                addSum(layer, remainder);
              }
            });
    plan.flags()
        .forEach(
            (flagged, table) -> {
              if (table.layer() == l && !flagged.equals(formula)) {
                tables.addFlag(layer, flagged, table);
              }
            });
    plan.residues()
        .forEach(
            (remainder, table) -> {
              if (table.layer() == l) {
                tables.addResidues(layer, remainder, table);
              }
            });
    if (l == plan.rootLayer()) {
      tables.addRoot(layer, formula);
    }
  }

  private void addShare(LayerAssembler layer, Formula counted) {
    SublayerInput input = layer.attention();
    String name = "#(" + counted + ")";
    Subspace share =
        shared.names.declare(
            name, 1, "share of the positions so far at which it holds", Wording.numbers());
    UniformAverage.everywhere(input)
        .addTo(
            layer,
            new Note(
                share.name(),
                Phrase.of(
                    "average: the share of positions so far with {formula}",
                    "formula",
                    shared.names.brief(counted))),
            List.of(shared.flag(input, counted)),
            share,
            Mask.CAUSAL);
    shared.shares.put(counted, share);
    claims.add(UniformAverage.claim(share.name(), errors));
  }

  private void addHead(LayerAssembler layer, Formula operator) {
    Subspace truth = shared.names.declareTruth(operator.toString(), "whether it holds here");
    if (operator instanceof Past past) {
      addPast(layer, past, truth);
    } else if (operator instanceof Since since) {
      addSince(layer, since, truth);
    } else {
      addRemainder(layer, (Remainder) operator, truth);
    }
    shared.truths.put(operator, truth);
  }

  private void addPast(LayerAssembler layer, Past past, Subspace truth) {
    SublayerInput input = layer.attention();
    LinearForm isStart = shared.roles.any(input, Role.START);
    LinearForm holds = shared.flag(input, past.operand());
    if (past.operator() == Past.Operator.YESTERDAY) {
      LinearForm every = input.constant(1);
      last(layer, every, input.constant(0))
          .addTo(
              layer,
              new Note(truth.name(), "last: copies from the position before me"),
              List.of(holds.times(-1).plus(1), holds),
              truth,
              positions.ramp(),
              Mask.STRICT);
      claims.add(LastFlagged.claim(truth.name(), positions.ramp(), errors));
      return;
    }
    boolean once = past.operator() == Past.Operator.ONCE;
    LinearForm sought = once ? holds : shared.roles.any(input, Role.INPUT).minus(holds);
    EverFlagged ever = new EverFlagged(sought, isStart);
    List<LinearForm> found = ever.noAndYes();
    ever.addTo(
        layer,
        new Note(
            truth.name(),
            once
                ? "ever: looks for a position up to here where it holds"
                : "ever: looks for a position up to here where it does not hold"),
        once ? found : List.of(found.get(1), found.get(0)),
        truth,
        Mask.CAUSAL);
    claims.add(EverFlagged.claim(truth.name(), errors));
  }

  private LastFlagged last(LayerAssembler layer, LinearForm flagged, LinearForm isStart) {
    LinearForm rising = positions.ramp(layer.attention(), shared.inverse(), shared.one());
    return new LastFlagged(flagged, isStart, rising);
  }

  private void addSince(LayerAssembler layer, Since since, Subspace truth) {
    SublayerInput input = layer.attention();
    LinearForm began = shared.flag(input, since.began());
    last(layer, shared.flag(input, FormulaPlan.ended(since)), shared.roles.any(input, Role.START))
        .addTo(
            layer,
            new Note(
                truth.name(),
                "last: finds the latest position that begins or ends it, and copies which"),
            List.of(began.times(-1).plus(1), began),
            truth,
            positions.ramp(),
            Mask.CAUSAL);
    claims.add(LastFlagged.claim(truth.name(), positions.ramp(), errors));
  }

  /** The head before that of a remainder: the mean of what the letters add. */
  private void addSum(LayerAssembler layer, Remainder remainder) {
    SublayerInput input = layer.attention();
    String name = remainder.count() + " mod " + remainder.modulus();
    Subspace sum =
        shared.names.declare(
            name, 1, "mean of what each position adds to the count", Wording.numbers());
    UniformAverage.everywhere(input)
        .addTo(
            layer,
            new Note(
                sum.name(),
                Phrase.of(
                    "average: what a position adds to the count, modulo {modulus}",
                    "modulus",
                    remainder.modulus())),
            List.of(added(input, remainder)),
            sum,
            Mask.CAUSAL);
    shared.shares.put(remainder, sum);
    claims.add(UniformAverage.claim(sum.name(), errors));
  }

  /**
   * Adds what sums a remainder in blocks.
   *
   * @param step two for each level of blocks, from 0; none of another number
   */
  private void addBlocks(LayerAssembler layer, int step, Remainder remainder) {
    SublayerInput input = layer.attention();
    LinearForm isStart = shared.roles.any(input, Role.START);
    if (step == 0) {
      String name = shared.names.free(remainder.count() + " mod " + remainder.modulus());
      shared.sums.put(
          remainder,
          new BlockSum(
              shared.assembler,
              positions.embedded().orElseThrow(),
              remainder.modulus(),
              name,
              shared.start()));
    }
    if (step < 0 || step >= 2 * positions.levels()) {
      return;
    }
    BlockSum sum = shared.sums.get(remainder);
    if (step % 2 == 0) {
      sum.addMean(layer, step / 2, step == 0 ? added(input, remainder) : isStart, isStart);
    } else {
      sum.addRemainders(layer, step / 2, isStart);
    }
  }

  private LinearForm added(SublayerInput input, Remainder remainder) {
    Table table = plan.residues().get(remainder);
    LinearForm sum = input.constant(0);
    if (table.isOfLetters()) {
      for (Case one : table.cases()) {
        sum = sum.plus(shared.any(input, one.letters()).times(one.value()));
      }
      return sum;
    }
    SublayerInput.Reading values = input.readOneHot(shared.flags.get(remainder));
    int i = 0;
    for (int value : FormulaTables.values(table)) {
      sum = sum.plus(values.at(i++).times(value));
    }
    return sum;
  }

  private void addRemainder(LayerAssembler layer, Remainder remainder, Subspace truth) {
    SublayerInput input = layer.attention();
    ModularCount head =
        new ModularCount(remainder.modulus(), FormulaStream.sought(remainder), maxLength + 1L);
    head.addTo(
        layer,
        new Note(
            truth.name(),
            Phrase.of(
                "equal: looks for a position whose multiple of {modulus} is the count less the remainder",
                "modulus",
                remainder.modulus())),
        shared.share(remainder),
        shared.inverse(),
        Offer.counted(shared.inverse(), shared.one(), shared.start()),
        shared.roles.any(input, Role.INPUT),
        shared.roles.any(input, Role.START),
        truth);
    claims.add(head.claim(truth.name(), errors));
    ranges.addAll(head.ranges(options.arithmetic()));
  }

  /** The last layer: the end of the input copies the truth at the last letter. */
  private void addAnswer() {
    LayerAssembler layer = layers.get(plan.layers() - 1);
    SublayerInput input = layer.attention();
    Subspace answer = shared.names.declareTruth("answer", "whether the formula holds of the word");
    last(layer, input.constant(1), input.constant(0))
        .addTo(
            layer,
            new Note("answer", "last: the end of the input copies the truth at the last letter"),
            input.readOneHot(shared.flags.get(formula)).all(),
            answer,
            positions.ramp(),
            Mask.STRICT);
    claims.add(LastFlagged.claim("answer", positions.ramp(), errors));
    for (int i = 0; i < Wording.NO_YES.size(); i++) {
      shared.assembler.score(shared.vocabulary.withRole(Role.ANSWER).id(i), answer, i, GAP);
    }
    claims.add(new ScoreClaim("output", GAP, 10 * errors.flag(), OUTPUT_TOLERANCE));
  }
}
