package org.cotsim.languages.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.cotsim.languages.turing.TuringMachine;

/** The problems of the catalogue that come with a Turing machine. */
final class TuringCatalogue {

  private static final List<TuringEntry> ENTRIES =
      Stream.of(
              TuringLanguages.entries(),
              TuringFunctions.entries(),
              PolynomialProblems.entries(),
              BusyBeavers.entries())
          .flatMap(List::stream)
          .toList();

  private TuringCatalogue() {}

  /** All entries: languages, functions, problems in P, busy beavers. */
  static List<TuringEntry> entries() {
    return ENTRIES;
  }

  /** The machine written in the text file of this name beside this class. */
  static TuringMachine machine(String name) {
    try (InputStream text = TuringCatalogue.class.getResourceAsStream(name + ".tm")) {
      if (text == null) {
        throw new IllegalArgumentException("no machine " + name + ".tm");
      }
      return TuringMachine.parse(name, new String(text.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
