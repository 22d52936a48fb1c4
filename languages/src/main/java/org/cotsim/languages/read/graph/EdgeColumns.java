package org.cotsim.languages.read.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.cotsim.languages.read.Field;

/**
 * Which columns of a table hold its edges, by the names in its first line.
 *
 * @param source the index of the column of sources
 * @param target the index of the column of targets
 * @param type the index of the column that says {@code Directed} or {@code Undirected}, as Gephi
 *     writes it
 * @param sentence which line and columns these are, and which columns are not used
 */
record EdgeColumns(int source, int target, OptionalInt type, String sentence) {

  private static final List<List<String>> PAIRS =
      List.of(
          List.of("source", "target"),
          List.of("from", "to"),
          List.of("src", "dst"),
          List.of("src", "dest"),
          List.of("fromnode", "tonode"),
          List.of("fromnodeid", "tonodeid"),
          List.of("fromid", "toid"),
          List.of("sourceid", "targetid"),
          List.of("sourcenode", "targetnode"),
          List.of("startid", "endid"),
          List.of("start", "end"),
          List.of("tail", "head"),
          List.of("node1", "node2"),
          List.of("id1", "id2"),
          List.of("vertex1", "vertex2"),
          List.of("u", "v"));

  /** The columns of a table without a header. */
  static EdgeColumns firstTwo() {
    return new EdgeColumns(0, 1, OptionalInt.empty(), "");
  }

  /**
   * The columns that a first line names, if it names both ends of an edge.
   *
   * @param line its number, counted from 1
   */
  static Optional<EdgeColumns> of(List<Field> header, int line) {
    List<String> names = header.stream().map(field -> plain(field.text())).toList();
    for (List<String> pair : PAIRS) {
      int source = names.indexOf(pair.get(0));
      int target = names.indexOf(pair.get(1));
      if (source >= 0 && target >= 0) {
        int type = pair.get(0).equals("source") ? names.indexOf("type") : -1;
        return Optional.of(
            new EdgeColumns(
                source,
                target,
                type < 0 ? OptionalInt.empty() : OptionalInt.of(type),
                sentence(header, line, List.of(source, target, type))));
      }
    }
    return Optional.empty();
  }

  /** The number of fields that a line needs at least. */
  int width() {
    return 1 + Math.max(Math.max(source, target), type.orElse(0));
  }

  private static String sentence(List<Field> header, int line, List<Integer> used) {
    List<String> unused = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      if (!used.contains(i)) {
        unused.add("\"" + header.get(i).text() + "\"");
      }
    }
    return "line %d is a header: edges lead from \"%s\" to \"%s\"%s"
        .formatted(
            line,
            header.get(used.get(0)).text(),
            header.get(used.get(1)).text(),
            unused.isEmpty() ? "" : "; not used: " + String.join(", ", unused));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
