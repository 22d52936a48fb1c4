package org.cotsim.benchmarks.experiment.tokennorm;

import java.util.HashSet;
import java.util.List;
import org.cotsim.benchmarks.problem.ExperimentException;

/**
 * What is measured.
 *
 * @param problems the decoders
 * @param length of their inputs
 * @param inputs how many each
 * @param width of the special token of an image
 * @param patches of an image
 * @param strengths the lengths of the special token's own embedding, in units of what it sees
 * @param images to measure; as many others at most are for the statistics
 * @param seed of inputs, shuffle and maps
 */
public record TokenNormRequest(
    List<String> problems,
    int length,
    int inputs,
    int width,
    int patches,
    List<Double> strengths,
    int images,
    long seed) {

  private static final double LONGEST = 1e6;

  public TokenNormRequest {
    problems = List.copyOf(problems);
    strengths = List.copyOf(strengths);
  }

  /** What is measured if nothing else is asked for. */
  public static TokenNormRequest byDefault() {
    return new TokenNormRequest(
        List.of("parity", "word-a5", "binary-increment", "palindrome"),
        12,
        10,
        32,
        16,
        List.of(0.0, 0.5, 1.0, 2.0, 4.0, 8.0),
        500,
        1);
  }

  /** How many decoders and strengths there are. */
  int size() {
    return problems.size() + strengths.size();
  }

  /** Refuses what makes no experiment. */
  void requireSensible(int pixels) throws ExperimentException {
    require("--length", length, 1, 64);
    require("--inputs", inputs, 1, 1000);
    require("--width", width, 2, 1024);
    require("--patches", patches, 1, pixels);
    require("--images", images, 10, 2000);
    if (problems.isEmpty() || strengths.isEmpty()) {
      throw new ExperimentException("--problems and --strengths: expected at least one of each");
    }
    requireDifferent("--problems", problems);
    requireDifferent("--strengths", strengths);
    for (double strength : strengths) {
      if (!(strength >= 0 && strength <= LONGEST)) {
        throw new ExperimentException("--strengths " + strength + ": expected 0 to 1000000");
      }
    }
  }

  private static void require(String option, int value, int least, int most)
      throws ExperimentException {
    if (value < least || value > most) {
      throw new ExperimentException(option + " " + value + ": expected " + least + " to " + most);
    }
  }

  private static void requireDifferent(String option, List<?> values) throws ExperimentException {
    if (new HashSet<>(values).size() < values.size()) {
      throw new ExperimentException(option + ": something is listed twice in " + values);
    }
  }
}
