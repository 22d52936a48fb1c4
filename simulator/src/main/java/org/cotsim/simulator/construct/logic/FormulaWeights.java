package org.cotsim.simulator.construct.logic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cotsim.languages.logic.Count;
import org.cotsim.languages.logic.Formula;
import org.cotsim.languages.logic.Formula.Past;
import org.cotsim.languages.logic.Formula.Remainder;
import org.cotsim.languages.logic.Formula.Since;
import org.cotsim.simulator.assemble.Assembly;
import org.cotsim.simulator.assemble.Blueprint.Note;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.assemble.CountComparison;
import org.cotsim.simulator.assemble.EverFlagged;
import org.cotsim.simulator.assemble.LastFlagged;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.LookUpTable;
import org.cotsim.simulator.assemble.ModularCount;
import org.cotsim.simulator.assemble.PositionRamp;
import org.cotsim.simulator.assemble.RangeClaim;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.RoleFlags;
import org.cotsim.simulator.assemble.RoundingError;
import org.cotsim.simulator.assemble.ScoreClaim;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.TokenOneHot;
import org.cotsim.simulator.assemble.TransformerAssembler;
import org.cotsim.simulator.assemble.UniformAverage;
import org.cotsim.simulator.assemble.Wording;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.logic.DecisionTree.Case;
import org.cotsim.simulator.construct.logic.FormulaPlan.Table;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Token.Role;
import org.cotsim.simulator.model.Vocabulary;

/** The weights of one formula's model, and what each of its parts relies on. */
final class FormulaWeights {

  private static final double GAP = 1; // between the two answers
  private static final double OUTPUT_TOLERANCE = GAP / 2;
  private static final double MOST_TOKENS = 1 << 28; // that a sequence is numbered with
  private static final int TRUNCATED_SIGN = 16; // operations whose truncation a sign may feel
  private static final List<String> NO_YES = List.of("no", "yes");

  private final Formula formula;
  private final FormulaPlan plan;
  private final Vocabulary vocabulary;
  private final ConstructionOptions options;
  private final int maxLength;
  private final int largestReading;
  private final RoundingError errors;
  private final PositionRamp ramp;
  private final List<ScoreClaim> claims = new ArrayList<>();
  private final List<RangeClaim> ranges = new ArrayList<>();

  private final TransformerAssembler assembler;
  private final ResidualStream stream;
  private final Subspace token;
  private final RoleFlags roles;
  private final Subspace one;
  private final Subspace start;
  private final Subspace inverse;
  private final SubspaceNames names;
  private final List<LayerAssembler> layers = new ArrayList<>();
  private final Map<Formula, Subspace> truths = new HashMap<>(); // written by heads
  private final Map<Formula, Subspace> flags = new HashMap<>(); // written by tables, at letters
  private final Map<Formula, Subspace> shares = new HashMap<>();
  private final Assembly unnormed;

  FormulaWeights(
      Formula formula,
      FormulaPlan plan,
      Vocabulary vocabulary,
      ConstructionOptions options,
      int maxLength,
      int largestReading) {
    this.formula = formula;
    this.plan = plan;
    this.vocabulary = vocabulary;
    this.options = options;
    this.maxLength = maxLength;
    this.largestReading = largestReading;
    this.errors = errors(options, largestReading);
    this.ramp = PositionRamp.over(maxLength + 2L);
    this.assembler = new TransformerAssembler(vocabulary);
    this.stream = assembler.stream();
    this.names = new SubspaceNames(stream);
    this.token = TokenOneHot.embed(assembler);
    this.roles = RoleFlags.embed(assembler);
    this.one = stream.declare("one", 1, "the number 1, to compare other numbers with");
    this.start = stream.declare("start", 1, "1 at the start token", Wording.yesOrNo());
    for (int id = 0; id < vocabulary.size(); id++) {
      assembler.embed(id, one, 0, 1);
    }
    assembler.embed(vocabulary.withRole(Role.START).id(0), start, 0, 1);
    this.inverse = stream.declare("1/m", 1, "1/m, for m positions so far", Wording.inverse("m"));
    this.unnormed = assemble();
  }

