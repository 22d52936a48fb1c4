package org.cotsim.simulator.execute.indexed.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotsim.simulator.execute.indexed.plan.HeadPlan;
import org.cotsim.simulator.model.Matrix;

/** One instruction of a program, over the registers of a sequence. */
abstract class Instruction {

  /** Counted as time in products with weights. */
  static final int WEIGHTS = 0;

  /** Counted as time in heads. */
  static final int LOOK_UP = 1;

  /** Counted as time in layer norms. */
  static final int NORMALISATION = 2;

  /** What the time of this instruction is counted as. */
  abstract int kind();

  abstract void run(SequenceState sequence);

  /** The registers that it reads. */
  abstract int[] reads();

  /** What it consists of, in order; nothing if it does what cannot be written as code. */
  List<Expression> parts() {
    return List.of();
  }

  /** Several sums, each from left to right. */
  static final class Rows extends Instruction {
    final double[] inits; // [rows]
    final int[] starts; // [rows + 1]
    final double[] weights; // [terms]
    final int[] terms; // [terms], registers
    final double[] biases; // [rows]
    final boolean[] relu; // [rows]
    final boolean[] small; // [rows], before relu
    final int[] out; // [rows], registers

    Rows(int rows, int terms) {
      this.inits = new double[rows];
      this.starts = new int[rows + 1];
      this.weights = new double[terms];
      this.terms = new int[terms];
      this.biases = new double[rows];
      this.relu = new boolean[rows];
      this.small = new boolean[rows];
      this.out = new int[rows];
    }

    @Override
    int kind() {
      return WEIGHTS;
    }

    @Override
    int[] reads() {
      return terms;
    }

    @Override
    List<Expression> parts() {
      List<Expression> parts = new ArrayList<>();
      for (int i = 0; i < out.length; i++) {
        parts.add(
            new Expression.Sum(
                inits[i],
                Arrays.copyOfRange(weights, starts[i], starts[i + 1]),
                Arrays.copyOfRange(terms, starts[i], starts[i + 1]),
                biases[i],
                relu[i],
                small[i],
                out[i]));
      }
      return parts;
    }

    @Override
    void run(SequenceState sequence) {
      double[] r = sequence.registers;
      for (int i = 0; i < out.length; i++) {
        double sum = inits[i];
        int end = starts[i + 1];
        for (int e = starts[i]; e < end; e++) {
          sum += weights[e] * r[terms[e]];
        }
        sum += biases[i];
        r[out[i]] = relu[i] ? Math.max(0, sum) : sum;
      }
    }
  }

  /** Layer norm of one vector. */
  static final class Normalise extends Instruction {
    final RegisterVector in;
    final int[] out; // registers, -1 where nobody reads the component

    Normalise(RegisterVector in, int[] out) {
      this.in = in;
      this.out = out;
    }

    @Override
    int kind() {
      return NORMALISATION;
    }

    @Override
    int[] reads() {
      return in.registers();
    }

    @Override
    List<Expression> parts() {
      return List.of(new Expression.Norm(in.known(), in.sources(), out));
    }

    @Override
    void run(SequenceState sequence) {
      double[] r = sequence.registers;
      double[] v = sequence.scratch;
      in.fill(r, v);
      int length = out.length;
      double sum = 0;
      for (int c = 0; c < length; c++) {
        sum += v[c];
      }
      double mean = sum / length;
      double squares = 0;
      for (int c = 0; c < length; c++) {
        double centred = v[c] - mean;
        v[c] = centred;
        squares += centred * centred;
      }
      double divisor = Stretch.divisor(squares);
      for (int c = 0; c < length; c++) {
        if (out[c] >= 0) {
          r[out[c]] = v[c] / divisor;
        }
      }
    }
  }

  /** Layer norm of several vectors of two components, by the operations of {@link Normalise}. */
  static final class NormalisePairs extends Instruction {
    final int[] in; // [2 * vectors], registers
    final int[] out; // [2 * vectors], registers, -1 where nobody reads the component

    NormalisePairs(int[] in, int[] out) {
      this.in = in;
      this.out = out;
    }

    @Override
    int kind() {
      return NORMALISATION;
    }

    @Override
    int[] reads() {
      return in;
    }

    @Override
    List<Expression> parts() {
      List<Expression> parts = new ArrayList<>();
      for (int i = 0; i < in.length; i += 2) {
        int[] pair = Arrays.copyOfRange(in, i, i + 2);
        parts.add(new Expression.Norm(new double[2], pair, Arrays.copyOfRange(out, i, i + 2)));
      }
      return parts;
    }

    @Override
    void run(SequenceState sequence) {
      double[] r = sequence.registers;
      for (int i = 0; i < in.length; i += 2) {
        double x = r[in[i]];
        double y = r[in[i + 1]];
        double mean = (0 + x + y) / 2;
        x -= mean;
        y -= mean;
        double divisor = Stretch.divisor(x * x + y * y);
        if (out[i] >= 0) {
          r[out[i]] = x / divisor;
        }
        if (out[i + 1] >= 0) {
          r[out[i + 1]] = y / divisor;
        }
      }
    }
  }

