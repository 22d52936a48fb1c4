package org.cotsim.benchmarks.report;

import java.util.List;
import java.util.stream.Collectors;

/** A command as text that a POSIX shell reads as the same words; bash where there are controls. */
public final class ShellWords {

  private ShellWords() {}

  /** The words with a space between them, quoted where they must be. */
  public static String join(List<String> words) {
    return words.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    if (word.chars().anyMatch(Character::isISOControl)) {
      return word.codePoints()
          .mapToObj(ShellWords::escaped)
          .collect(Collectors.joining("", "$'", "'"));
    }
    return word.matches("[\\p{L}\\p{N}_./:,@%+=^-]+") && !word.startsWith("=")
        ? word
        : "'" + word.replace("'", "'\\''") + "'";
  }

  private static String escaped(int point) {
    if (Character.isISOControl(point)) {
      return "\\u%04x".formatted(point);
    }
    return point == '\'' || point == '\\' ? "\\" + (char) point : Character.toString(point);
  }
}
