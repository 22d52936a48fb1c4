package org.cotsim.simulator.construct.turing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
import org.cotsim.simulator.assemble.UniformAverage;
import org.cotsim.simulator.assemble.Wording;
import org.cotsim.simulator.model.Mask;

/**
 * Where the tape heads are: an average of the moves so far, and the own move added to it.
 *
 * <p>A token that sees m tokens of its kind whose moves sum to S holds S/m and 1/m. It writes at S
 * (the moves before its own) and reads at S plus its own move. Input tokens count as moves to the
 * right on tape 0, so the j-th of them writes at cell j - 1.
 */
final class TapeHeads {

  static final int LEFT = 0;
  static final int STAY = 1;
  static final int RIGHT = 2;
  private static final String NAME = "position";

  private final LayerNormHash hash;
  private final TapeTokens embedding;
  private final Subspace means; // S/m per tape and trail, then 1/m
  private final List<Subspace> readAt = new ArrayList<>(); // per tape, the hash of S plus own move
  private final Subspace own; // per tape, whether the cell read is the one just written
  private final Optional<FoldedCells> folded; // cells as digits, in place of hashes

  TapeHeads(
      TransformerAssembler assembler,
      TapeTokens embedding,
      LayerNormHash hash,
      Optional<FoldedCells> folded) {
    this.hash = hash;
    this.embedding = embedding;
    this.folded = folded;
    int tapes = embedding.tapes();
    ResidualStream stream = assembler.stream();
    means =
        stream.declare(
            "means",
            embedding.trails() * tapes + 1,
            "S/m per tape, for the sum S of the moves before; 1/m for m tokens",
            TapeHeads::meansInWords);
    for (int tape = 0; tape < tapes && folded.isEmpty(); tape++) {
      Phrase meaning =
          Phrase.of(
              "hash of the cell that the head of tape {tape} is on after this token", "tape", tape);
      readAt.add(stream.declare("cell " + tape, 2, meaning, this::cellInWords));
    }
    own =
        stream.declare(
            "own",
            tapes,
            "per tape, whether that cell is the one just written",
            TapeHeads::ownInWords);
  }

  static Phrase meansInWords(double[] values) {
    double inverse = values[values.length - 1];
    if (inverse == 0) {
      return Wording.NOTHING;
    }
    List<Long> sums =
        Arrays.stream(values, 0, values.length - 1)
            .mapToObj(mean -> Math.round(mean / inverse))
            .toList();
    return Phrase.of(
        "the moves of m = {tokens} tokens add up to S = {sums}",
        "tokens",
        Math.round(1 / inverse),
        "sums",
        sums);
  }

  private static Phrase ownInWords(double[] values) {
    return Phrase.name(
        Arrays.stream(values).mapToObj(own -> Wording.yesOrNo().of(new double[] {own})).toList());
  }

  private Phrase cellInWords(double[] values) {
    return Wording.isZero(values) ? Wording.NOTHING : Phrase.name(hash.count(values[0], values[1]));
  }

  /** The cells as digits, if hashes are not what they are compared by. */
  Optional<FoldedCells> folded() {
    return folded;
  }

  /** Adds the averaging head and what tells, with the own move, which cell is read. */
  void addTo(TransformerAssembler assembler, LayerAssembler layer) {
    ResidualStream stream = assembler.stream();
    SublayerInput input = layer.attention();
    List<LinearForm> values = new ArrayList<>(embedding.moved(input));
    Note note =
        new Note(
            NAME,
            "averages the moves of the tokens of my kind (input, chain or output) so far, and counts"
                + " them");
    values.add(embedding.counted(input));
    embedding.kinds(input).addTo(layer, note, values, means, Mask.STRICT);
    for (int tape = 0; tape < embedding.tapes(); tape++) {
      addOwn(layer, stream, tape);
    }
    if (folded.isPresent()) {
      folded.get().addTo(assembler, layer, values, means);
      return;
    }
    layer.feedForwardNote(
        "move",
        "chooses among one cell to the left, the same and one to the right by the own move");
    for (int tape = 0; tape < embedding.tapes(); tape++) {
      addMove(layer, stream, tape);
    }
  }

