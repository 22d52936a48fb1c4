package org.cotsim.construct;

import java.util.List;
import java.util.stream.Stream;
import org.cotsim.benchmarks.onnxruntime.OnnxRuntimeExecutor;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.benchmarks.problem.hops.HopProblem;
import org.cotsim.languages.hops.HopInstance;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Hash;
import org.cotsim.simulator.construct.ConstructionOptions.Norms;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.execute.nd4j.Nd4jExecutor;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Arithmetic;
import org.junit.jupiter.api.DynamicContainer;

/** Hops beside the power of the function, by repeated squaring. */
record HopSubject(HopProblem problem) implements Subject<HopInstance> {

  private static final int LONGEST = 19;

  static HopSubject of(String name) {
    try {
      return new HopSubject(((HopProblem) Problems.find(name)).forLength(LONGEST + 1));
    } catch (InputException | ExperimentException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public int longest() {
    return LONGEST;
  }

  /** The images, s, t and the strokes. */
  @Override
  public int promptLength(int length) {
    return length + 2 + Math.toIntExact(problem.mostSteps(length));
  }

  @Override
  public String answer(HopInstance input) {
    return forced(input, input.hops());
  }

  @Override
  public String forced(HopInstance input, int steps) {
    List<Integer> power = power(input.images(), steps);
    int reached = steps == 0 ? input.source() : power.get(input.source());
    return reached == input.target() ? "accept" : "reject";
  }

  /** f^k by squaring; for k = 0 nothing that is looked at. */
  private static List<Integer> power(List<Integer> images, int k) {
    if (k <= 1) {
      return images;
    }
    List<Integer> half = power(images, k / 2);
    List<Integer> even = half.stream().map(half::get).toList();
    return k % 2 == 0 ? even : even.stream().map(images::get).toList();
  }

  /** Every count of hops, for every executor, and by proposition 1 for the reference. */
  static Stream<DynamicContainer> matrix(Stream<String> names) {
    ConstructionOptions options = ConstructionOptions.defaults();
    return names
        .map(HopSubject::of)
        .flatMap(
            subject ->
                Stream.of(
                    new Cell<>(subject, new ReferenceExecutor(), options),
                    new Cell<>(subject, new ReferenceExecutor(), options.withHash(Hash.PLAIN)),
                    new Cell<>(subject, new IndexedExecutor(), options),
                    new Cell<>(subject, new Nd4jExecutor(Arithmetic.BINARY64), options),
                    new Cell<>(subject, new OnnxRuntimeExecutor(Arithmetic.BINARY64), options),
                    new Cell<>(
                        subject, new ReferenceExecutor(), options.withNorms(Norms.PROJECTED))))
        .map(cell -> new ConstructionContract<>(cell).container());
  }
}
