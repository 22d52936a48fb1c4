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
import org.cotsim.simulator.model.Mask;

/**
 * Adds to each score a bonus that grows with the position, smaller than the gap between cells.
 *
 * <p>The position i is known as 1/i; the bonus is {@code e / sqrt(1 + 1/i^2)}, whose differences
 * from one position to the next fall like e/i^3, with e of order 1/N^2: the room for rounding is of
 * order 1/N^5, which is the law of the published tie-breaker. A start token that ties with an equal
 * cell without a bonus is found where nobody wrote.
 */
final class RightmostByBonus implements RightmostWrite {
  private final double sequence;
  private final double weight;
  private final List<Subspace> found = new ArrayList<>();
  private Subspace inverse;
  private TapeTokens embedding;

  RightmostByBonus(LayerNormHash hash, long largestCount, double sequence) {
    this.sequence = sequence;
    this.weight = hash.gap(largestCount) / 2;
  }

  @Override
  public void declare(TransformerAssembler assembler, TapeTokens tokens) {
    embedding = tokens;
    inverse = assembler.stream().declare("1/i", 1, "1/i for i tokens before this one");
    for (int tape = 0; tape < tokens.tapes(); tape++) {
      found.add(
          assembler.stream()
              .declare(
                  "found " + tape,
                  tokens.written(tape).width() + 1,
                  "what the latest write to the cell it reads wrote, or that there is none"));
    }
  }

  @Override
  public void addFirst(LayerAssembler first, TapeTokens tokens) {
    SublayerInput input = first.attention();
    first.head(
        new Note("clock", "counts the i earlier tokens: the start token's share is 1/i"),
        List.of(input.constant(0)),
        List.of(input.constant(0)),
        List.of(tokens.start(input)),
        inverse,
        0,
        Mask.STRICT);
  }

  @Override
  public LayerAssembler addTo(TransformerAssembler assembler, TapeTokens tokens, TapeHeads heads) {
    LayerAssembler layer = assembler.layer();
    for (int tape = 0; tape < tokens.tapes(); tape++) {
      addLookUp(layer, assembler.stream(), heads, tape);
    }
    return layer;
  }

  private void addLookUp(LayerAssembler layer, ResidualStream stream, TapeHeads heads, int tape) {
    SublayerInput input = layer.attention();
    LinearForm start = embedding.start(input);
    LinearForm writes = embedding.writes(input, tape);
    List<LinearForm> query = new ArrayList<>(heads.readCell(stream, input, tape));
    query.add(input.constant(1));
    query.add(input.constant(1));
    List<LinearForm> key = new ArrayList<>(heads.writtenCell(stream, input, tape));
    key.add(start.times(3).plus(writes.times(2)).plus(-2));
    LinearForm one = stream.at(embedding.one(), 0);
    key.add(input.read(one, stream.at(inverse, 0)).at(0).times(weight).minus(start.times(weight)));
    List<LinearForm> values = new ArrayList<>(input.readOneHot(embedding.written(tape)).all());
    values.add(start);
    layer.head(
        new Note(
            "look up " + tape,
            Phrase.of(
                "finds the latest write to the cell it reads on tape {tape} by a bonus that grows with the position",
                "tape",
                tape)),
        query,
        key,
        values,
        found.get(tape),
        difference() / 2,
        Mask.STRICT);
  }

  @Override
  public List<LinearForm> found(SublayerInput input, int tape) {
    List<LinearForm> all = input.read(found.get(tape)).all();
    return all.subList(0, all.size() - 1);
  }

  @Override
  public LinearForm unwritten(ResidualStream stream, SublayerInput input, int tape) {
    List<LinearForm> all = input.read(found.get(tape)).all();
    return all.get(all.size() - 1);
  }

  /** The least difference between the bonuses of two positions. */
  private double difference() {
    double i = sequence;
    return weight / 2 * (2 * i + 1) / (i * i * (i + 1) * (i + 1)) * Math.pow(1 + 1 / (i * i), -1.5);
  }

  @Override
  public List<ScoreClaim> claims(RoundingError errors) {
    double read = TapeHeads.readError(errors, sequence);
    double written = TapeHeads.writtenError(errors, sequence);
    double bonus = weight * (errors.direction(2) + errors.mean(sequence));
    double noise = errors.score(read, written + bonus, 4) + 10 * errors.flag();
    return List.of(new ScoreClaim("look up", difference(), noise, difference() / 2));
  }
}