  /** A sign is exact where rounding is to nearest; where an arithmetic truncates it may not be. */
  private static RoundingError errors(ConstructionOptions options, int largestReading) {
    RoundingError errors = options.errors(Math.max(1, largestReading));
    return options.arithmetic().rounding() == Arithmetic.Rounding.NEAREST
        ? errors
        : new RoundingError(
            errors.unitRoundoff(), Math.max(errors.reading(), errors.operations(TRUNCATED_SIGN)));
  }

  Assembly unnormed() {
    return unnormed;
  }

  Assembly assembly() {
    return options.applyTo(unnormed, largestReading);
  }

  Certificate certificate() {
    return new Certificate(options.arithmetic(), maxLength, 0, claims, ranges);
  }

  private Assembly assemble() {
    for (int l = 0; l < plan.layers(); l++) {
      layers.add(assembler.layer());
    }
    addRanges();
    addPosition(layers.get(0));
    for (int l = 1; l <= plan.layers(); l++) {
      addLayer(l);
    }
    addAnswer();
    return assembler.build(OUTPUT_TOLERANCE);
  }

  private void addRanges() {
    Arithmetic arithmetic = options.arithmetic();
    double positions = maxLength + 2.0;
    ranges.add(new RangeClaim("the tokens of a sequence", positions, MOST_TOKENS));
    ranges.add(RangeClaim.integers(arithmetic, "the number of positions", positions));
    ranges.addAll(ramp.hash().ranges(arithmetic, 1, 1));
  }

