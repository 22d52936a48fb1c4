package org.cotsim.benchmarks.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.NotCertifiedException;

/**
 * Models of one construction, compiled when a length is first asked for.
 *
 * <p>A length is rounded up to a power of two, so that inputs of many lengths share few models; not
 * beyond the largest certified length.
 *
 * @param <I> the inputs
 */
public final class CompiledLengths<I> {

  private static final int SHORTEST = 8;
  private static final int KEPT = 4;

  private final Construction<I> construction;
  private final OptionalInt maxLength;
  private final Map<Integer, ConstructedDecoder<I>> compiled =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, ConstructedDecoder<I>> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * The models of a construction.
   *
   * @param maxLength compile for just this length instead of rounding up
   */
  public CompiledLengths(Construction<I> construction, OptionalInt maxLength) {
    this.construction = construction;
    this.maxLength = maxLength;
  }

  /**
   * A model for inputs of a length.
   *
   * @throws ExperimentException if the length is beyond what can be certified, or beyond the one
   *     given
   */
  public ConstructedDecoder<I> forLength(int n) throws ExperimentException {
    if (maxLength.isPresent() && n > maxLength.getAsInt()) {
      throw new ExperimentException(
          "an input of length " + n + " is longer than --max-length " + maxLength.getAsInt());
    }
    int target = compiledFor(n);
    ConstructedDecoder<I> known = compiled.get(target);
    if (known == null) {
      try {
        known = construction.compile(target);
      } catch (NotCertifiedException e) {
        throw new ExperimentException(e);
      }
      compiled.put(target, known);
    }
    return known;
  }

  /** The length for which the model for inputs of length n is compiled. */
  public int compiledFor(int n) {
    if (maxLength.isPresent()) {
      return maxLength.getAsInt();
    }
    int rounded = SHORTEST;
    while (rounded < n) {
      rounded *= 2;
    }
    boolean fits = !construction.options().certified() || construction.certificate(rounded).holds();
    return fits ? rounded : Math.max(n, construction.largestCertified());
  }
}
