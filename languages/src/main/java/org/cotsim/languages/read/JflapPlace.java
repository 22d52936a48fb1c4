package org.cotsim.languages.read;

import java.util.Optional;
import org.cotsim.languages.input.Characters;
import org.cotsim.languages.input.Point;

/** Where JFLAP has drawn a state: its elements {@code <x>} and {@code <y>}. */
public final class JflapPlace {

  private JflapPlace() {}

  /** What is wrong with such a coordinate, if anything. */
  public static Optional<String> problem(String element, String text) {
    try {
      new Point(Double.parseDouble(text), 0);
      return Optional.empty();
    } catch (IllegalArgumentException e) { // NumberFormatException is one
      return Optional.of(
          "<%s> is %s, expected a number of the drawing"
              .formatted(element, Characters.quoted(text)));
    }
  }

  /** The place with these coordinates; empty unless both can be read. */
  public static Optional<Point> of(Optional<String> x, Optional<String> y) {
    return x.filter(one -> problem("x", one).isEmpty())
        .flatMap(
            left ->
                y.filter(one -> problem("y", one).isEmpty())
                    .map(down -> new Point(Double.parseDouble(left), Double.parseDouble(down))));
  }
}
