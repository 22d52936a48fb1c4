package org.cotsim.simulator.construct.turing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.simulator.assemble.Assembly;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LayerNormHash;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.LookUpTable;
import org.cotsim.simulator.assemble.RangeClaim;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.RoundingError;
import org.cotsim.simulator.assemble.ScoreClaim;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.TransformerAssembler;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Token;

/**
 * The weights of one Turing machine: where the heads are, what the cells hold, which step is next.
 */
final class TuringWeights {

  private static final double GUESS = 0.5; // the score of an answer; a next token scores 1
  private static final double OUTPUT_TOLERANCE = GUESS / 2;

  private final TuringMachine machine;
  private final TuringTokens tokens;
  private final ConstructionOptions options;
  private final Extent extent;
  private final LayerNormHash hash;
  private final long largestCount;
  private final Optional<TapeFolds> folds; // of numbers that are compared by their digits

  TuringWeights(
      TuringMachine machine, TuringTokens tokens, ConstructionOptions options, Extent extent) {
    this.machine = machine;
    this.tokens = tokens;
    this.options = options;
    this.extent = extent;
    this.largestCount = Math.max(extent.length(), extent.steps()) + 2L; // cells, writes to a cell
    this.hash =
        options.hash() == ConstructionOptions.Hash.PLAIN
            ? LayerNormHash.plain()
            : LayerNormHash.scaledTo(largestCount);
    this.folds =
        options.hash() == ConstructionOptions.Hash.FOLDED
            ? Optional.of(TapeFolds.of(largestCount, options.errors(largestReading())))
            : Optional.empty();
  }

  Certificate certificate() {
    RoundingError errors = options.errors(largestReading());
    List<ScoreClaim> claims = new ArrayList<>(TapeHeads.claims(errors));
    claims.addAll(rightmost().claims(errors));
    double symbol = 4 * errors.direction(machine.symbols().size()); // twice gated, twice read
    claims.add(
        new ScoreClaim("output", GUESS, 2 * (machine.tapes() + 1) * symbol, OUTPUT_TOLERANCE));
    return new Certificate(options.arithmetic(), extent.length(), extent.steps(), claims, ranges());
  }

  private List<RangeClaim> ranges() {
    Arithmetic arithmetic = options.arithmetic();
    double counted =
        options.rightmost() == ConstructionOptions.Rightmost.COUNTS
            ? (double) largestCount
            : sequence();
    List<RangeClaim> ranges = new ArrayList<>();
    if (folds.isPresent()) {
      ranges.addAll(folds.get().cells().ranges(arithmetic, (double) largestCount));
      ranges.addAll(folds.get().counts().ranges(arithmetic, (double) largestCount));
    } else {
      ranges.addAll(hash.ranges(arithmetic, 1, (double) largestCount));
    }
    ranges.add(RangeClaim.integers(arithmetic, "the number of tokens counted", counted));
    ranges.add(
        RangeClaim.underflow(
            arithmetic,
            "the square of the number of tokens counted",
            (double) largestCount * largestCount));
    return ranges;
  }

  private double sequence() {
    return 2.0 * (extent.length() + (double) extent.steps()) + 4; // with the output
  }

  private RightmostWrite rightmost() {
    RightmostWrite found = RightmostWrite.of(options, hash, largestCount, sequence());
    return folds
        .<RightmostWrite>map(
            f -> new RightmostByDigits(new RightmostByCounts(hash, largestCount), f))
        .orElse(found);
  }

  /** At least the components that a sublayer reads. */
  private int largestReading() {
    int digits = options.hash() == ConstructionOptions.Hash.FOLDED ? 260 : 0; // four times 64
    int perTape = 5 * machine.symbols().size() + 60 + digits;
    return machine.states().size() + machine.tapes() * perTape + 40;
  }

  Assembly assemble() {
    TransformerAssembler assembler = new TransformerAssembler(tokens.vocabulary());
    ResidualStream stream = assembler.stream();
    TuringEmbedding embedding = new TuringEmbedding(assembler, machine, tokens);
    Optional<FoldedCells> cells =
        folds.map(folds -> new FoldedCells(assembler, embedding, folds.cells()));
    TapeHeads heads = new TapeHeads(assembler, embedding, hash, cells);
    RightmostWrite rightmost = rightmost();
    rightmost.declare(assembler, embedding);
    List<Subspace> under = new ArrayList<>();
    for (int tape = 0; tape < machine.tapes(); tape++) {
      String meaning = "one-hot of the symbol under the head of tape " + tape;
      under.add(stream.declareOneHot("under " + tape, machine.symbols(), meaning));
    }
    Subspace next =
        stream.declareOneHot(
            "next",
            tokens.vocabulary().tokens().stream().map(Token::text).toList(),
            "one-hot of the next token, if there is");

    LayerAssembler first = assembler.layer();
    heads.addTo(assembler, first, stream, embedding.roles());
    rightmost.addFirst(first, embedding);
    LayerAssembler found = rightmost.addTo(assembler, embedding, heads);
    found.feedForwardNote("read", "what was just written, what was found, or a blank");
    for (int tape = 0; tape < machine.tapes(); tape++) {
      addUnder(found, stream, embedding, heads, rightmost, tape, under.get(tape));
    }
    addTransitions(assembler.layer(), embedding, under, next);
    addScores(assembler, embedding, next);
    return options.applyTo(assembler.build(OUTPUT_TOLERANCE), largestReading());
  }

