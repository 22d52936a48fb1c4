package org.cotsim.benchmarks.problem;

/** After how many steps runs of machines are stopped. */
public final class StepLimits {

  /** The steps after which a run of a machine is stopped unless more are asked for. */
  public static final long DEFAULT_STEPS = 10_000;

  /** A limit that lets machines of known running time finish, and stops all others by default. */
  public static final long AS_NEEDED = 0;

  /** The most steps that a machine of known running time gets {@linkplain #AS_NEEDED as needed}. */
  public static final long MOST_AS_NEEDED = 100_000;

  private StepLimits() {}
}
