package org.cotsim.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotsim.benchmarks.cli.SweepElsewhere;
import org.cotsim.benchmarks.experiment.sweep.PlannedSweep;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.report.SweepJournal;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.decode.FormulaException;

/** A sweep on its way to the executors, each of which plans it once: its words and their files. */
final class SweepCopy implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String[] words;
  private final HashMap<String, String> asked;
  private final HashMap<String, byte[]> files;
  private transient PlannedSweep planned;

  private SweepCopy(String[] words, Map<String, String> asked, Map<String, byte[]> files) {
    this.words = words;
    this.asked = new HashMap<>(asked);
    this.files = new HashMap<>(files);
  }

  static SweepCopy of(PlannedSweep sweep) throws IOException {
    return new SweepCopy(
        sweep.words().toArray(String[]::new),
        sweep.header().asked(),
        SweepWords.files(sweep.words()));
  }

  /**
   * Measures the cell of a number; its line in the journal.
   *
   * @throws IllegalStateException with a sentence, if this executor cannot measure anything
   */
  String measure(int number) {
    try {
      PlannedSweep sweep = planned();
      return SweepJournal.line(sweep.meter().measure(sweep.plan().cells().get(number), more -> {}));
    } catch (ExperimentException | InputException | FormulaException | IOException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private synchronized PlannedSweep planned()
      throws ExperimentException, InputException, FormulaException, IOException {
    if (planned == null) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        SweepWords.put(file.getKey(), file.getValue());
      }
      PlannedSweep again = SweepElsewhere.plan(List.of(words));
      requireSame(again.header().asked());
      planned = again;
    }
    return planned;
  }

  /** Another version of this program, or another file of the same name, gives other rows. */
  private void requireSame(Map<String, String> here) throws ExperimentException {
    for (Map.Entry<String, String> one : asked.entrySet()) {
      String own = here.get(one.getKey());
      if (!one.getValue().equals(own)) {
        throw new ExperimentException(
            "this executor has another sweep, with %s %s, not %s"
                .formatted(one.getKey(), own, one.getValue()));
      }
    }
  }
}
