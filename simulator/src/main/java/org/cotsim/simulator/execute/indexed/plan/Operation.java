package org.cotsim.simulator.execute.indexed.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.cotsim.simulator.model.Matrix;

/** One operation of a trace; operations are created in the order in which they can run. */
public abstract class Operation {

  /** Nobody needs the operation. */
  public static final int UNUSED = 0;

  /** Keys or values depend on it: it runs when a token is appended. */
  public static final int APPEND = 1;

  /** Only scores depend on it: it runs when scores are asked for. */
  public static final int SCORE = 2;

  final int index;
  public int phase = UNUSED;

  Operation(int index) {
    this.index = index;
  }

  /** The numbers that the operation reads; constants among them do not matter. */
  abstract List<TracedNumber> inputs();

  /** Computes {@code number} of all outputs for a token, where they depend on the token alone. */
  abstract void evaluate(int token);

  /** Marks what is needed for a number. */
  public static void require(TracedNumber value, int phase) {
    if (value == null || value.isConstant()) {
      return;
    }
    value.needed = true;
    if (value.op.phase == UNUSED) {
      value.op.phase = phase;
      value.op.inputs().forEach(input -> require(input, phase));
    }
  }

  /** Reads the residual stream's first content: embedding, and position where there is a table. */
  public static final class Load extends Operation {
    public final Matrix embedding; // null if the token is known
    public final TracedNumber[] columns; // [width], constants where nothing is loaded
    public final double[] base; // [width], the known token's embedding
    private int evaluated = -1; // the token of the numbers in the columns

    Load(int index, Matrix embedding, double[] base) {
      super(index);
      this.embedding = embedding;
      this.base = base;
      this.columns = new TracedNumber[base.length];
    }

    @Override
    List<TracedNumber> inputs() {
      return List.of();
    }

    @Override
    void evaluate(int token) {
      if (evaluated < 0) {
        Arrays.stream(columns).forEach(Load::clear);
      } else {
        for (int e = embedding.rowStart(evaluated); e < embedding.rowStart(evaluated + 1); e++) {
          clear(columns[embedding.column(e)]);
        }
      }
      for (int e = embedding.rowStart(token); e < embedding.rowStart(token + 1); e++) {
        columns[embedding.column(e)].number = embedding.value(e);
      }
      evaluated = token;
    }

    private static void clear(TracedNumber column) {
      column.number = column.isConstant() ? column.low : 0;
    }
  }

  /** The sum {@code init + sum w_i x_i + bias}, from left to right, then perhaps relu. */
  public static final class Row extends Operation {
    public final double init;
    public final double[] weights;
    public final TracedNumber[] terms; // null stands for the number 1
    public final double bias;
    public final boolean relu;
    public final boolean small; // before relu, so that twice it is finite

    Row(
        int index,
        double init,
        double[] weights,
        TracedNumber[] terms,
        double bias,
        boolean relu,
        boolean small) {
      super(index);
      this.init = init;
      this.weights = weights;
      this.terms = terms;
      this.bias = bias;
      this.relu = relu;
      this.small = small;
    }

    public TracedNumber out;

    @Override
    List<TracedNumber> inputs() {
      return Arrays.stream(terms).filter(Objects::nonNull).toList();
    }

    @Override
    void evaluate(int token) {
      double sum = init;
      for (int i = 0; i < terms.length; i++) {
        sum += terms[i] == null ? weights[i] : weights[i] * terms[i].number;
      }
      sum += bias;
      out.number = relu ? Math.max(0, sum) : sum;
    }
  }

  /** Layer norm of a vector. */
  public static final class Normalise extends Operation {
    public final TracedNumber[] in;
    public final TracedNumber[] out;

    Normalise(int index, TracedNumber[] in) {
      super(index);
      this.in = in;
      this.out = new TracedNumber[in.length];
    }

    @Override
    List<TracedNumber> inputs() {
      return List.of(in);
    }

    @Override
    void evaluate(int token) {
      double[] numbers = new double[in.length];
      for (int i = 0; i < in.length; i++) {
        numbers[i] = in[i].number;
      }
      LayerNorm.apply(numbers);
      for (int i = 0; i < in.length; i++) {
        out[i].number = numbers[i];
      }
    }
  }

  /** Hands the own key and value to a head. */
  public static final class Offer extends Operation {
    public final HeadPlan plan;
    public final TracedNumber[] key; // [keySize]
    public final TracedNumber[] value; // [valueSize]

    Offer(int index, HeadPlan plan, TracedNumber[] key, TracedNumber[] value) {
      super(index);
      this.plan = plan;
      this.key = key;
      this.value = value;
    }

    @Override
    List<TracedNumber> inputs() {
      throw new IllegalStateException("an offer has no output");
    }

    @Override
    void evaluate(int token) {
      throw new IllegalStateException("an offer has no output");
    }

    /** Marks what the head's cache depends on. */
    public void require() {
      phase = APPEND;
      for (int c : plan.kept) {
        require(key[c], APPEND);
      }
      for (int c : plan.liveValues) {
        require(value[c], APPEND);
      }
    }
  }

  /** What a head finds: the mean of the values at the maximal scores. */
  public static final class Attend extends Operation {
    public final HeadPlan plan;
    public final TracedNumber[] query; // [keySize]
    public final TracedNumber[] out; // [valueSize]

    Attend(int index, HeadPlan plan, TracedNumber[] query) {
      super(index);
      this.plan = plan;
      this.query = query;
      this.out = new TracedNumber[plan.head.valueSize()];
    }

    @Override
    List<TracedNumber> inputs() {
      return Arrays.stream(plan.kept).mapToObj(c -> query[c]).toList();
    }

    @Override
    void evaluate(int token) {
      throw new IllegalStateException("what a head finds depends on other positions");
    }
  }
}
