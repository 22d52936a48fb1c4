package org.cotsim.simulator.construct.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.Phrase;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.RoundingError;
import org.cotsim.simulator.assemble.ScoreClaim;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.Wording;

/**
 * Vertices as points of one {@link Circle}, or digit by digit as points of several: with more
 * circles there are fewer points on each, so that their gap is larger.
 *
 * @param vertices how many there are
 * @param circles how many circles a vertex has, at least 1
 */
record VertexCircles(int vertices, int circles) {

  private static final int MOST_CIRCLES = 4;

  /** As few circles as the scores of step tokens can do with. */
  static VertexCircles fewest(int vertices, RoundingError errors) {
    int circles = 1;
    while (circles < MOST_CIRCLES && !new VertexCircles(vertices, circles).output(errors).holds()) {
      circles++;
    }
    return new VertexCircles(vertices, circles);
  }

  /** The points of each circle. */
  private int base() {
    int base = (int) Math.floor(Math.pow(vertices, 1.0 / circles));
    while (Math.pow(base, circles) < vertices) {
      base++;
    }
    return base;
  }

  private Circle circle() {
    return new Circle(base());
  }

  /** The coordinates of a vertex: two for each circle. */
  int width() {
    return 2 * circles;
  }

  /** The coordinates of a vertex, [width]. */
  double[] point(int vertex) {
    Circle circle = circle();
    double[] point = new double[width()];
    int rest = vertex;
    for (int c = 0; c < circles; c++) {
      int digit = rest % circle.numbers();
      point[2 * c] = circle.cosine(digit);
      point[2 * c + 1] = circle.sine(digit);
      rest /= circle.numbers();
    }
    return point;
  }

  /** Reads a subspace that holds a vertex. */
  List<LinearForm> read(ResidualStream stream, SublayerInput input, Subspace subspace) {
    List<LinearForm> read = new ArrayList<>();
    for (int c = 0; c < width(); c += 2) {
      read.addAll(input.read(stream.at(subspace, c), stream.at(subspace, c + 1)).all());
    }
    return read;
  }

  /** The circles' products of different vertices are together at least so much smaller. */
  double gap() {
    return circle().gap();
  }

  /** What the scores of step tokens rely on, which name two vertices each. */
  ScoreClaim output(RoundingError errors) {
    double vertex = Circle.error(errors);
    double noise = 2 * circles * errors.score(vertex, vertex, 4 * circles);
    return new ScoreClaim("output", gap(), noise, gap() / 2);
  }

  /** How a person reads a vertex. */
  Wording wording(List<String> names) {
    if (circles == 1) {
      return circle().wording(names);
    }
    int base = base();
    List<String> digits = IntStream.range(0, base).mapToObj(Integer::toString).toList();
    Wording digit = circle().wording(digits);
    return values -> {
      long vertex = 0;
      for (int c = circles - 1; c >= 0; c--) {
        Phrase found = digit.of(Arrays.copyOfRange(values, 2 * c, 2 * c + 2));
        int number = digits.indexOf(found.toString());
        if (number < 0) {
          return found;
        }
        vertex = vertex * base + number;
      }
      return vertex < names.size()
          ? Phrase.name(names.get((int) vertex))
          : Wording.numbers().of(values);
    };
  }
}
