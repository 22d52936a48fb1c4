package org.cotsim.benchmarks.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotsim.benchmarks.problem.ExperimentException;

/**
 * A share of the cells of a sweep.
 *
 * @param part which one, from 1
 * @param parts how many there are
 */
record Shard(int part, int parts) {

  private static final Pattern TEXT = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

  /** Reads {@code 3/8}. */
  static Shard of(String text) throws ExperimentException {
    Matcher matcher = TEXT.matcher(text);
    if (matcher.matches()) {
      Shard shard =
          new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
      if (shard.part >= 1 && shard.part <= shard.parts) {
        return shard;
      }
    }
    throw new ExperimentException(
        "--shard " + text + ": expected which of how many, such as 3/8, from 1/8 to 8/8");
  }

  @Override
  public String toString() {
    return part + "/" + parts;
  }
}
