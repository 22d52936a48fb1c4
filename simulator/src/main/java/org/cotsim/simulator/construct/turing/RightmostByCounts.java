package org.cotsim.simulator.construct.turing;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.simulator.assemble.Blueprint.Note;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LayerNormHash;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.Phrase;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.RoundingError;
import org.cotsim.simulator.assemble.ScoreClaim;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.TransformerAssembler;
import org.cotsim.simulator.assemble.Wording;
import org.cotsim.simulator.model.Mask;

/** Counts earlier writes to the cell, then looks up the write with just that number. */
final class RightmostByCounts implements RightmostWrite {
  private final LayerNormHash hash;
  private final long largestCount;
  private final List<Subspace> before = new ArrayList<>();
  private final List<Subspace> seen = new ArrayList<>();
  private final List<Subspace> found = new ArrayList<>();
  private static final String WRITES =
      "counts the b earlier writes to the cell that it writes on tape {tape}: it spreads its weight"
          + " evenly over them and the start token, whose share is 1/(1 + b)";
  private static final String READS =
      "counts the b earlier writes to the cell that it reads on tape {tape}: it spreads its weight"
          + " evenly over them and the start token, whose share is 1/(1 + b)";

  private TapeTokens embedding;

  RightmostByCounts(LayerNormHash hash, long largestCount) {
    this.hash = hash;
    this.largestCount = largestCount;
  }

  @Override
  public void declare(TransformerAssembler assembler, TapeTokens tokens) {
    embedding = tokens;
    ResidualStream stream = assembler.stream();
    for (int tape = 0; tape < tokens.tapes(); tape++) {
      before.add(
          stream.declare(
              "before " + tape,
              1,
              "1/(1 + b) for b earlier writes to the cell it writes",
              Wording.inverseAfterOne("b")));
      seen.add(
          stream.declare(
              "seen " + tape,
              1,
              "1/(1 + b) for b earlier writes to the cell it reads",
              Wording.inverseAfterOne("b")));
      found.add(
          stream.declare(
              "found " + tape,
              tokens.written(tape).width(),
              "what the latest of them wrote",
              tokens.written(tape).wording()));
    }
  }

  @Override
  public void addFirst(LayerAssembler first, TapeTokens tokens) {}

  @Override
  public LayerAssembler addTo(TransformerAssembler assembler, TapeTokens tokens, TapeHeads heads) {
    ResidualStream stream = assembler.stream();
    LayerAssembler counting = assembler.layer();
    LayerAssembler looking = assembler.layer();
    for (int tape = 0; tape < tokens.tapes(); tape++) {
      SublayerInput input = counting.attention();
      List<LinearForm> written = heads.writtenCell(stream, input, tape);
      List<LinearForm> read = heads.readCell(stream, input, tape);
      addCounts(counting, tape, written, read, 1, gap());
      addLookUp(looking, stream, heads, tape);
    }
    return looking;
  }

  /**
   * Adds the heads that count earlier writes to the cell that is written and to the one read.
   *
   * @param equal the score of equal cells
   * @param gap between that and the score of different ones
   */
  void addCounts(
      LayerAssembler layer,
      int tape,
      List<LinearForm> written,
      List<LinearForm> read,
      double equal,
      double gap) {
    Subspace own = before.get(tape);
    addCount(layer, tape, "count writes", WRITES, written, written, own, equal, gap);
    addCount(layer, tape, "count reads", READS, read, written, seen.get(tape), equal, gap);
  }

  /** The start token's key ties with every equal cell, so the mean of "is start" is 1/(1 + b). */
  private void addCount(
      LayerAssembler layer,
      int tape,
      String name,
      String what,
      List<LinearForm> query,
      List<LinearForm> key,
      Subspace target,
      double equal,
      double gap) {
    SublayerInput input = layer.attention();
    LinearForm start = embedding.start(input);
    List<LinearForm> queries = new ArrayList<>(query);
    queries.add(input.constant(1));
    List<LinearForm> keys = new ArrayList<>(key);
    keys.add(start.times(equal + 2).plus(embedding.writes(input, tape).times(2)).plus(-2));
    layer.head(
        new Note(name + " " + tape, Phrase.of(what, "tape", tape)),
        queries,
        keys,
        List.of(start),
        target,
        gap / 2,
        Mask.STRICT);
  }

  private void addLookUp(LayerAssembler layer, ResidualStream stream, TapeHeads heads, int tape) {
    SublayerInput input = layer.attention();
    LinearForm one = stream.at(embedding.one(), 0);
    LinearForm mine = stream.at(seen.get(tape), 0);
    List<LinearForm> query = new ArrayList<>(heads.readCell(stream, input, tape));
    query.addAll(hash.of(input, one.minus(mine), mine)); // b, from 1/(1 + b)
    query.add(input.constant(1));
    List<LinearForm> key = new ArrayList<>(heads.writtenCell(stream, input, tape));
    key.addAll(hash.ofInverse(input, stream.at(before.get(tape), 0), one)); // 1 + b
    key.add(embedding.writes(input, tape).times(4).plus(-4));
    addLookUp(layer, tape, query, key, gap());
  }

  /** Adds the head that finds the latest write, given by its cell and its number. */
  void addLookUp(
      LayerAssembler layer, int tape, List<LinearForm> query, List<LinearForm> key, double gap) {
    layer.head(
        new Note(
            "look up " + tape,
            Phrase.of(
                "finds the latest write to the cell it reads on tape {tape}: the one with all the others before it",
                "tape",
                tape)),
        query,
        key,
        layer.attention().readOneHot(embedding.written(tape)).all(),
        found.get(tape),
        gap / 2,
        Mask.STRICT);
  }

  @Override
  public List<LinearForm> found(SublayerInput input, int tape) {
    return input.read(found.get(tape)).all();
  }

  /** The sign of 1/(1 + b) - 3/4, as 0 or 1. */
  @Override
  public LinearForm unwritten(ResidualStream stream, SublayerInput input, int tape) {
    LinearForm threshold = stream.at(embedding.one(), 0).times(0.75);
    LinearForm sign = input.read(stream.at(seen.get(tape), 0).minus(threshold)).at(0);
    return sign.times(0.5).plus(0.5);
  }

  /** 1/(1 + b) for b earlier writes to the cell that is written. */
  LinearForm before(ResidualStream stream, int tape) {
    return stream.at(before.get(tape), 0);
  }

  /** 1/(1 + b) for b earlier writes to the cell that is read. */
  LinearForm seen(ResidualStream stream, int tape) {
    return stream.at(seen.get(tape), 0);
  }

  private double gap() {
    return hash.gap(largestCount);
  }

  @Override
  public List<ScoreClaim> claims(RoundingError errors) {
    double written = TapeHeads.writtenError(errors, (double) largestCount);
    double read = TapeHeads.readError(errors, (double) largestCount);
    double count =
        errors.hash(2 * errors.mean((double) largestCount)); // 1 - y and y: (3 u + 2 u) / 2 at most
    double single = errors.score(read, written, 3) + 10 * errors.flag();
    double both = errors.score(read + count, written + count, 5) + 10 * errors.flag();
    return List.of(
        new ScoreClaim("count writes", gap(), single, gap() / 2),
        new ScoreClaim("count reads", gap(), single, gap() / 2),
        new ScoreClaim("look up", gap(), both, gap() / 2));
  }
}
