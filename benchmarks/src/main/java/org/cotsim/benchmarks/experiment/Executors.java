package org.cotsim.benchmarks.experiment;

import java.util.List;
import java.util.Optional;
import org.cotsim.benchmarks.onnxruntime.OnnxRuntimeExecutor;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.execute.nd4j.Nd4jExecutor;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.execute.tokensonly.TokensOnlyExecutor;
import org.cotsim.simulator.model.Arithmetic;

/** The executors by the names that a person types. */
public final class Executors {

  private static final List<String> NAMES =
      List.of("indexed", "reference", "nd4j", "onnxruntime", "tokens-only");

  private Executors() {}

  /** The names, the default first. */
  public static List<String> names() {
    return NAMES;
  }

  /** What runs where nobody chooses: for every model the fastest executor that carries it. */
  public static Executor usual(Arithmetic arithmetic) {
    return arithmetic.equals(Arithmetic.BINARY64)
        ? new UsualExecutor()
        : new ReferenceExecutor(arithmetic);
  }

  /** The same for one problem, by its own name. */
  public static Executor usual(Problem<?> problem, Arithmetic arithmetic) {
    boolean thinks = problem instanceof WaysToBuild<?> able && able.currency() == Currency.THOUGHTS;
    return arithmetic.equals(Arithmetic.BINARY64) && !thinks
        ? new IndexedExecutor()
        : new ReferenceExecutor(arithmetic);
  }

  /** The executor of a name; a library that it needs is loaded when it first opens a session. */
  public static Executor named(String name, Arithmetic arithmetic) throws ExperimentException {
    return switch (name) {
      case "indexed" -> binary64(new IndexedExecutor(), arithmetic);
      case "reference" -> new ReferenceExecutor(arithmetic);
      case "tokens-only" -> binary64(new TokensOnlyExecutor(), arithmetic);
      case "nd4j" -> new Nd4jExecutor(ofALibrary(name, arithmetic));
      case "onnxruntime" -> new OnnxRuntimeExecutor(ofALibrary(name, arithmetic));
      default ->
          throw new ExperimentException(
              "no executor is called " + name + "; there are " + String.join(", ", NAMES));
    };
  }

  /** One like it for another thread; empty where all threads share what a library holds. */
  public static Optional<Executor> another(Executor executor) {
    if (executor instanceof IndexedExecutor) {
      return Optional.of(new IndexedExecutor());
    }
    if (executor instanceof UsualExecutor) {
      return Optional.of(new UsualExecutor());
    }
    return executor instanceof ReferenceExecutor
        ? Optional.of(new ReferenceExecutor(executor.arithmetic()))
        : Optional.empty();
  }

  private static Arithmetic ofALibrary(String name, Arithmetic arithmetic)
      throws ExperimentException {
    if (!arithmetic.equals(Arithmetic.BINARY64) && !arithmetic.equals(Arithmetic.BINARY32)) {
      throw new ExperimentException(
          "the executor "
              + name
              + " computes in binary64 and binary32; for "
              + arithmetic
              + " choose reference");
    }
    return arithmetic;
  }

  private static Executor binary64(Executor executor, Arithmetic arithmetic)
      throws ExperimentException {
    if (!arithmetic.equals(Arithmetic.BINARY64)) {
      throw new ExperimentException(
          "the executor "
              + executor.name()
              + " computes in binary64 only; for "
              + arithmetic
              + " choose reference");
    }
    return executor;
  }
}