  /** The symbol under a head: the own one if it stays, else the one found, else a blank. */
  private void addUnder(
      LayerAssembler layer,
      ResidualStream stream,
      TuringEmbedding embedding,
      TapeHeads heads,
      RightmostWrite rightmost,
      int tape,
      Subspace under) {
    SublayerInput input = layer.feedForward();
    LinearForm own = heads.ownSign(stream, input, tape); // 1 or -1
    LinearForm unwritten = rightmost.unwritten(stream, input, tape); // 1 or 0
    SublayerInput.Reading written = input.readOneHot(embedding.written(tape));
    List<LinearForm> found = rightmost.found(input, tape);
    for (int symbol = 0; symbol < machine.symbols().size(); symbol++) {
      layer.write(layer.unit(written.at(symbol).plus(own).plus(-1)), 1, under, symbol);
      LinearForm open = own.times(-2).minus(unwritten.times(2)).plus(-2);
      layer.write(layer.unit(found.get(symbol).plus(open)), 1, under, symbol);
    }
    LinearForm blank = unwritten.times(2).minus(own.times(2)).plus(-3);
    layer.write(layer.unit(blank), 1, under, TuringMachine.BLANK);
  }

  private void addTransitions(
      LayerAssembler layer, TuringEmbedding embedding, List<Subspace> under, Subspace next) {
    SublayerInput input = layer.feedForward();
    SublayerInput.Reading state = input.readOneHot(embedding.state());
    List<SublayerInput.Reading> symbols = under.stream().map(input::read).toList();
    LookUpTable transitions =
        new LookUpTable(
            layer,
            "transitions",
            "from the state and the symbols under the heads to the next step");
    int[] read = new int[machine.tapes()];
    for (int q = 0; q < machine.states().size(); q++) {
      if (!machine.isHalting(q)) {
        addTransitions(transitions, state.at(q), q, symbols, read, 0, next);
      }
    }
    if (tokens.computes()) {
      addOutputs(layer, state, symbols.get(machine.outputTape().orElseThrow()), next);
    }
  }

  /** Adds the transitions of a state for all symbols on the tapes from one on. */
  private void addTransitions(
      LookUpTable transitions,
      LinearForm state,
      int q,
      List<SublayerInput.Reading> symbols,
      int[] read,
      int tape,
      Subspace next) {
    if (tape < read.length) {
      for (read[tape] = 0; read[tape] < machine.symbols().size(); read[tape]++) {
        addTransitions(transitions, state, q, symbols, read, tape + 1, next);
      }
      return;
    }
    int action = machine.actionAt(q, read);
    if (action >= 0) {
      List<LinearForm> conditions = new ArrayList<>(List.of(state));
      for (int i = 0; i < read.length; i++) {
        conditions.add(symbols.get(i).at(read[i]));
      }
      transitions.entry(conditions, next, tokens.step(action));
    }
  }

  private void addOutputs(
      LayerAssembler layer,
      SublayerInput.Reading state,
      SublayerInput.Reading symbol,
      Subspace next) {
    LookUpTable output =
        new LookUpTable(
            layer, "output", "once the machine has halted, the symbol of the next cell");
    LinearForm writing = state.at(machine.states().size());
    for (int s = 0; s < machine.symbols().size(); s++) {
      int token = s == TuringMachine.BLANK ? tokens.acceptOrEnd() : tokens.output(s);
      output.entry(List.of(writing, symbol.at(s)), next, token);
    }
  }

  private void addScores(TransformerAssembler assembler, TuringEmbedding embedding, Subspace next) {
    for (int token = 0; token < tokens.vocabulary().size(); token++) {
      assembler.score(token, next, token, 1);
    }
    for (int q = 0; q < machine.states().size(); q++) {
      boolean accepts = machine.accepts(q) && !tokens.computes();
      int answer = accepts ? tokens.acceptOrEnd() : tokens.reject();
      assembler.score(answer, embedding.state(), q, GUESS);
    }
  }
}
