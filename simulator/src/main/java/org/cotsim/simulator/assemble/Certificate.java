package org.cotsim.simulator.assemble;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.cotsim.simulator.model.Arithmetic;

/**
 * The reason why a model compiled for a length is right at every length up to it.
 *
 * @param arithmetic the arithmetic for which the noise was bounded
 * @param maxLength the longest input, in tokens between start and think
 * @param maxSteps the longest chain, in intermediate tokens
 * @param maxContext the most tokens that are seen at once, where the chain forgets; then all that
 *     matters is this one of the three
 * @param claims one per arg max that the construction relies on
 * @param ranges the numbers that the arithmetic must have
 */
public record Certificate(
    Arithmetic arithmetic,
    long maxLength,
    long maxSteps,
    OptionalLong maxContext,
    List<ScoreClaim> claims,
    List<RangeClaim> ranges) {

  public Certificate {
    claims = List.copyOf(claims);
    ranges = List.copyOf(ranges);
  }

  /** The certificate of a model whose chain does not forget. */
  public Certificate(
      Arithmetic arithmetic,
      long maxLength,
      long maxSteps,
      List<ScoreClaim> claims,
      List<RangeClaim> ranges) {
    this(arithmetic, maxLength, maxSteps, OptionalLong.empty(), claims, ranges);
  }

  /** Whether every claim holds. */
  public boolean holds() {
    return claims.stream().allMatch(ScoreClaim::holds)
        && ranges.stream().allMatch(RangeClaim::holds);
  }

  /** The claim with the largest ratio of noise to what the gap allows. */
  public ScoreClaim tightest() {
    return claims.stream()
        .max(
            Comparator.comparingDouble(
                claim -> claim.timesTheNoise() * claim.noise() / claim.gap()))
        .orElseThrow();
  }

  /** The first number that the arithmetic lacks, if there is one. */
  public Optional<RangeClaim> missing() {
    return ranges.stream().filter(range -> !range.holds()).findFirst();
  }
}
