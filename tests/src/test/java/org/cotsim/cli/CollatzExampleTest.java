package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The example collatz.tm against arithmetic. */
class CollatzExampleTest {

  private static final String FILE =
      Path.of("..", "benchmarks", "examples", "collatz.tm").toString();

  private static String sequence(long start) {
    List<Long> all = new ArrayList<>();
    for (long n = start; n != 1; n = n % 2 == 0 ? n / 2 : 3 * n + 1) {
      all.add(n);
    }
    all.add(1L);
    return all.stream().map(String::valueOf).collect(Collectors.joining("."));
  }

  @Test
  void theTapeIsTheSequence() {
    for (long n : LongStream.of(1, 6, 7, 97).toArray()) {
      Cli cli =
          Cli.done("run", FILE, "--word", Long.toString(n), "--output", "tape", "--format", "json");
      assertThat(cli.json().get("answer").getAsString()).isEqualTo(sequence(n));
    }
  }

  @Test
  void whatIsNoNumberFromOneOnIsRejected() {
    for (String word : List.of("", "08")) {
      Cli cli = Cli.done("run", FILE, "--word", word, "--format", "json");
      assertThat(cli.json().get("answer").getAsString()).as("'" + word + "'").isEqualTo("reject");
    }
  }
}
