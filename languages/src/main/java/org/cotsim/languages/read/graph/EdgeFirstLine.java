package org.cotsim.languages.read.graph;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.cotsim.languages.read.Field;
import org.cotsim.languages.read.graph.GraphFields.MalformedLine;

/** Whether the first line of an edge list without names of columns is an edge at all. */
final class EdgeFirstLine {

  private EdgeFirstLine() {}

  /**
   * Why the first line is no edge, if it is none: words over whole numbers, or the numbers n and m
   * of vertices and edges with m lines after it that name vertices 0 to n.
   *
   * @param rows those after it, without comments
   */
  static Optional<String> noEdge(
      int number, String line, List<Field> first, char separator, Iterator<String> rows) {
    boolean words = first.stream().noneMatch(field -> isWhole(field.text()));
    boolean counts = first.size() == 2 && first.stream().allMatch(EdgeFirstLine::isCount);
    if (first.size() < 2 || !(words || counts)) {
      return Optional.empty();
    }
    int most = counts ? Integer.parseInt(first.get(1).text()) : Integer.MAX_VALUE;
    long highest = counts ? Long.parseLong(first.get(0).text()) : Long.MAX_VALUE;
    int edges = 0;
    while (rows.hasNext()) {
      if (++edges > most || !isEdge(rows.next(), separator, counts, highest)) {
        return Optional.empty();
      }
    }
    if (edges < 2 || (counts && edges != most)) {
      return Optional.empty();
    }
    String said = "line %d \"%s\" is not read as an edge: ".formatted(number, line.strip());
    return Optional.of(
        said
            + (words
                ? "all others are between whole numbers"
                : "as many edges follow, between so many vertices"));
  }

  private static boolean isEdge(String row, char separator, boolean counts, long highest) {
    try {
      List<Field> fields = GraphFields.splitEdge(row, separator);
      return fields.size() >= 2
          && fields.subList(0, 2).stream()
              .allMatch(
                  end ->
                      counts
                          ? isCount(end) && Long.parseLong(end.text()) <= highest
                          : isWhole(end.text()));
    } catch (MalformedLine e) {
      return false;
    }
  }

  private static boolean isCount(Field field) {
    return field.text().matches("[0-9]{1,9}");
  }

  private static boolean isWhole(String text) {
    return text.matches("[-+]?[0-9]+");
  }
}
