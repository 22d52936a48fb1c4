package org.cotsim.benchmarks.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;

/**
 * Models of one construction, compiled when an extent is first asked for.
 *
 * <p>Lengths and steps are rounded up to powers of two, so that inputs of many lengths share few
 * models; not beyond what can be certified, nor to where models are built otherwise.
 *
 * @param <I> the inputs
 */
public final class CompiledModels<I> {

  private static final int SHORTEST = 8;
  private static final int KEPT = 8;

  private final Construction<I> construction;
  private final OptionalInt maxLength;
  private final Map<Extent, ConstructedDecoder<I>> compiled =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Extent, ConstructedDecoder<I>> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * The models of a construction.
   *
   * @param maxLength compile for just this input length instead of rounding up
   */
  public CompiledModels(Construction<I> construction, OptionalInt maxLength) {
    this.construction = construction;
    this.maxLength = maxLength;
  }

  /**
   * A model for inputs of a length and chains of so many steps.
   *
   * @throws ExperimentException if that is beyond what can be certified, or the length beyond the
   *     one given
   */
  public ConstructedDecoder<I> forRun(int n, long steps) throws ExperimentException {
    return forRun(n, steps, OptionalLong.empty());
  }

  /** A model for an input of a length and what the oracle says of it. */
  public ConstructedDecoder<I> forRun(int n, Expected expected) throws ExperimentException {
    return forRun(n, expected.steps(), expected.context());
  }

  /** A model for inputs of a length and all that the oracle says of some of them. */
  public ConstructedDecoder<I> forRun(int n, List<Expected> expected) throws ExperimentException {
    return forRun(
        n,
        expected.stream().mapToLong(Expected::steps).max().orElse(0),
        expected.stream().flatMapToLong(one -> one.context().stream()).max());
  }

  /**
   * A model for inputs of a length, chains of so many steps and contexts of so many tokens.
   *
   * @param context empty if the chain does not forget
   */
  public ConstructedDecoder<I> forRun(int n, long steps, OptionalLong context)
      throws ExperimentException {
    if (maxLength.isPresent() && n > maxLength.getAsInt()) {
      throw new ExperimentException(
          "an input of " + n + " tokens is longer than --max-length " + maxLength.getAsInt());
    }
    Extent extent = extent(n, steps, context);
    ConstructedDecoder<I> known = compiled.get(extent);
    if (known == null) {
      try {
        known = construction.compile(extent);
      } catch (NotCertifiedException e) {
        throw new ExperimentException(e);
      }
      compiled.put(extent, known);
    }
    return known;
  }

  /** What a person should know of how the model with this certificate is built. */
  public List<String> notes(Certificate certificate) {
    return construction.notes(Extent.of(certificate));
  }

  private Extent extent(int n, long steps, OptionalLong context) throws ExperimentException {
    if (steps > Integer.MAX_VALUE / 4) {
      throw new ExperimentException("a chain of " + steps + " tokens is too long to decode");
    }
    Extent exact = extent(maxLength.orElse(n), (int) steps, context, false);
    int longest = construction.longestOfModel(n).orElse(roundedUp(n));
    Extent rounded = extent(maxLength.orElse(longest), roundedUp((int) steps), context, true);
    boolean fits =
        compiled.containsKey(rounded)
            || !construction.options().certified()
            || (construction.certificate(rounded).holds()
                && construction.options(rounded).equals(construction.options(exact)));
    return fits ? rounded : exact;
  }

  private static Extent extent(int length, int steps, OptionalLong context, boolean rounds) {
    if (context.isEmpty()) {
      return new Extent(length, steps);
    }
    int most = (int) Math.min(context.getAsLong(), Integer.MAX_VALUE / 4);
    int seen = Math.max(rounds ? roundedUp(most) : most, length + 2);
    return new Extent(length, steps, OptionalInt.of(seen));
  }

  private static int roundedUp(int number) {
    int rounded = SHORTEST;
    while (rounded < number) {
      rounded *= 2;
    }
    return rounded;
  }
}
