package org.cotsim.languages.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Graphs with a question as words: {@code SOURCE>TARGET;} and then the edges {@code FROM>TO;},
 * vertex i written {@code x^i}.
 */
final class Reachability {

  private static final Pattern INSTANCE = Pattern.compile("(x+>x+;)+");

  private record Edge(int from, int to) {

    static Edge of(String text) {
      return new Edge(text.indexOf('>'), text.length() - text.indexOf('>') - 1);
    }
  }

  private Reachability() {}

  /** Whether a directed path of any length leads from the source to the target. */
  static boolean isDirectedPath(List<String> word) {
    return isPath(word, false);
  }

  /** Whether a path leads from the source to the target if edges go both ways. */
  static boolean isUndirectedPath(List<String> word) {
    return isPath(word, true);
  }

  private static boolean isPath(List<String> word, boolean bothWays) {
    String text = String.join("", word);
    if (!INSTANCE.matcher(text).matches()) {
      return false;
    }
    List<Edge> edges = Stream.of(text.split(";", 0)).map(Edge::of).toList();
    Edge query = edges.get(0);
    Set<Integer> reached = new HashSet<>(Set.of(query.from()));
    boolean more = true;
    while (more) {
      more = false;
      for (Edge edge : edges.subList(1, edges.size())) {
        if (reached.contains(edge.from()) || (bothWays && reached.contains(edge.to()))) {
          more |= reached.addAll(List.of(edge.from(), edge.to()));
        }
      }
    }
    return reached.contains(query.to());
  }

  static TuringWords directedWords() {
    return new InstanceWords(
        (place, room) -> edges(room), Reachability::drawn, Reachability::isDirectedPath);
  }

  static TuringWords undirectedWords() {
    return new InstanceWords(
        (place, room) -> edges(room), Reachability::drawn, Reachability::isUndirectedPath);
  }

  private static List<String> edges(int room) {
    List<String> names = InstanceWords.names(room);
    return InstanceWords.joined(names, ">", names, ";", room);
  }

  /** About as many edges as vertices, so that reachable and unreachable targets are both common. */
  private static String drawn(int length, RandomGenerator random) {
    int vertices = Math.max(2, (int) Math.sqrt(length));
    return InstanceWords.drawn(
        Math.max(length, 4), place -> name(vertices, random) + ">" + name(vertices, random) + ";");
  }

  private static String name(int vertices, RandomGenerator random) {
    return "x".repeat(1 + random.nextInt(vertices));
  }
}
