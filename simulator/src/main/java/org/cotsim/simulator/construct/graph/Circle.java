package org.cotsim.simulator.construct.graph;

import java.util.List;
import org.cotsim.simulator.assemble.RoundingError;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.TransformerAssembler;
import org.cotsim.simulator.assemble.Wording;

/**
 * Numbers as points of the unit circle: number x of N is the unit vector of the angle 2 pi x / N,
 * so that different numbers have a product of at most 1 - gap.
 *
 * @param numbers N; for less than 4 the circle has 4 points, so that the gap is at most 1
 */
record Circle(int numbers) {

  private static final int FEWEST_ANGLES = 4;

  private int angles() {
    return Math.max(FEWEST_ANGLES, numbers);
  }

  private double angle(int number) {
    return 2 * Math.PI * number / angles();
  }

  /** First coordinate of a number. */
  double cosine(int number) {
    return Math.cos(angle(number));
  }

  /** Second coordinate of a number. */
  double sine(int number) {
    return Math.sin(angle(number));
  }

  /** Lets a token write a number to a subspace of two coordinates. */
  void embed(TransformerAssembler assembler, int token, Subspace subspace, int number) {
    assembler.embed(token, subspace, 0, cosine(number));
    assembler.embed(token, subspace, 1, sine(number));
  }

  /** Lets a position write a number to a subspace of two coordinates. */
  void embedPosition(TransformerAssembler assembler, int position, Subspace subspace, int number) {
    assembler.embedPosition(position, subspace, 0, cosine(number));
    assembler.embedPosition(position, subspace, 1, sine(number));
  }

  /** One minus the largest product of two different numbers. */
  double gap() {
    double sine = Math.sin(Math.PI / angles());
    return 2 * sine * sine;
  }

  /** How a person reads a number. */
  Wording wording(List<String> labels) {
    return Wording.circle(labels, angles());
  }

  /** The rounding error of a number as a head reads it. */
  static double error(RoundingError errors) {
    double angle = errors.operations(14); // at most 2 pi, rounded twice
    return errors.hash(angle + errors.operations(2)); // cosine and sine are within 1 ulp
  }
}
