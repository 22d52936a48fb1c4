package org.cotsim.languages.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a machine is meant to do, defined without a machine. */
public sealed interface TuringDefinition {

  /**
   * The machine halts on every word, and accepts exactly those of a language.
   *
   * @param language defined for every word over the input alphabet
   */
  record Decides(Predicate<List<String>> language) implements TuringDefinition {}

  /**
   * The machine accepts with the function's value on its output tape.
   *
   * @param function empty for the words that the machine rejects because they are no argument
   */
  record Computes(Function<List<String>, Optional<List<String>>> function)
      implements TuringDefinition {}

  /**
   * The machine halts on the empty word, which is the only one of interest.
   *
   * @param steps how many it makes
   * @param nonBlank how many cells are not blank then
   */
  record Halts(long steps, long nonBlank) implements TuringDefinition {}
}
