package org.cotsim.benchmarks.problem;

import java.util.List;
import net.automatalib.alphabet.Alphabet;

/** A problem whose inputs are words over a finite alphabet. */
public interface WrittenInSymbols extends Problem<List<String>> {

  /** The letters. */
  Alphabet<String> alphabet();
}
