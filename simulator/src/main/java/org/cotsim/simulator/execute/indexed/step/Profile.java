package org.cotsim.simulator.execute.indexed.step;

/**
 * Where the time of one thread went; measuring it costs about 30 ns per step.
 *
 * <p>Units: nanoseconds.
 */
public final class Profile {

  private final long[] spent = new long[3];

  void run(Step[] steps, Sequence sequence) {
    long before = System.nanoTime();
    for (Step step : steps) {
      step.run(sequence);
      long after = System.nanoTime();
      spent[step.kind()] += after - before;
      before = after;
    }
  }

  /** Time in products with weights. */
  public long weights() {
    return spent[Step.WEIGHTS];
  }

  /** Time in heads: insertions and look-ups. */
  public long lookUp() {
    return spent[Step.LOOK_UP];
  }

  /** Time in layer norms. */
  public long normalisation() {
    return spent[Step.NORMALISATION];
  }
}
