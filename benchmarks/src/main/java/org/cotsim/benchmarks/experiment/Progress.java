package org.cotsim.benchmarks.experiment;

/** Is told how far long work has come. */
@FunctionalInterface
public interface Progress {

  /** Nobody watches. */
  Progress NONE = done -> {};

  /** So many more inputs are done. */
  void done(long more);
}
