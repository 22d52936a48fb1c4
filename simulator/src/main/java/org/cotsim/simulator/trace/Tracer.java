package org.cotsim.simulator.trace;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.LongStream;
import org.cotsim.simulator.assemble.Assembly;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.execute.reference.ObservedExecutor;
import org.cotsim.simulator.model.Arithmetic;

/**
 * Decodes with the reference executor and records what happens inside.
 *
 * <p>Time: that of the reference executor, quadratic in the length of the sequence. Memory: per
 * position the spans of every head, at most {@code mostSpans}, and a text per subspace.
 *
 * @param assembly the model and its names
 * @param arithmetic of every operation
 * @param mostSpans the most spans of positions to keep for one head at one position, at least 2
 * @param numbered the names of subspaces whose numbers are kept where the model chooses
 */
public record Tracer(
    Assembly assembly, Arithmetic arithmetic, int mostSpans, Set<String> numbered) {

  public Tracer {
    numbered = Set.copyOf(numbered);
    if (mostSpans < 2) {
      throw new IllegalArgumentException("at least 2 spans are needed, not " + mostSpans);
    }
  }

  /** Keeps words only. */
  public Tracer(Assembly assembly, Arithmetic arithmetic, int mostSpans) {
    this(assembly, arithmetic, mostSpans, Set.of());
  }

  /**
   * Decodes a prompt under every budget from 0 to the largest.
   *
   * @param largestBudget in intermediate tokens
   */
  public Trace trace(int[] prompt, int largestBudget) {
    Recorder recorder = new Recorder(this, prompt.length);
    ObservedExecutor executor = new ObservedExecutor(arithmetic, recorder);
    long[][] budgets = {LongStream.rangeClosed(0, largestBudget).toArray()};
    Decoding decoding =
        new Decoder(assembly.model(), executor).decode(new int[][] {prompt}, budgets).get(0);
    return new Trace(
        Arrays.stream(prompt).boxed().toList(), decoding, recorder.stages(), recorder.moments());
  }
}
