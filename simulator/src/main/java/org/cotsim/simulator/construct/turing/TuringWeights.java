package org.cotsim.simulator.construct.turing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.simulator.assemble.Assembly;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LayerNormHash;
import org.cotsim.simulator.assemble.RangeClaim;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.RoundingError;
import org.cotsim.simulator.assemble.ScoreClaim;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.TransformerAssembler;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.model.Arithmetic;

/**
 * The weights of one Turing machine: where the heads are, what the cells hold, which step is next.
 */
final class TuringWeights implements Construction.Weights {

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

  @Override
  public Certificate certificate() {
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

  @Override
  public Assembly assemble() {
    TransformerAssembler assembler = new TransformerAssembler(tokens.vocabulary());
    ResidualStream stream = assembler.stream();
    TuringEmbedding embedding = TuringEmbedding.fromStart(assembler, machine, tokens);
    Optional<FoldedCells> cells =
        folds.map(folds -> new FoldedCells(assembler, embedding, folds.cells()));
    TapeHeads heads = new TapeHeads(assembler, embedding, hash, cells);
    RightmostWrite rightmost = rightmost();
    rightmost.declare(assembler, embedding);
    MachineTables tables = new MachineTables(stream, machine, tokens);

    LayerAssembler first = assembler.layer();
    heads.addTo(assembler, first);
    rightmost.addFirst(first, embedding);
    LayerAssembler found = rightmost.addTo(assembler, embedding, heads);
    tables.addUnder(found, embedding, heads, rightmost);
    tables.addTransitions(assembler.layer(), embedding);
    addScores(assembler, embedding, tables.next());
    return options.applyTo(assembler.build(OUTPUT_TOLERANCE), largestReading());
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
