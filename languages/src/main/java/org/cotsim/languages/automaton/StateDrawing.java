package org.cotsim.languages.automaton;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.automatalib.automaton.fsa.impl.CompactDFA;
import org.cotsim.languages.input.Point;

/** Where the states of a minimal automaton stand in the drawing of the one that was given. */
final class StateDrawing {

  private StateDrawing() {}

  /**
   * The places of the states; empty if one of them stands for several that were drawn.
   *
   * <p>A sink that was not drawn comes below the others.
   *
   * @param complete the automaton given, the states drawn first
   */
  static List<Point> of(
      CompactDFA<String> minimal, CompactDFA<String> complete, List<Point> drawing) {
    List<Optional<Point>> places = new ArrayList<>();
    for (List<Integer> members : StateNames.members(minimal, complete)) {
      List<Point> drawn =
          members.stream().filter(q -> q < drawing.size()).map(drawing::get).toList();
      if (drawn.size() > 1) {
        return List.of();
      }
      places.add(drawn.stream().findFirst());
    }
    List<Point> all = places.stream().flatMap(Optional::stream).toList();
    return places.stream().map(place -> place.orElseGet(() -> below(all))).toList();
  }

  private static Point below(List<Point> all) {
    double left = all.stream().mapToDouble(Point::x).min().orElse(0);
    double right = all.stream().mapToDouble(Point::x).max().orElse(0);
    double top = all.stream().mapToDouble(Point::y).min().orElse(0);
    double bottom = all.stream().mapToDouble(Point::y).max().orElse(0);
    double room = Math.max(right - left, bottom - top) / Math.sqrt(Math.max(1, all.size()));
    return new Point((left + right) / 2, bottom + Math.max(100, room));
  }
}
