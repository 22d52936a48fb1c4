package org.cotsim.benchmarks.experiment.check;

import java.util.Iterator;
import java.util.Optional;
import org.cotsim.languages.input.InputException;

/**
 * The inputs of a check, one at a time; unlike an iterator it may find bad input on the way.
 *
 * @param <I> the inputs
 */
@FunctionalInterface
interface CheckedInputs<I> extends AutoCloseable {

  /** The next case, or empty at the end. */
  Optional<CheckedInput<I>> next() throws InputException;

  /** Lets go of the files that are read, if there are any. */
  @Override
  default void close() throws InputException {}

  /** The cases of generated inputs, which have no labels. */
  static <I> CheckedInputs<I> of(Iterator<I> inputs, String place, Drawn drawn) {
    return () ->
        inputs.hasNext()
            ? Optional.of(new CheckedInput<>(inputs.next(), Optional.empty(), place, drawn))
            : Optional.empty();
  }
}
