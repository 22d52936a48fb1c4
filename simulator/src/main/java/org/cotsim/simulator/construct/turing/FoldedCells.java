package org.cotsim.simulator.construct.turing;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.simulator.assemble.Blueprint.Note;
import org.cotsim.simulator.assemble.FoldedNumber;
import org.cotsim.simulator.assemble.Folding;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.RoleFlags;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.TransformerAssembler;
import org.cotsim.simulator.assemble.UniformAverage;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Token.Role;

/**
 * The cells that the tokens of a Turing machine write and read, as digits.
 *
 * <p>The cell read is the sum of the moves up to the own one, so a second head averages with the
 * token itself: no move has to be added to a share. All digits of the start token are 0 and so is
 * its key.
 */
final class FoldedCells {

  private final Folding cells;
  private final TuringEmbedding embedding;
  private final Subspace numbered; // 1, but 0 at the start token
  private final Subspace after; // per tape, S/m with the own move; then 1/m
  private final List<FoldedNumber> written = new ArrayList<>(); // per tape
  private final List<FoldedNumber> read = new ArrayList<>(); // per tape

  FoldedCells(TransformerAssembler assembler, TuringEmbedding embedding, Folding cells) {
    this.cells = cells;
    this.embedding = embedding;
    int tapes = embedding.tapes();
    ResidualStream stream = assembler.stream();
    this.numbered = stream.declare("numbered", 1, "1, but 0 at the start token");
    for (int id = 0; id < assembler.vocabulary().size(); id++) {
      if (assembler.vocabulary().token(id).role() != Role.START) {
        assembler.embed(id, numbered, 0, 1);
      }
    }
    this.after =
        stream.declare(
            "means after",
            tapes + 1,
            "S/m per tape, for the sum S of the moves up to the own one; 1/m for m tokens",
            TapeHeads::meansInWords);
    for (int tape = 0; tape < tapes; tape++) {
      written.add(FoldedNumber.sum("the cell written " + tape, cells, assembler));
      read.add(FoldedNumber.sum("the cell read " + tape, cells, assembler));
    }
  }

  /**
   * Adds the second head, and the layers that fold.
   *
   * @param moves the moves on all tapes, then a flag of the token that is counted by
   * @param means S/m per tape before the own move, then 1/m
   */
  void addTo(
      TransformerAssembler assembler,
      LayerAssembler layer,
      List<LinearForm> moves,
      Subspace means) {
    SublayerInput input = layer.attention();
    RoleFlags roles = embedding.roles();
    LinearForm reset = input.readOneHot(embedding.reset()).at(0);
    new UniformAverage(
            List.of(
                roles.any(input, Role.INPUT),
                roles.any(input, Role.STEP, Role.THINK).minus(reset),
                roles.any(input, Role.OUTPUT),
                reset),
            List.of(
                roles.any(input, Role.START, Role.INPUT),
                roles.any(input, Role.THINK, Role.STEP),
                roles.any(input, Role.THINK, Role.OUTPUT),
                roles.any(input, Role.THINK)))
        .addTo(
            layer,
            new Note(
                "position after",
                "the same with the own move; where all heads go to cell 0, of the think token"
                    + " alone"),
            moves,
            after,
            Mask.CAUSAL);
    ResidualStream stream = assembler.stream();
    List<FoldedNumber> numbers = new ArrayList<>();
    for (int tape = 0; tape < embedding.tapes(); tape++) {
      numbers.add(
          written
              .get(tape)
              .of(stream.at(means, tape), last(stream, means))
              .zeroDigitsAt(start(stream)));
      numbers.add(read.get(tape).of(stream.at(after, tape), last(stream, after)));
    }
    FoldedNumber.fold(assembler, layer, numbers);
  }

  private static LinearForm last(ResidualStream stream, Subspace shares) {
    return stream.at(shares, shares.width() - 1);
  }

  /** The digits of the cell that a token writes, 1 or -1; 0 at the start token. */
  List<LinearForm> written(ResidualStream stream, SublayerInput input, int tape) {
    return written.get(tape).signs(input, one(stream));
  }

  /** The digits of the cell that a token reads. */
  List<LinearForm> read(ResidualStream stream, SublayerInput input, int tape) {
    return read.get(tape).signs(input, one(stream));
  }

  /** 1, but 0 at the start token. */
  LinearForm one(ResidualStream stream) {
    return stream.at(numbered, 0);
  }

  /** 1 at the start token, else 0. */
  LinearForm start(ResidualStream stream) {
    return stream.at(embedding.one(), 0).minus(one(stream));
  }

  /** The digits of a cell. */
  int digits() {
    return cells.digits();
  }
}