  /** Lets the hash of the cell at S - 1, S or S + 1 pass, by the own move; cell 0 after a reset. */
  private void addMove(LayerAssembler layer, ResidualStream stream, int tape) {
    SublayerInput input = layer.feedForward();
    SublayerInput.Reading move = input.readOneHot(embedding.move(tape));
    LinearForm reset = input.readOneHot(embedding.reset()).at(0);
    LinearForm walks = embedding.walks(input);
    for (int d = LEFT; d <= RIGHT; d++) {
      LinearForm closed = move.at(d).minus(reset).minus(walks).times(2).plus(-2);
      addCell(layer, stream, tape, stream.at(means, tape), d, closed);
    }
    if (embedding.trails() > 1) {
      LinearForm walked = stream.at(means, embedding.tapes() + tape);
      for (int d : new int[] {LEFT, RIGHT}) {
        addCell(layer, stream, tape, walked, d, move.at(d).plus(walks).times(2).plus(-4));
      }
    }
    layer.write(layer.unit(reset), 1, readAt.get(tape), 1);
  }

  /**
   * Lets the hash of the cell at a sum plus a move pass.
   *
   * @param closed 0 if it is to pass, else -2 or less
   */
  private void addCell(
      LayerAssembler layer,
      ResidualStream stream,
      int tape,
      LinearForm sum,
      int d,
      LinearForm closed) {
    LinearForm number = sum.plus(inverse(stream).times(d - STAY));
    List<LinearForm> cell = hash.of(layer.feedForward(), number, inverse(stream));
    layer.write(layer.unit(cell.get(0).plus(closed)), 1, readAt.get(tape), 0);
    layer.write(layer.unit(cell.get(0).times(-1).plus(closed)), -1, readAt.get(tape), 0);
    layer.write(layer.unit(cell.get(1).plus(closed)), 1, readAt.get(tape), 1);
  }

  /** Flags a step that stays, or one that is reset to cell 0 after writing there. */
  private void addOwn(LayerAssembler layer, ResidualStream stream, int tape) {
    SublayerInput input = layer.feedForward();
    LinearForm step = embedding.step(input);
    LinearForm reset = input.readOneHot(embedding.reset()).at(0);
    LinearForm stays = input.readOneHot(embedding.move(tape)).at(STAY);
    layer.write(layer.unit(stays.plus(step).minus(reset).plus(-1)), 1, own, tape);
    // of S and 1, so 0 at cell 0 and more than 1 in size at others
    LinearForm sign = input.read(stream.at(means, tape), inverse(stream)).at(0).times(1.5);
    LinearForm closed = step.plus(reset).times(3).plus(-6); // 0 if open, else -3 or less
    layer.write(layer.unit(sign.plus(closed).plus(1)), 1, own, tape);
    layer.write(layer.unit(sign.plus(closed)), -2, own, tape);
    layer.write(layer.unit(sign.plus(closed).plus(-1)), 1, own, tape);
  }

  /** 1/m, as a form over the residual stream. */
  LinearForm inverse(ResidualStream stream) {
    return stream.at(means, means.width() - 1);
  }

  /** S/m of a trail on a tape, as a form over the residual stream. */
  LinearForm sum(ResidualStream stream, int trail, int tape) {
    return stream.at(means, trail * embedding.tapes() + tape);
  }

  /** The hash of the cell that a token writes, or its digits. */
  List<LinearForm> writtenCell(ResidualStream stream, SublayerInput input, int tape) {
    if (folded.isPresent()) {
      return folded.get().written(stream, input, tape);
    }
    return hash.of(input, stream.at(means, tape), inverse(stream));
  }

  /** The hash of the cell that a token reads, or its digits. */
  List<LinearForm> readCell(ResidualStream stream, SublayerInput input, int tape) {
    if (folded.isPresent()) {
      return folded.get().read(stream, input, tape);
    }
    return input.read(readAt.get(tape)).all();
  }

  /** 1 if the cell read is the one just written, else -1. */
  LinearForm ownSign(ResidualStream stream, SublayerInput input, int tape) {
    LinearForm half = stream.at(embedding.one(), 0).times(0.5);
    return input.read(stream.at(own, tape).minus(half)).at(0);
  }

  /** The rounding error of {@link #writtenCell}, for means of up to so many tokens. */
  static double writtenError(RoundingError errors, double count) {
    return errors.hash(errors.mean(count)); // two means: d atan(x / y) <= (dx / x + dy / y) / 2
  }

  /** The rounding error of {@link #readCell}, for means of up to so many tokens. */
  static double readError(RoundingError errors, double count) {
    double moved = errors.hash(3 * errors.mean(count)); // the own move: |dx| <= 3 u |x| + 4 u / m
    double gated = moved + errors.operations(8); // two coordinates, sums of at most 4
    return gated + errors.direction(2);
  }

  static List<ScoreClaim> claims(RoundingError errors) {
    return List.of(UniformAverage.claim(NAME, errors));
  }
}
