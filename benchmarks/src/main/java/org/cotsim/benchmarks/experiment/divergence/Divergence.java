package org.cotsim.benchmarks.experiment.divergence;

import java.util.List;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.simulator.assemble.Assembly;
import org.cotsim.simulator.decode.RestartingSession;

/**
 * Runs the same weights on two sides, and once on balls that hold the numbers of both.
 *
 * <p>Up to the first choice that the balls leave open the two cannot part, whatever the order in
 * which either adds up; the tokens at which they do part are looked for by running them. Time: that
 * of the reference executor, some ten times over.
 *
 * @param one a side
 * @param other another one
 */
public record Divergence(Side one, Side other) {

  /**
   * Compares on one prompt.
   *
   * @param length what the run stands for in a table
   * @param input as a person writes it
   * @param most no more tokens than these are decoded after the prompt, at least 1
   * @throws ExperimentException if the chain of the model forgets
   */
  public DivergenceRun of(Assembly assembly, int length, String input, int[] prompt, int most)
      throws ExperimentException {
    if (RestartingSession.restarts(assembly.model().vocabulary())) {
      throw new ExperimentException(
          "the chain of this model forgets, and where two arithmetics part is followed in one"
              + " context only");
    }
    CertainRun certain = new CertainRun(assembly, List.of(one.arithmetic(), other.arithmetic()));
    certain.run(prompt, most);
    SeenRun seen = new SeenRun(assembly, one, other);
    seen.run(prompt, most);
    return new DivergenceRun(
        length,
        input,
        seen.tokens(),
        certain.tokens(),
        certain.end(),
        certain.doubt(),
        certain.openHead(),
        certain.tightest(),
        seen.parting());
  }
}
