package org.cotsim.benchmarks.experiment;

import java.util.List;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.nd4j.Nd4jExecutor;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Arithmetic;

/** The executors by the names that a person types. */
public final class Executors {

  private static final List<String> NAMES = List.of("reference", "nd4j");

  private Executors() {}

  /** The names, the default first. */
  public static List<String> names() {
    return NAMES;
  }

  /** The executor of a name; a library that it needs is loaded when it first opens a session. */
  public static Executor named(String name, Arithmetic arithmetic) throws ExperimentException {
    return switch (name) {
      case "reference" -> new ReferenceExecutor(arithmetic);
      case "nd4j" -> new Nd4jExecutor(arithmetic);
      default ->
          throw new ExperimentException(
              "no executor is called " + name + "; there are " + String.join(", ", NAMES));
    };
  }
}
