package org.cotsim.benchmarks.page;

import java.util.Locale;
import org.cotsim.benchmarks.problem.ProblemKind;
import org.cotsim.languages.catalogue.Entry;
import org.cotsim.languages.catalogue.RegularEntry;
import org.cotsim.languages.catalogue.TuringEntry;

/**
 * What a number of steps can decide, from none to polynomially many, and beyond.
 *
 * <p>Source of the bounds: Merrill and Sabharwal 2024, section 1 and theorems 1 to 4.
 */
enum Level {
  OWN,
  NONE,
  PADDED,
  LOGARITHMIC,
  LINEAR,
  POLYNOMIAL,
  ENDLESS;

  private static final int SHORT = 1024;
  private static final double LINEAR_GROWTH = 2.1; // of the steps when the input doubles

  String title(Sentences say) {
    return say.say(key() + ".title");
  }

  String words(Sentences say) {
    return say.say(key());
  }

  private String key() {
    return "level." + name().toLowerCase(Locale.ROOT);
  }

  /** The least number of steps of which it is known that they are enough. */
  static Level of(Entry entry) {
    if (entry instanceof RegularEntry regular) {
      return regular.languageClass().isInTc0() ? NONE : LINEAR;
    }
    TuringEntry turing = (TuringEntry) entry;
    if (turing.constantDepth().isPresent()) {
      return turing.constantDepth().get().formula().isPresent() ? NONE : PADDED;
    }
    if (turing.machine().inputAlphabet().size() <= 1
        && turing.steps().at(SHORT) == turing.steps().at(0)) {
      return ENDLESS;
    }
    double growth = (double) turing.steps().at(2 * SHORT) / turing.steps().at(SHORT);
    return growth < LINEAR_GROWTH ? LINEAR : POLYNOMIAL;
  }

  /** The least level of chains that grow so. */
  static Level of(ProblemKind.Growth growth) {
    return growth == ProblemKind.Growth.LOGARITHMIC ? LOGARITHMIC : LINEAR;
  }
}
