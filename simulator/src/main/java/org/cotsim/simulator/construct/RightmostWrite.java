package org.cotsim.simulator.construct;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.simulator.assemble.Blueprint.Note;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LayerNormHash;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.RoundingError;
import org.cotsim.simulator.assemble.ScoreClaim;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.TransformerAssembler;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Token.Role;

/**
 * Finds what the latest write to a cell wrote, by one of two ways to break the tie between all
 * writes to that cell.
 */
sealed interface RightmostWrite {

  /** The way that the options ask for. */
  static RightmostWrite of(
      ConstructionOptions options, LayerNormHash hash, long largestCount, double sequence) {
    return options.rightmost() == ConstructionOptions.Rightmost.COUNTS
        ? new ByCounts(hash, largestCount)
        : new ByDifferences(hash, largestCount, sequence);
  }

  /** Declares subspaces. */
  void declare(TransformerAssembler assembler, TuringEmbedding embedding);

  /** Adds what has to stand in the first layer. */
  void addFirst(LayerAssembler first, TuringEmbedding embedding);

  /**
   * Adds the heads.
   *
   * @return the last layer that was added, with room for hidden units
   */
  LayerAssembler addTo(TransformerAssembler assembler, TuringEmbedding embedding, TapeHeads heads);

  /** 1 for the symbol that the write found wrote, as forms over a later sublayer's input. */
  List<LinearForm> found(SublayerInput input, int tape);

  /** 1 if nobody wrote to the cell that is read, else 0. */
  LinearForm unwritten(ResidualStream stream, SublayerInput input, int tape);

  /** What the heads rely on. */
  List<ScoreClaim> claims(RoundingError errors);

  /** 1 where a token's write to a tape counts, else 0. */
  private static LinearForm writes(TuringEmbedding embedding, SublayerInput input, int tape) {
    return tape == 0
        ? embedding.roles().any(input, Role.INPUT, Role.STEP)
        : embedding.roles().any(input, Role.STEP);
  }

  /** Counts earlier writes to the cell, then looks up the write with just that number. */
  final class ByCounts implements RightmostWrite {
    private final LayerNormHash hash;
    private final long largestCount;
    private final List<Subspace> before = new ArrayList<>();
    private final List<Subspace> seen = new ArrayList<>();
    private final List<Subspace> found = new ArrayList<>();
    private TuringEmbedding embedding;

    private ByCounts(LayerNormHash hash, long largestCount) {
      this.hash = hash;
      this.largestCount = largestCount;
    }

    @Override
    public void declare(TransformerAssembler assembler, TuringEmbedding tokens) {
      embedding = tokens;
      ResidualStream stream = assembler.stream();
      for (int tape = 0; tape < tokens.tapes(); tape++) {
        before.add(
            stream.declare(
                "before " + tape, 1, "1/(1 + b) for b earlier writes to the cell it writes"));
        seen.add(
            stream.declare(
                "seen " + tape, 1, "1/(1 + b) for b earlier writes to the cell it reads"));
        found.add(
            stream.declare(
                "found " + tape, tokens.written(tape).width(), "what the latest of them wrote"));
      }
    }

    @Override
    public void addFirst(LayerAssembler first, TuringEmbedding tokens) {}

    @Override
    public LayerAssembler addTo(
        TransformerAssembler assembler, TuringEmbedding tokens, TapeHeads heads) {
      ResidualStream stream = assembler.stream();
      LayerAssembler counting = assembler.layer();
      LayerAssembler looking = assembler.layer();
      for (int tape = 0; tape < tokens.tapes(); tape++) {
        SublayerInput input = counting.attention();
        List<LinearForm> written = heads.writtenCell(stream, input, tape);
        addCount(counting, tape, "count writes", "it writes", written, written, before.get(tape));
        addCount(
            counting,
            tape,
            "count reads",
            "it reads",
            heads.readCell(input, tape),
            written,
            seen.get(tape));
        addLookUp(looking, stream, heads, tape);
      }
      return looking;
    }

    /** The start token's key ties with every equal cell, so the mean of "is start" is 1/(1 + b). */
    private void addCount(
        LayerAssembler layer,
        int tape,
        String name,
        String what,
        List<LinearForm> query,
        List<LinearForm> key,
        Subspace target) {
      SublayerInput input = layer.attention();
      LinearForm start = embedding.roles().any(input, Role.START);
      List<LinearForm> queries = new ArrayList<>(query);
      queries.add(input.constant(1));
      List<LinearForm> keys = new ArrayList<>(key);
      keys.add(start.times(3).plus(writes(embedding, input, tape).times(2)).plus(-2));
      layer.head(
          new Note(
              name + " " + tape,
              "averages \"is start\" over start and all writes to the cell that "
                  + what
                  + " on tape "
                  + tape
                  + ", which counts them"),
          queries,
          keys,
          List.of(start),
          target,
          gap() / 2,
          Mask.STRICT);
    }