  /** Layer 1: the start token's share of all positions so far. */
  private void addPosition(LayerAssembler layer) {
    SublayerInput input = layer.attention();
    UniformAverage.everywhere(input)
        .addTo(
            layer,
            new Note("position", "spreads its weight evenly over all m positions so far: 1/m"),
            List.of(roles.any(input, Role.START)),
            inverse,
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
              if (at == l) {
                addHead(layer, operator);
              }
              if (operator instanceof Remainder remainder && at - 1 == l) {
                addSum(layer, remainder);
              }
            });
    plan.flags()
        .forEach(
            (flagged, table) -> {
              if (table.layer() == l && !flagged.equals(formula)) {
                addFlag(layer, flagged, table);
              }
            });
    plan.residues()
        .forEach(
            (remainder, table) -> {
              if (table.layer() == l) {
                addResidues(layer, remainder, table);
              }
            });
    if (l == plan.rootLayer()) {
      addRoot(layer);
    }
  }

  private LinearForm inverse() {
    return stream.at(inverse, 0);
  }

  private void addShare(LayerAssembler layer, Formula counted) {
    SublayerInput input = layer.attention();
    String name = "#(" + counted + ")";
    Subspace share =
        names.declare(
            name, 1, "share of the positions so far at which it holds", Wording.numbers());
    UniformAverage.everywhere(input)
        .addTo(
            layer,
            new Note(
                share.name(),
                "average: the share of positions so far with " + names.brief(counted)),
            List.of(flag(input, counted)),
            share,
            Mask.CAUSAL);
    shares.put(counted, share);
    claims.add(UniformAverage.claim(share.name(), errors));
  }

  /** Whether a formula holds here and a letter stands here, as a form over an attention input. */
  private LinearForm flag(SublayerInput input, Formula wanted) {
    Table table = plan.flags().get(wanted);
    if (!table.isOfLetters()) {
      return input.readOneHot(flags.get(wanted)).at(1);
    }
    LinearForm sum = input.constant(0);
    SublayerInput.Reading tokens = input.readOneHot(token);
    for (Case one : table.cases()) {
      if (one.value() == 1) {
        sum = sum.plus(any(tokens, input, one.letters()));
      }
    }
    return sum;
  }

  private LinearForm any(SublayerInput.Reading tokens, SublayerInput input, List<Integer> letters) {
    LinearForm sum = input.constant(0);
    for (int letter : letters) {
      sum = sum.plus(tokens.at(vocabulary.withRole(Role.INPUT).id(letter)));
    }
    return sum;
  }

  private void addHead(LayerAssembler layer, Formula operator) {
    Subspace truth = names.declareTruth(operator.toString(), "whether it holds here");
    if (operator instanceof Past past) {
      addPast(layer, past, truth);
    } else if (operator instanceof Since since) {
      addSince(layer, since, truth);
    } else {
      addRemainder(layer, (Remainder) operator, truth);
    }
    truths.put(operator, truth);
  }

  private void addPast(LayerAssembler layer, Past past, Subspace truth) {
    SublayerInput input = layer.attention();
    LinearForm isStart = roles.any(input, Role.START);
    LinearForm holds = flag(input, past.operand());
    if (past.operator() == Past.Operator.YESTERDAY) {
      LinearForm every = input.constant(1);
      last(layer, every, input.constant(0))
          .addTo(
              layer,
              new Note(truth.name(), "last: copies from the position before me"),
              List.of(holds.times(-1).plus(1), holds),
              truth,
              ramp,
              Mask.STRICT);
      claims.add(LastFlagged.claim(truth.name(), ramp, errors));
      return;
    }
    boolean once = past.operator() == Past.Operator.ONCE;
    LinearForm sought = once ? holds : roles.any(input, Role.INPUT).minus(holds);
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
    LinearForm rising = ramp.of(layer.attention(), inverse(), stream.at(one, 0));
    return new LastFlagged(flagged, isStart, rising);
  }

  private void addSince(LayerAssembler layer, Since since, Subspace truth) {
    SublayerInput input = layer.attention();
    LinearForm began = flag(input, since.began());
    last(layer, flag(input, FormulaPlan.ended(since)), roles.any(input, Role.START))
        .addTo(
            layer,
            new Note(
                truth.name(),
                "last: finds the latest position that begins or ends it, and copies which"),
            List.of(began.times(-1).plus(1), began),
            truth,
            ramp,
            Mask.CAUSAL);
    claims.add(LastFlagged.claim(truth.name(), ramp, errors));
  }

  /** The head before that of a remainder: the mean of what the letters add. */
  private void addSum(LayerAssembler layer, Remainder remainder) {
    SublayerInput input = layer.attention();
    String name = remainder.count() + " mod " + remainder.modulus();
    Subspace sum =
        names.declare(name, 1, "mean of what each position adds to the count", Wording.numbers());
    UniformAverage.everywhere(input)
        .addTo(
            layer,
            new Note(
                sum.name(),
                "average: what a position adds to the count, modulo " + remainder.modulus()),
            List.of(added(input, remainder)),
            sum,
            Mask.CAUSAL);
    shares.put(remainder, sum);
    claims.add(UniformAverage.claim(sum.name(), errors));
  }

  private LinearForm added(SublayerInput input, Remainder remainder) {
    Table table = plan.residues().get(remainder);
    LinearForm sum = input.constant(0);
    if (table.isOfLetters()) {
      SublayerInput.Reading tokens = input.readOneHot(token);
      for (Case one : table.cases()) {
        sum = sum.plus(any(tokens, input, one.letters()).times(one.value()));
      }
      return sum;
    }
    SublayerInput.Reading values = input.readOneHot(flags.get(remainder));
    int i = 0;
    for (int value : values(table)) {
      sum = sum.plus(values.at(i++).times(value));
    }
    return sum;
  }

  /** The different values of a table, and 0 for where no letter stands. */
  private static SortedSet<Integer> values(Table table) {
    TreeSet<Integer> values = new TreeSet<>(List.of(0));
    table.cases().forEach(one -> values.add(one.value()));
    return values;
  }

  private void addRemainder(LayerAssembler layer, Remainder remainder, Subspace truth) {
    SublayerInput input = layer.attention();
    long sought = remainder.remainder() - remainder.count().constant();
    ModularCount head =
        new ModularCount(
            remainder.modulus(),
            (int) Math.floorMod(sought, (long) remainder.modulus()),
            maxLength + 1L);
    head.addTo(
        layer,
        new Note(
            truth.name(),
            "equal: looks for a position whose multiple of "
                + remainder.modulus()
                + " is the count less the remainder"),
        stream.at(shares.get(remainder), 0),
        inverse(),
        stream.at(one, 0),
        stream.at(start, 0),
        roles.any(input, Role.INPUT),
        roles.any(input, Role.START),
        truth);
    claims.add(head.claim(truth.name(), errors));
    ranges.addAll(head.ranges(options.arithmetic()));
  }

  private void addFlag(LayerAssembler layer, Formula flagged, Table table) {
    Subspace flag =
        names.declareTruth(flagged + " here", "whether it holds here and a letter stands here");
    LookUpTable gates = new LookUpTable(layer, flag.name(), "from letter and heads to its truth");
    addCases(layer, gates, table, flag, List.of(0, 1));
    gates.entry(List.of(noLetter(layer.feedForward())), flag, 0);
    flags.put(flagged, flag);
  }

  private void addResidues(LayerAssembler layer, Remainder remainder, Table table) {
    List<Integer> values = List.copyOf(values(table));
    Subspace added =
        names.declare(
            "adds to " + remainder.count(),
            values.size(),
            "one-hot of what a letter adds to the count",
            Wording.oneHot(values.stream().map(String::valueOf).toList()));
    LookUpTable gates =
        new LookUpTable(layer, added.name(), "from letter and heads to what it adds");
    addCases(layer, gates, table, added, values);
    gates.entry(List.of(noLetter(layer.feedForward())), added, 0);
    flags.put(remainder, added);
  }

  private void addRoot(LayerAssembler layer) {
    Subspace truth = names.declareTruth("formula", "whether the formula holds here");
    LookUpTable gates =
        new LookUpTable(layer, truth.name(), "from letter and heads to the truth of the formula");
    addCases(layer, gates, plan.root(), truth, List.of(0, 1));
    gates.entry(
        List.of(noLetter(layer.feedForward())), truth, formula.holdsOfTheEmptyWord() ? 1 : 0);
    flags.put(formula, truth);
  }

  private LinearForm noLetter(SublayerInput input) {
    return roles.any(input, Role.START, Role.THINK);
  }

  private void addCases(
      LayerAssembler layer, LookUpTable gates, Table table, Subspace target, List<Integer> values) {
    SublayerInput input = layer.feedForward();
    SublayerInput.Reading tokens = input.readOneHot(token);
    for (Case one : table.cases()) {
      List<LinearForm> conditions = new ArrayList<>(List.of(any(tokens, input, one.letters())));
      one.literals()
          .forEach(
              (atom, value) -> {
                LinearForm holds = atom(input, atom);
                conditions.add(value ? holds : holds.times(-1).plus(1));
              });
      gates.entry(conditions, target, values.indexOf(one.value()));
    }
  }

  private LinearForm atom(SublayerInput input, Atom atom) {
    if (atom instanceof Atom.Sign sign) {
      return sign(input, sign.count());
    }
    Formula holds = ((Atom.Flag) atom).formula();
    return FormulaPlan.isHead(holds)
        ? input.readOneHot(truths.get(holds)).at(1)
        : flag(input, holds);
  }

  private final Map<Count, CountComparison> compared = new LinkedHashMap<>();

  private LinearForm sign(SublayerInput input, Count count) {
    CountComparison comparison =
        new CountComparison(List.copyOf(count.weights().values()), count.constant());
    if (compared.put(count, comparison) == null) {
      claims.add(comparison.claim(names.brief(count + " >= 0"), maxLength + 1.0, errors));
      ranges.addAll(comparison.ranges(options.arithmetic(), maxLength + 2.0));
    }
    List<LinearForm> terms =
        count.weights().keySet().stream().map(f -> stream.at(shares.get(f), 0)).toList();
    return comparison.atLeastZero(input, terms, inverse());
  }

  /** The last layer: the end of the input copies the truth at the last letter. */
  private void addAnswer() {
    LayerAssembler layer = layers.get(plan.layers() - 1);
    SublayerInput input = layer.attention();
    Subspace answer = names.declareTruth("answer", "whether the formula holds of the word");
    last(layer, input.constant(1), input.constant(0))
        .addTo(
            layer,
            new Note("answer", "last: the end of the input copies the truth at the last letter"),
            input.readOneHot(flags.get(formula)).all(),
            answer,
            ramp,
            Mask.STRICT);
    claims.add(LastFlagged.claim("answer", ramp, errors));
    for (int i = 0; i < NO_YES.size(); i++) {
      assembler.score(vocabulary.withRole(Role.ANSWER).id(i), answer, i, GAP);
    }
    claims.add(new ScoreClaim("output", GAP, 10 * errors.flag(), OUTPUT_TOLERANCE));
  }
}
