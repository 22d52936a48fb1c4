package org.cotsim.simulator.execute.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.simulator.model.OutputMap;
import org.cotsim.simulator.model.TokenSet;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The choosers of a session, one per set of allowed tokens; the few last ones are kept. */
final class Choosers implements AutoCloseable {

  private static final int KEPT = 4;

  private final OutputMap output;
  private final DataType type;
  private final OperationTimes times;
  private final List<Chooser> kept = new ArrayList<>();

  Choosers(OutputMap output, DataType type, OperationTimes times) {
    this.output = output;
    this.type = type;
    this.times = times;
  }

  /** A chooser that reads these scores. */
  Chooser of(INDArray scores, TokenSet allowed) {
    for (Chooser chooser : kept) {
      if (chooser.serves(scores, allowed)) {
        return chooser;
      }
    }
    if (kept.size() == KEPT) {
      kept.remove(0).close();
    }
    Chooser made = new Chooser(scores, allowed, output, type, times);
    kept.add(made);
    return made;
  }

  @Override
  public void close() {
    kept.forEach(Chooser::close);
    kept.clear();
  }
}