    private void addLookUp(LayerAssembler layer, ResidualStream stream, TapeHeads heads, int tape) {
      SublayerInput input = layer.attention();
      LinearForm one = stream.at(embedding.one(), 0);
      LinearForm mine = stream.at(seen.get(tape), 0);
      List<LinearForm> query = new ArrayList<>(heads.readCell(input, tape));
      query.addAll(hash.of(input, one.minus(mine), mine)); // b, from 1/(1 + b)
      query.add(input.constant(1));
      List<LinearForm> key = new ArrayList<>(heads.writtenCell(stream, input, tape));
      key.addAll(hash.ofInverse(input, stream.at(before.get(tape), 0), one)); // 1 + b
      key.add(writes(embedding, input, tape).times(4).plus(-4));
      layer.head(
          new Note(
              "look up " + tape,
              "finds the latest write to the cell it reads on tape "
                  + tape
                  + ": the one with all the others before it"),
          query,
          key,
          input.readOneHot(embedding.written(tape)).all(),
          found.get(tape),
          gap() / 2,
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

    private double gap() {
      return hash.gap(largestCount);
    }

    @Override
    public List<ScoreClaim> claims(RoundingError errors) {
      double written = TapeHeads.writtenError(errors);
      double read = TapeHeads.readError(errors);
      double count = errors.hash(2 * errors.mean()); // 1 - y and y: (3 u + 2 u) / 2 at most
      double single = errors.score(read, written, 3);
      double both = errors.score(read + count, written + count, 5);
      return List.of(
          new ScoreClaim("count writes", gap(), single, gap() / 2),
          new ScoreClaim("count reads", gap(), single, gap() / 2),
          new ScoreClaim("look up", gap(), both, gap() / 2));
    }
  }

  /**
   * Adds to each score a bonus that grows with the position, smaller than the gap between cells.
   *
   * <p>The position i is known as 1/i; the bonus is {@code e / sqrt(1 + 1/i^2)}, whose differences
   * from one position to the next fall like e/i^3, with e of order 1/N^2: the room for rounding is
   * of order 1/N^5, which is the law of the published tie-breaker. A start token that ties with an
   * equal cell without a bonus is found where nobody wrote.
   */
  final class ByDifferences implements RightmostWrite {
    private final double sequence;
    private final double weight;
    private final List<Subspace> found = new ArrayList<>();
    private Subspace inverse;
    private TuringEmbedding embedding;

    private ByDifferences(LayerNormHash hash, long largestCount, double sequence) {
      this.sequence = sequence;
      this.weight = hash.gap(largestCount) / 2;
    }

    @Override
    public void declare(TransformerAssembler assembler, TuringEmbedding tokens) {
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
    public void addFirst(LayerAssembler first, TuringEmbedding tokens) {
      SublayerInput input = first.attention();
      first.head(
          new Note("clock", "averages \"is start\" over all earlier tokens: 1/i for i of them"),
          List.of(input.constant(0)),
          List.of(input.constant(0)),
          List.of(tokens.roles().any(input, Role.START)),
          inverse,
          0,
          Mask.STRICT);
    }

    @Override
    public LayerAssembler addTo(
        TransformerAssembler assembler, TuringEmbedding tokens, TapeHeads heads) {
      LayerAssembler layer = assembler.layer();
      for (int tape = 0; tape < tokens.tapes(); tape++) {
        addLookUp(layer, assembler.stream(), heads, tape);
      }
      return layer;
    }

    private void addLookUp(LayerAssembler layer, ResidualStream stream, TapeHeads heads, int tape) {
      SublayerInput input = layer.attention();
      LinearForm start = embedding.roles().any(input, Role.START);
      LinearForm writes = writes(embedding, input, tape);
      List<LinearForm> query = new ArrayList<>(heads.readCell(input, tape));
      query.add(input.constant(1));
      query.add(input.constant(1));
      List<LinearForm> key = new ArrayList<>(heads.writtenCell(stream, input, tape));
      key.add(start.times(3).plus(writes.times(2)).plus(-2));
      LinearForm one = stream.at(embedding.one(), 0);
      key.add(
          input.read(one, stream.at(inverse, 0)).at(0).times(weight).minus(start.times(weight)));
      List<LinearForm> values = new ArrayList<>(input.readOneHot(embedding.written(tape)).all());
      values.add(start);
      layer.head(
          new Note(
              "look up " + tape,
              "finds the latest write to the cell it reads on tape "
                  + tape
                  + " by a bonus that grows with the position"),
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
      return weight
          / 2
          * (2 * i + 1)
          / (i * i * (i + 1) * (i + 1))
          * Math.pow(1 + 1 / (i * i), -1.5);
    }

    @Override
    public List<ScoreClaim> claims(RoundingError errors) {
      double read = TapeHeads.readError(errors);
      double written = TapeHeads.writtenError(errors);
      double bonus = weight * errors.direction(2);
      double noise = errors.score(read, written + bonus, 4);
      return List.of(new ScoreClaim("look up", difference(), noise, difference() / 2));
    }
  }
}
