package org.cotsim.languages.read;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.cotsim.languages.input.InputException;

/**
 * The formats of one kind of thing, by the extension of the file.
 *
 * @param what the kind of thing
 * @param known the formats by extension, in lower case and without a dot
 * @param unread what files of other extensions hold, such as "HOA, automata on infinite words"
 */
public record Formats<F>(String what, Map<String, F> known, Map<String, String> unread) {

  public Formats {
    known = Map.copyOf(known);
    unread = Map.copyOf(unread);
  }

  /** Formats beside which no others are named. */
  public Formats(String what, Map<String, F> known) {
    this(what, known, Map.of());
  }

  /**
   * The format of a file.
   *
   * @throws InputException if there is no such file, or its extension is not known
   */
  public F of(Path path) throws InputException {
    TextFile.checkReadable(path);
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    String extension = name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : "";
    F format = known.get(extension);
    if (format == null) {
      String named = unread.containsKey(extension) ? " (" + unread.get(extension) + ")" : "";
      throw InputException.in(
          path.toString(),
          "no %s is read from this kind of file%s, expected one of .%s"
              .formatted(what, named, String.join(" .", new TreeMap<>(known).keySet())));
    }
    return format;
  }
}
