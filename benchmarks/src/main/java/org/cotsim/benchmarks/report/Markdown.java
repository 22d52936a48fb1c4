package org.cotsim.benchmarks.report;

import java.util.List;
import java.util.stream.Collectors;

/** Text made safe for Markdown. */
final class Markdown {
  private static final String SPECIAL = "\\`*_{}[]|#~$!";

  private Markdown() {}

  /** The text as it is, whatever it says, on one line of prose, of a heading or of a table. */
  static String plain(String text) {
    StringBuilder safe = new StringBuilder();
    text.chars().forEach(c -> append(safe, (char) c));
    return safe.toString();
  }

  /** The text as an indented block of code. */
  static String code(String text) {
    return "    " + text.strip().replace("\r", "").replace("\n", "\n    ");
  }

  /** The cells of a table with all special characters escaped. */
  static List<List<String>> plain(List<List<String>> rows) {
    return rows.stream().map(row -> row.stream().map(Markdown::plain).toList()).toList();
  }

  /**
   * A table of cells that are Markdown already, aligned to the right; the first row is its head.
   */
  static String table(List<List<String>> rows) {
    List<String> lines = rows.stream().map(row -> "| " + String.join(" | ", row) + " |").toList();
    return lines.get(0)
        + "\n|"
        + " ---: |".repeat(rows.get(0).size())
        + "\n"
        + lines.stream().skip(1).collect(Collectors.joining("\n"))
        + "\n\n";
  }

  private static void append(StringBuilder safe, char c) {
    switch (c) {
      case '<' -> safe.append("&lt;");
      case '>' -> safe.append("&gt;");
      case '&' -> safe.append("&amp;");
      default -> {
        safe.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "");
        safe.append(Character.isISOControl(c) ? ' ' : c);
      }
    }
  }
}
