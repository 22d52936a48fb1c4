package org.cotsim.simulator.construct.turing;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.simulator.assemble.FoldedNumber;
import org.cotsim.simulator.assemble.Folding;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.RoundingError;
import org.cotsim.simulator.assemble.ScoreClaim;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.TransformerAssembler;

/**
 * {@link RightmostByCounts} with cells and numbers of writes as digits, see {@link FoldedNumber}.
 *
 * <p>A match scores the number of all digits, any other write at least 2 less. The start token
 * scores 1 less than a match, so that it is what is found where nobody wrote.
 */
final class RightmostByDigits implements RightmostWrite {

  private static final double GAP =
      Folding.EQUAL / 2; // from a match to start, from start to others

  private final RightmostByCounts counts;
  private final TapeFolds folds;
  private final List<FoldedNumber> offered = new ArrayList<>(); // per tape, 1 + b of the own cell
  private final List<FoldedNumber> sought = new ArrayList<>(); // per tape, b of the cell read
  private TapeTokens embedding;

  RightmostByDigits(RightmostByCounts counts, TapeFolds folds) {
    this.counts = counts;
    this.folds = folds;
  }

  @Override
  public void declare(TransformerAssembler assembler, TapeTokens tokens) {
    embedding = tokens;
    counts.declare(assembler, tokens);
    for (int tape = 0; tape < tokens.tapes(); tape++) {
      offered.add(
          FoldedNumber.count("the writes with this one " + tape, folds.counts(), assembler));
      sought.add(
          FoldedNumber.count("the writes to the cell read " + tape, folds.counts(), assembler));
    }
  }

  @Override
  public void addFirst(LayerAssembler first, TapeTokens tokens) {}

  @Override
  public LayerAssembler addTo(TransformerAssembler assembler, TapeTokens tokens, TapeHeads heads) {
    ResidualStream stream = assembler.stream();
    FoldedCells cells = heads.folded().orElseThrow();
    LayerAssembler counting = assembler.layer();
    List<FoldedNumber> numbers = new ArrayList<>();
    for (int tape = 0; tape < tokens.tapes(); tape++) {
      counts.addCounts(
          counting,
          tape,
          cells.written(stream, counting.attention(), tape),
          cells.read(stream, counting.attention(), tape),
          cells.digits(),
          Folding.EQUAL);
      LinearForm one = cells.one(stream);
      LinearForm start = cells.start(stream);
      numbers.add(offered.get(tape).of(counts.before(stream, tape), one, 0).zeroDigitsAt(start));
      numbers.add(sought.get(tape).of(counts.seen(stream, tape), one, 1).zeroDigitsAt(start));
    }
    FoldedNumber.fold(assembler, counting, numbers);
    LayerAssembler looking = assembler.layer();
    for (int tape = 0; tape < tokens.tapes(); tape++) {
      addLookUp(looking, stream, cells, tape);
    }
    return looking;
  }

  private void addLookUp(LayerAssembler layer, ResidualStream stream, FoldedCells cells, int tape) {
    SublayerInput input = layer.attention();
    LinearForm one = cells.one(stream);
    List<LinearForm> query = new ArrayList<>(cells.read(stream, input, tape));
    query.addAll(sought.get(tape).signs(input, one));
    List<LinearForm> key = new ArrayList<>(cells.written(stream, input, tape));
    key.addAll(offered.get(tape).signs(input, one));
    double start = key.size() - GAP;
    query.add(input.constant(1));
    key.add(
        embedding
            .start(input)
            .times(start + 4)
            .plus(embedding.writes(input, tape).times(4).plus(-4)));
    counts.addLookUp(layer, tape, query, key, GAP);
  }

  @Override
  public List<LinearForm> found(SublayerInput input, int tape) {
    return counts.found(input, tape);
  }

  @Override
  public LinearForm unwritten(ResidualStream stream, SublayerInput input, int tape) {
    return counts.unwritten(stream, input, tape);
  }

  @Override
  public List<ScoreClaim> claims(RoundingError errors) {
    int cells = folds.cells().digits();
    int both = cells + folds.counts().digits();
    return List.of(
        folds.cells().claim("folded cells"),
        Folding.equality("count writes", Folding.EQUAL, cells, errors),
        Folding.equality("count reads", Folding.EQUAL, cells, errors),
        folds.counts().claim("folded counts"),
        Folding.equality("look up", GAP, both, errors));
  }
}
