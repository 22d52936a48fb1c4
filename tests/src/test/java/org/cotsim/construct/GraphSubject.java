package org.cotsim.construct;

import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.languages.graph.ConnectivityInstance;

/** Reachability in small graphs. */
interface GraphSubject extends Subject<ConnectivityInstance> {

  SmallGraphs graphs();

  @Override
  default Problem<ConnectivityInstance> problem() {
    return graphs();
  }

  /** As many edges as vertices, s and t. */
  @Override
  default int promptLength(int length) {
    return length + 2;
  }
}
