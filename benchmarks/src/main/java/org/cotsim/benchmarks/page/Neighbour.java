package org.cotsim.benchmarks.page;

import java.io.IOException;
import java.util.List;
import org.cotsim.benchmarks.experiment.ExperimentException;
import org.cotsim.languages.input.InputException;

/** A result beside the chain of thought that has a page of its own in the gallery. */
interface Neighbour {

  /** Everything there is, in the order of the index. */
  static List<Neighbour> all() {
    return List.of(new SparseRateNeighbour());
  }

  /** Its name, which is that of its command. */
  String name();

  /** What it is about, in a few words. */
  String title();

  /** Runs the experiment; takes seconds. */
  Finding measure() throws InputException, ExperimentException, IOException;

  /** The name of its page. */
  default String file() {
    return name() + ".html";
  }
}
