package org.cotsim.simulator.execute.indexed.step;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The instructions of one phase of a program, which become faster when they have run often: first
 * straight-line code between heads, then also a {@link Memo} of what few bit patterns decide.
 *
 * <p>Safe between threads: every version computes the same bits.
 */
final class Phase {

  private static final int MOST_COST = 1 << 15; // of code that is written

  private final Instruction[] plain;
  private final int registers;
  private final StretchClasses classes;
  private final Supplier<Set<Integer>> readLater;
  private final int[] scores;
  private final int place; // among the phases of a program
  private List<Piece> pieces; // null until they are needed: most programs run seldom
  private volatile Code fast;
  private Instruction[] profiled; // the same with norms apart, null until it is asked for
  private volatile boolean warm; // nothing is going to change, but that a memo gives up
  private Sample sample;
  private int runs; // counts of several threads may be lost

  /**
   * Instructions, those of other phases wherever they are the same, and what is looked up after
   * them.
   */
  private static final class Code {
    private final Instruction shared;
    private final Memo last; // null without a memo at the end

    Code(Instruction shared, Memo last) {
      this.shared = shared;
      this.last = last;
    }
  }

  /**
   * The instructions of a phase.
   *
   * @param registers of the program
   * @param readLater finds the registers that others read after this phase, asked once it ran often
   * @param scores the registers of scores, if nothing else is read after this phase; else null
   * @param place among the phases of a program
   * @param classes those of the model
   */
  Phase(
      List<Instruction> plain,
      int registers,
      Supplier<Set<Integer>> readLater,
      int[] scores,
      int place,
      StretchClasses classes) {
    this.place = place;
    this.classes = classes;
    this.plain = plain.toArray(Instruction[]::new);
    this.registers = registers;
    this.readLater = readLater;
    this.scores = scores;
    this.fast = new Code(new Block(plain), null);
  }

  private List<Piece> pieces() {
    if (pieces == null) {
      pieces = Piece.of(plain, readLater.get(), scores);
    }
    return pieces;
  }

  private boolean isToBeWritten() {
    long cost = 0;
    for (Instruction instruction : plain) {
      for (Expression part : instruction.parts()) {
        cost += part.cost();
      }
    }
    return cost > 0 && cost <= MOST_COST;
  }

  void run(SequenceState sequence) {
    if (!warm) {
      warmUp(sequence);
    } else if (sequence.profile != null) {
      sequence.profile.run(profiled(), sequence);
    } else {
      run(fast, sequence);
    }
  }

  /**
   * Runs what the sequence ran last in such a phase, if it is the same: a processor then begins
   * before it knows which token was chosen.
   */
  private void run(Code code, SequenceState sequence) {
    Instruction instruction = sequence.latest[place];
    if (instruction != code.shared) {
      instruction = code.shared;
      sequence.latest[place] = instruction;
    }
    instruction.run(sequence);
    if (code.last != null) {
      code.last.run(sequence);
    }
  }

  private void warmUp(SequenceState sequence) {
    runs++;
    WarmUp when = classes.warmUp;
    if (runs < when.often() || (runs - when.often()) % when.sampledEvery() != 0) {
      run(fast, sequence);
      return;
    }
    for (Instruction instruction : plain) {
      instruction.run(sequence);
    }
    learn(sequence.registers);
  }

  private synchronized void learn(double[] values) {
    if (warm) {
      return;
    }
    if (sample == null) {
      if (!isToBeWritten()) {
        profiled = plain;
        warm = true;
        return;
      }
      sample = new Sample(registers, classes.warmUp.samples());
      fast = code();
    }
    sample.add(values);
    if (sample.isFull()) {
      for (Piece piece : pieces()) {
        piece.split = MemoSplit.of(piece.parts, piece.readLater, piece.scores, sample);
        piece.answers = Answers.of(plain, piece.split.reads);
      }
      fast = code();
      sample = null;
      warm = true;
    }
  }

  private synchronized Instruction[] profiled() {
    if (profiled == null) {
      profiled = assemble(true).toArray(Instruction[]::new);
    }
    return profiled;
  }

  private Code code() {
    List<Instruction> all = assemble(false);
    Instruction end = all.isEmpty() ? null : all.get(all.size() - 1);
    Memo last = end instanceof Memo memo ? memo : null;
    return new Code(classes.block(last == null ? all : all.subList(0, all.size() - 1)), last);
  }

  /** The fastest instructions so far; with norms and heads apart where time is to be split. */
  private List<Instruction> assemble(boolean apart) {
    List<Instruction> all = new ArrayList<>();
    List<Expression> run = new ArrayList<>(); // to be written
    for (Piece piece : pieces()) {
      if (piece.other != null && (apart || !Piece.isWritten(piece.other))) {
        Set<Integer> read = new HashSet<>(piece.readLater);
        StretchWriter.addAll(read, piece.other.reads());
        all.addAll(write(run, read, apart));
        all.add(piece.other);
      } else if (piece.split != null && !piece.split.remembered.isEmpty()) {
        run.addAll(piece.split.computed);
        all.addAll(write(run, piece.readByMemoAndLater(), apart));
        all.add(memo(piece));
      } else {
        run.addAll(Piece.withoutIdleWrites(pieces, piece));
        continue;
      }
      run.clear();
    }
    Set<Integer> last = pieces.isEmpty() ? Set.of() : pieces.get(pieces.size() - 1).readLater;
    all.addAll(write(run, last, apart));
    return all;
  }

  private Memo memo(Piece piece) {
    MemoSplit split = piece.split;
    return new Memo(
        split.reads,
        split.writes,
        StretchWriter.write(split.remembered, piece.readLater, classes),
        split.decides,
        piece.answers,
        () -> giveUp(piece));
  }

  private synchronized void giveUp(Piece piece) {
    if (piece.split != null) {
      piece.split = null;
      profiled = null;
      fast = code();
    }
  }

  /** Straight-line code, where asked for with norms apart from sums so that time can be split. */
  private List<Stretch> write(List<Expression> parts, Set<Integer> readLater, boolean normsApart) {
    if (!normsApart) {
      return StretchWriter.write(parts, readLater, classes);
    }
    List<Stretch> all = new ArrayList<>();
    for (int from = 0; from < parts.size(); ) {
      boolean norm = parts.get(from) instanceof Expression.Norm;
      int to = from;
      while (to < parts.size() && parts.get(to) instanceof Expression.Norm == norm) {
        to++;
      }
      Set<Integer> read = new HashSet<>(readLater);
      parts.subList(to, parts.size()).forEach(part -> StretchWriter.addAll(read, part.reads));
      for (Stretch stretch : StretchWriter.write(parts.subList(from, to), read, classes)) {
        all.add(stretch.as(norm ? Instruction.NORMALISATION : Instruction.WEIGHTS));
      }
      from = to;
    }
    return all;
  }
}
