package org.cotsim.simulator.construct.turing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.simulator.assemble.Assembly;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.assemble.EverFlagged;
import org.cotsim.simulator.assemble.Gate;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LayerNormHash;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.RangeClaim;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.RoundingError;
import org.cotsim.simulator.assemble.ScoreClaim;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.TransformerAssembler;
import org.cotsim.simulator.assemble.UniformAverage;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.model.Arithmetic;

/**
 * The weights of one Turing machine whose chain forgets: those of {@link TuringWeights}, and when
 * and how a summary is written.
 */
final class ForgettingWeights implements Construction.Weights {

  private static final double GUESS = 0.5; // the score of an answer; a next token scores 1
  private static final double GAP = 0.25; // of a state that a summary is to begin with
  private static final double OUTPUT_TOLERANCE = GAP / 2;

  private final TuringMachine machine;
  private final ForgettingTokens tokens;
  private final ConstructionOptions options;
  private final Extent extent;
  private final LayerNormHash hash;
  private final long context;

  ForgettingWeights(
      TuringMachine machine, ForgettingTokens tokens, ConstructionOptions options, Extent extent) {
    this.machine = machine;
    this.tokens = tokens;
    this.options = options;
    this.extent = extent;
    this.context = extent.longestContext();
    this.hash =
        options.hash() == ConstructionOptions.Hash.PLAIN
            ? LayerNormHash.plain()
            : LayerNormHash.scaledTo(context);
  }

  @Override
  public Certificate certificate() {
    RoundingError errors = options.errors(largestReading());
    double counted = (double) context;
    List<ScoreClaim> claims = new ArrayList<>();
    claims.add(UniformAverage.claim(ForgettingEmbedding.CLOCK, errors));
    claims.add(EverFlagged.claim(ForgettingEmbedding.TOLD, errors));
    claims.add(ForgettingEmbedding.THOUGHT.claim("after the think token", counted, errors));
    claims.add(ForgettingEmbedding.DUE.claim("summary is due", counted, errors));
    claims.addAll(TapeHeads.claims(errors));
    claims.add(SummaryTable.claim(counted, errors));
    claims.addAll(rightmost().claims(errors));
    double symbol = 4 * errors.direction(machine.symbols().size()); // twice gated, twice read
    claims.add(new ScoreClaim("output", GAP, 4 * (machine.tapes() + 1) * symbol, OUTPUT_TOLERANCE));
    return new Certificate(
        options.arithmetic(),
        extent.length(),
        extent.steps(),
        OptionalLong.of(context),
        claims,
        ranges());
  }

  private List<RangeClaim> ranges() {
    Arithmetic arithmetic = options.arithmetic();
    double counted = (double) context;
    List<RangeClaim> ranges = new ArrayList<>(hash.ranges(arithmetic, 1, counted));
    ranges.add(RangeClaim.integers(arithmetic, "the number of tokens counted", counted));
    ranges.add(
        RangeClaim.underflow(
            arithmetic, "the square of the number of tokens counted", counted * counted));
    ranges.addAll(ForgettingEmbedding.DUE.ranges(arithmetic, counted));
    return ranges;
  }

  private RightmostWrite rightmost() {
    return RightmostWrite.of(options, hash, context, (double) context);
  }

  /** At least the components that a sublayer reads. */
  private int largestReading() {
    int perTape = 7 * machine.symbols().size() + 120;
    return 3 * machine.states().size() + machine.tapes() * perTape + 80;
  }

  @Override
  public Assembly assemble() {
    TransformerAssembler assembler = new TransformerAssembler(tokens.vocabulary());
    ResidualStream stream = assembler.stream();
    ForgettingEmbedding embedding = new ForgettingEmbedding(assembler, machine, tokens);
    TapeHeads heads = new TapeHeads(assembler, embedding, hash, Optional.empty());
    RightmostWrite rightmost = rightmost();
    rightmost.declare(assembler, embedding);
    MachineTables tables = new MachineTables(stream, machine, tokens.ordinary());
    SummaryTable summary = new SummaryTable(stream, machine, tokens, embedding, tables);
    Subspace running = stream.declare("running", 1, "whether the machine has a next step");

    LayerAssembler first = assembler.layer();
    embedding.addTo(first);
    rightmost.addFirst(first, embedding);
    heads.addTo(assembler, assembler.layer());
    LayerAssembler found = rightmost.addTo(assembler, embedding, heads);
    tables.addUnder(found, embedding, heads, rightmost);
    summary.addPlaces(found, heads, rightmost);
    LayerAssembler last = assembler.layer();
    tables.addTransitions(last, embedding.base(), Optional.of(running));
    summary.addCells(last);
    addDue(last, embedding, tables.next());
    addScores(assembler, embedding, tables.next(), running);
    return options.applyTo(assembler.build(OUTPUT_TOLERANCE), largestReading());
  }

  private void addDue(LayerAssembler layer, ForgettingEmbedding embedding, Subspace next) {
    layer.feedForwardNote("pause", "when a summary is due, the state that it begins with");
    SublayerInput input = layer.feedForward();
    LinearForm due = input.readOneHot(embedding.due()).at(0);
    SublayerInput.Reading state = input.readOneHot(embedding.base().state());
    for (int q = 0; q < machine.states().size(); q++) {
      layer.write(Gate.open(layer, List.of(due, state.at(q))), 1, next, tokens.state(q));
    }
  }

  /** A state scores 1.25 where the machine runs and a summary is due, else 0.25 at the most. */
  private void addScores(
      TransformerAssembler assembler,
      ForgettingEmbedding embedding,
      Subspace next,
      Subspace running) {
    for (int token = 0; token < tokens.vocabulary().size(); token++) {
      assembler.score(token, next, token, 1);
    }
    int reject = tokens.ordinary().reject();
    for (int q = 0; q < machine.states().size(); q++) {
      assembler.score(tokens.state(q), running, 0, 1);
      assembler.score(tokens.state(q), embedding.one(), 0, GAP - 1);
      boolean accepts = machine.accepts(q) && !tokens.ordinary().computes();
      int answer = accepts ? tokens.ordinary().acceptOrEnd() : reject;
      assembler.score(answer, embedding.base().state(), q, GUESS);
    }
    assembler.score(
        reject, embedding.summary(), 0, GUESS); // a machine that pauses has not accepted
  }
}
