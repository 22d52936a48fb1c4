package org.cotsim.benchmarks.experiment.tokennorm;

import java.util.Locale;

/** With which statistics a special token's embedding is normalised. */
public enum Statistics {
  /** Layer norm, as of every other token: mean and length over the token's own coordinates. */
  LAYER,
  /** Batch norm, mean and deviation of each coordinate over all tokens of all images. */
  SHARED,
  /** Only the mean is that of the special tokens; the deviation is that of all tokens. */
  OWN_MEAN,
  /** Batch norm with mean and deviation of the special tokens alone, as the source has it. */
  SEPARATE;

  /** How it is called. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it is, in a few words. */
  public String inWords() {
    return switch (this) {
      case LAYER -> "layer norm, shared";
      case SHARED -> "batch norm, statistics of all tokens";
      case OWN_MEAN -> "batch norm, own mean only";
      case SEPARATE -> "batch norm, own statistics";
    };
  }
}
