package org.cotsim.simulator.execute.indexed.step;

import org.cotsim.simulator.execute.indexed.plan.HeadPlan;

/** The cache of one head of one sequence: keys and values so far, and the answer to a query. */
abstract class HeadState {

  /** Of vectors without a number. */
  static final int NO_NUMBER = -1;

  /** Numbers of answers are below two to this. */
  static final int ANSWER_BITS = 15;

  final HeadPlan plan;
  final double[] key; // the moving components of the key that is offered
  final double[] value; // the live components of the value that is offered
  final double[] query; // the kept components of the query
  final double[] mixed; // the live components of the answer
  int keyToken; // a token whose key is as the offered one, in what tokens decide
  int valueToken; // a token whose value is the offered one, if tokens decide that
  int answer = NO_NUMBER; // the number in plan.valueVectors of what mixed holds, if it is small
  private final boolean strict;
  private int waiting = -1; // the class of a key that only later positions see

  HeadState(HeadPlan plan) {
    this.plan = plan;
    this.strict = plan.strict();
    this.key = new double[plan.moving.length];
    this.value = new double[plan.liveValues.length];
    this.query = new double[plan.kept.length];
    this.mixed = new double[plan.liveValues.length];
  }

  /** A new, empty cache of a head. */
  static HeadState open(HeadPlan plan) {
    return switch (plan.strategy) {
      case UNIFORM -> new UniformState(plan);
      case CLASSES -> new ClassState(plan);
      case TOKENS -> new TokenKeyState(plan);
      case ARCS -> new ArcState(plan);
      case TREE -> new TreeState(plan);
      case PATTERNS -> new PatternState(plan);
      case SCAN -> new ScanState(plan);
    };
  }

  /** What {@link #open} makes. */
  static Class<? extends HeadState> type(HeadPlan plan) {
    return switch (plan.strategy) {
      case UNIFORM -> UniformState.class;
      case CLASSES -> ClassState.class;
      case TOKENS -> TokenKeyState.class;
      case ARCS -> ArcState.class;
      case TREE -> TreeState.class;
      case PATTERNS -> PatternState.class;
      case SCAN -> ScanState.class;
    };
  }

  /** Takes {@code key} and {@code value}; under a strict mask they wait for the next position. */
  final void offer(int number) {
    if (strict) {
      waiting = number;
    } else {
      insert(number);
    }
  }

  /** Lets the key that waits be seen; a new position begins. */
  final void settle() {
    if (waiting >= 0) {
      insert(waiting);
      waiting = -1;
    }
  }

  /**
   * Adds {@code key} and {@code value}.
   *
   * @param number of the class of the key, in {@code plan.classVectors}
   */
  abstract void insert(int number);

  /**
   * Answers {@code query} with {@code mixed}.
   *
   * @param number of the query in {@code plan.queryVectors}, or -1 if it has none
   */
  abstract void attend(int number);

  /** Fills {@code mixed} where that was left out. */
  void fill() {}

  /** Bytes of the arrays that grow with the sequence. */
  abstract long bytes();

  /** Divides sums by a count; zeros where nothing was seen. */
  final void divide(double[] sums, double count) {
    for (int c = 0; c < mixed.length; c++) {
      mixed[c] = count == 0 ? 0 : sums[c] / count;
    }
  }
}
