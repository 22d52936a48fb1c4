package org.cotsim.simulator.execute.indexed.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A head or a load of a phase, or the sums and norms between two of them. */
final class Piece {

  final Instruction other; // null between heads
  final List<Expression> parts = new ArrayList<>();
  final Set<Integer> readLater; // registers, after this piece
  final int[] scores; // all that is read later, null where that is no score
  MemoSplit split; // null without a memo
  Answers answers; // all that the memo reads, null if it reads more

  private Piece(Instruction other, Set<Integer> readLater, int[] scores) {
    this.other = other;
    this.readLater = readLater;
    this.scores = scores;
  }

  /**
   * The pieces of a phase in their order.
   *
   * @param readLater the registers that others read after the phase
   * @param scores the registers of scores, if nothing else is read after the phase; else null
   */
  static List<Piece> of(Instruction[] phase, Set<Integer> readLater, int[] scores) {
    List<Piece> pieces = new ArrayList<>();
    Set<Integer> read = new HashSet<>(readLater);
    for (int i = phase.length - 1; i >= 0; i--) {
      boolean alone = phase[i].kind() == Instruction.LOOK_UP || !isWritten(phase[i]);
      Piece piece = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
      if (alone || piece == null || piece.other != null) {
        int[] last = pieces.isEmpty() ? scores : null;
        piece = new Piece(alone ? phase[i] : null, new HashSet<>(read), last);
        pieces.add(piece);
      }
      if (alone) {
        StretchWriter.addAll(read, phase[i].reads());
      } else {
        piece.parts.addAll(0, phase[i].parts());
        piece.parts.forEach(part -> StretchWriter.addAll(read, part.reads));
      }
    }
    Collections.reverse(pieces);
    return pieces;
  }

  /** Whether an instruction can be written as code. */
  static boolean isWritten(Instruction instruction) {
    List<Expression> parts = instruction.parts();
    return !parts.isEmpty() && parts.stream().allMatch(StretchWriter::fits);
  }

  /** The registers that are read after what the memo of this piece leaves to be computed. */
  Set<Integer> readByMemoAndLater() {
    Set<Integer> read = new HashSet<>(readLater);
    StretchWriter.addAll(read, split.reads);
    split.remembered.forEach(part -> StretchWriter.addAll(read, part.reads));
    return read;
  }

  /**
   * What a piece consists of; heads there do not write registers that only the memo at the end of
   * the phase reads, as answers.
   */
  static List<Expression> withoutIdleWrites(List<Piece> phase, Piece piece) {
    Piece last = phase.get(phase.size() - 1);
    List<Expression> all = new ArrayList<>();
    for (Expression part : piece.other != null ? piece.other.parts() : piece.parts) {
      boolean idle =
          part instanceof Expression.Attend
              && last.answers != null
              && last.split != null
              && Arrays.stream(part.writes).allMatch(r -> r < 0 || last.isIdle(r, phase));
      all.add(idle ? ((Expression.Attend) part).withoutWrites() : part);
    }
    return all;
  }

  private boolean isIdle(int register, List<Piece> phase) {
    return answers.contains(register)
        && !readLater.contains(register)
        && split.computed.stream().noneMatch(part -> part.reads(register))
        && phase.stream().filter(piece -> piece != this).noneMatch(piece -> piece.reads(register));
  }

  private boolean reads(int register) {
    return parts.stream().anyMatch(part -> part.reads(register))
        || (other != null && Arrays.stream(other.reads()).anyMatch(r -> r == register));
  }
}