  /** Reads the embedding of a token or of a position. */
  static final class Load extends Instruction {
    final Matrix embedding; // null if the token is known
    final Matrix positions; // null without a table
    final double[] base; // [loaded]
    final int[] loaded; // registers
    final int[] registers; // [width], -1 where nothing is loaded

    Load(Matrix embedding, Matrix positions, double[] base, int[] loaded, int[] registers) {
      this.embedding = embedding;
      this.positions = positions;
      this.base = base;
      this.loaded = loaded;
      this.registers = registers;
    }

    @Override
    int kind() {
      return WEIGHTS;
    }

    @Override
    int[] reads() {
      return new int[0];
    }

    @Override
    void run(SequenceState sequence) {
      double[] r = sequence.registers;
      for (int i = 0; i < loaded.length; i++) {
        r[loaded[i]] = base[i];
      }
      if (embedding != null) {
        addRow(embedding, sequence.token(), r);
      }
      if (positions != null) {
        addRow(positions, sequence.length() - 1, r);
      }
    }

    private void addRow(Matrix matrix, int row, double[] r) {
      int end = matrix.rowStart(row + 1);
      for (int e = matrix.rowStart(row); e < end; e++) {
        int register = registers[matrix.column(e)];
        if (register >= 0) {
          r[register] += matrix.value(e);
        }
      }
    }
  }

  /** Hands the own key and value to a head. */
  static final class Offer extends Instruction {
    private final HeadPlan plan;
    private final int knownClass; // -1 if it is not known before the program runs
    private final RegisterVector classes;
    private final RegisterVector moving;
    private final RegisterVector value;
    private final boolean keyKnown; // whether all tokens of the program have the same token key
    private final boolean valueKnown;
    private int representative = -1; // any of them: threads may disagree

    Offer(HeadPlan plan, RegisterVector classes, RegisterVector moving, RegisterVector value) {
      this.plan = plan;
      this.classes = classes;
      this.moving = moving;
      this.value = value;
      this.knownClass = classes.areKnown() ? plan.classVectors.id(classes.known()) : -1;
      this.keyKnown = knownClass >= 0 && moving.areKnown(plan.known());
      this.valueKnown = value.areKnown();
    }

    /** A token of this program: always the same, for what all of them have in common. */
    private int like(int token) {
      int known = representative; // read once, as others may write it
      if (known < 0) {
        known = token;
        representative = token;
      }
      return known;
    }

    @Override
    int kind() {
      return LOOK_UP;
    }

    @Override
    int[] reads() {
      return Stream.of(classes, moving, value)
          .flatMapToInt(vector -> Arrays.stream(vector.registers()))
          .toArray();
    }

    @Override
    List<Expression> parts() {
      if (knownClass < 0 || plan.strategy == HeadPlan.Strategy.TOKENS) { // which tokens are handed
        return List.of();
      }
      double[] constants =
          DoubleStream.concat(Arrays.stream(moving.known()), Arrays.stream(value.known()))
              .toArray();
      int[] reads =
          IntStream.concat(Arrays.stream(moving.sources()), Arrays.stream(value.sources()))
              .toArray();
      return List.of(new Expression.Offer(plan, knownClass, constants, reads));
    }

    @Override
    void run(SequenceState sequence) {
      HeadState head = sequence.heads[plan.index];
      double[] r = sequence.registers;
      int number = knownClass >= 0 ? knownClass : plan.classVectors.id(classes.filled(r));
      moving.fill(r, head.key);
      value.fill(r, head.value);
      int token = sequence.token();
      head.keyToken = keyKnown ? like(token) : token;
      head.valueToken = valueKnown ? like(token) : token;
      head.offer(number);
    }
  }

  /** What a head finds. */
  static final class Attend extends Instruction {
    private final HeadPlan plan;
    private final int knownQuery; // -1 if it depends on more than the token
    private final RegisterVector query;
    private final int[] out; // [live values], registers

    Attend(HeadPlan plan, RegisterVector query, int[] out) {
      this.plan = plan;
      this.query = query;
      this.out = out;
      this.knownQuery = query.areKnown() ? plan.queryVectors.id(query.known()) : -1;
    }

    @Override
    int kind() {
      return LOOK_UP;
    }

    @Override
    int[] reads() {
      return query.registers();
    }

    @Override
    List<Expression> parts() {
      return List.of(new Expression.Attend(plan, knownQuery, query.known(), query.sources(), out));
    }

    @Override
    void run(SequenceState sequence) {
      HeadState state = sequence.heads[plan.index];
      double[] r = sequence.registers;
      query.fill(r, state.query);
      state.attend(knownQuery);
      for (int c = 0; c < out.length; c++) {
        if (out[c] >= 0) {
          r[out[c]] = state.mixed[c];
        }
      }
    }
  }
}
