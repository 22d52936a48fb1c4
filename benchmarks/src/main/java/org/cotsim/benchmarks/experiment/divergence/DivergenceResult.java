package org.cotsim.benchmarks.experiment.divergence;

import java.util.List;
import java.util.OptionalInt;

/**
 * Where two sides part and up to where they cannot.
 *
 * @param command the command that makes the same figures again
 * @param problem its name, or the file of the model
 * @param built how the model was built, in plain words
 * @param one a side, as the person named it
 * @param other the other one
 * @param certified the longest input up to which a certificate covers both sides, so that no input
 *     parts them; empty if no certificate covers both
 * @param certain the largest length found at which no input tried can part them, from gaps and
 *     noise; empty if lengths were not looked for
 * @param parted the smallest length found at which they were seen to part; empty if there was none
 * @param longest no longer length was tried; 0 if lengths were not looked for
 * @param runs the runs behind these lengths
 */
public record DivergenceResult(
    String command,
    String problem,
    String built,
    String one,
    String other,
    OptionalInt certified,
    OptionalInt certain,
    OptionalInt parted,
    int longest,
    List<DivergenceRun> runs) {

  public DivergenceResult {
    runs = List.copyOf(runs);
  }

  /** Whether nothing was seen to part that could not. */
  public boolean isKept() {
    boolean lengths =
        parted.isEmpty()
            || (!(certain.isPresent() && parted.getAsInt() <= certain.getAsInt())
                && !(certified.isPresent() && parted.getAsInt() <= certified.getAsInt()));
    return lengths && runs.stream().allMatch(DivergenceRun::isKept);
  }
}
