package org.cotsim.benchmarks.experiment.divergence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotsim.benchmarks.experiment.Executors;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Arithmetic;

/**
 * One of two ways to run the same weights.
 *
 * @param name as a person writes it: {@code binary32}, {@code bits:20:truncate}, {@code indexed},
 *     {@code nd4j:binary32}
 * @param executor what runs
 */
public record Side(String name, Executor executor) {

  private static final String TRUNCATE = ":truncate";

  /**
   * Reads an arithmetic, which the reference executor runs, or an executor with or without one.
   *
   * @throws ExperimentException if it is neither, or the executor has no such arithmetic
   */
  public static Side of(String name) throws ExperimentException {
    Optional<Arithmetic> alone = arithmetic(name);
    if (alone.isPresent()) {
      return new Side(name, new ReferenceExecutor(alone.get()));
    }
    int colon = name.indexOf(':');
    String executor = colon < 0 ? name : name.substring(0, colon);
    Optional<Arithmetic> own =
        colon < 0 ? Optional.of(Arithmetic.BINARY64) : arithmetic(name.substring(colon + 1));
    if (own.isEmpty() || !Executors.names().contains(executor)) {
      throw new ExperimentException(
          "--between: found \""
              + name
              + "\", expected an arithmetic (binary64, binary32, binary16, bfloat16 or bits:P, each"
              + " with "
              + TRUNCATE
              + " if it cuts off) or an executor ("
              + String.join(", ", Executors.names())
              + "), with an arithmetic after a colon if it is not binary64");
    }
    return new Side(name, Executors.named(executor, own.get()));
  }

  /** Reads two of them, with a comma between. */
  public static List<Side> pair(String text) throws ExperimentException {
    List<Side> sides = new ArrayList<>();
    for (String name : text.split(",", -1)) {
      sides.add(of(name));
    }
    if (sides.size() != 2 || sides.get(0).name().equals(sides.get(1).name())) {
      throw new ExperimentException(
          "--between " + text + ": expected two different ones, with a comma between");
    }
    return sides;
  }

  /** An arithmetic by its name, with {@code :truncate} if it cuts off. */
  public static Optional<Arithmetic> arithmetic(String name) {
    return name.endsWith(TRUNCATE)
        ? Arithmetic.named(name.substring(0, name.length() - TRUNCATE.length()))
            .map(Arithmetic::truncating)
        : Arithmetic.named(name);
  }

  Arithmetic arithmetic() {
    return executor.arithmetic();
  }

  /** Whether it can be seen what its heads attend to. */
  boolean showsHeads() {
    return executor instanceof ReferenceExecutor;
  }
}
