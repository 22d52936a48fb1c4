package org.cotsim.benchmarks.experiment.sweep;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotsim.benchmarks.problem.ExperimentException;

/**
 * A share of the cells of a sweep: those whose number leaves the remainder {@code part} - 1 when
 * divided by {@code parts}.
 *
 * @param part which one, from 1
 * @param parts how many there are
 */
public record Shard(int part, int parts) {

  private static final Pattern TEXT = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

  /** Reads {@code 3/8}. */
  public static Shard of(String text) throws ExperimentException {
    return find(text)
        .orElseThrow(
            () ->
                new ExperimentException(
                    "--shard "
                        + text
                        + ": expected which of how many, such as 3/8, from 1/8 to 8/8"));
  }

  /** Reads {@code 3/8}; empty if it is no such text. */
  static Optional<Shard> find(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? Optional.of(
                new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
            .filter(shard -> shard.part >= 1 && shard.part <= shard.parts)
        : Optional.empty();
  }

  /** Whether a cell with this number, from 0, is in it. */
  public boolean holds(int cell) {
    return cell % parts == part - 1;
  }

  /** How many of so many cells are in it. */
  public int cells(int planned) {
    return (planned - part + parts) / parts;
  }

  @Override
  public String toString() {
    return part + "/" + parts;
  }
}
