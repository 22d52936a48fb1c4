package org.cotsim.benchmarks.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.simulator.model.Arithmetic;

/** Precisions as a person writes them: {@code 8..53}, {@code 8..53/5}, {@code 20,28,36}. */
final class BitList {

  private static final Pattern RANGE =
      Pattern.compile("(\\d{1,4})(?:\\.\\.(\\d{1,4})(?:/(\\d{1,4}))?)?");

  private BitList() {}

  static List<Integer> parse(String text) throws ExperimentException {
    IntStream bits = IntStream.empty();
    for (String part : text.split(",", -1)) {
      Matcher range = RANGE.matcher(part);
      if (!range.matches()) {
        throw bad(text, "found \"" + part + "\", expected a number, FROM..TO or FROM..TO/STEP");
      }
      int from = Integer.parseInt(range.group(1));
      int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
      int step = range.group(3) == null ? 1 : Integer.parseInt(range.group(3));
      if (from < Arithmetic.FEWEST_BITS || to > Arithmetic.MOST_BITS || from > to || step < 1) {
        throw bad(
            text,
            "\""
                + part
                + "\" is not from "
                + Arithmetic.FEWEST_BITS
                + " to "
                + Arithmetic.MOST_BITS
                + " bits in ascending order");
      }
      bits =
          IntStream.concat(
              bits, IntStream.rangeClosed(0, (to - from) / step).map(i -> from + i * step));
    }
    return bits.sorted().distinct().boxed().toList();
  }

  private static ExperimentException bad(String text, String why) {
    return new ExperimentException("--bits " + text + ": " + why);
  }
}
