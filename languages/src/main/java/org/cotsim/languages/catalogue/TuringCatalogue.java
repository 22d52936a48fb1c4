package org.cotsim.languages.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotsim.languages.turing.TuringMachine;

/** The named problems that come with a Turing machine. */
public final class TuringCatalogue {

  private static final List<TuringEntry> ENTRIES = entries();

  private TuringCatalogue() {}

  /** All entries: languages, functions, problems in P, busy beavers. */
  public static List<TuringEntry> all() {
    return ENTRIES;
  }

  /** The entry with this name. */
  public static Optional<TuringEntry> find(String name) {
    return ENTRIES.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  private static List<TuringEntry> entries() {
    List<TuringEntry> all = new ArrayList<>();
    all.addAll(TuringLanguages.entries());
    all.addAll(TuringFunctions.entries());
    all.addAll(PolynomialProblems.entries());
    all.addAll(BusyBeavers.entries());
    return List.copyOf(all);
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
