package org.cotsim.benchmarks.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.languages.input.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberListTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          16,64,256      | 16 64 256
          7              | 7
          1..5           | 1 2 3 4 5
          5..5           | 5
          16..64/8       | 16 24 32 40 48 56 64
          16..60/8       | 16 24 32 40 48 56
          16..1024*2     | 16 32 64 128 256 512 1024
          1..1000*10     | 1 10 100 1000
          1..99*10       | 1 10
          4, 8..10 ,20   | 4 8 9 10 20
          -2..1          | -2 -1 0 1
          """)
  void numbersAndRangesAreRead(String text, String numbers) throws Exception {
    List<Long> expected = Arrays.stream(numbers.split(" ", -1)).map(Long::valueOf).toList();
    assertThat(NumberList.numbers("--seed", text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          4,x       | column 3: found "x", expected a number, or a range such as 16..64, 16..64/8 or 16..1024*2
          4,        | column 3: it ends too early, expected a number, or a range such as 16..64, 16..64/8 or 16..1024*2
          16-64     | column 3: found "-64", expected a comma, or .. and the end of a range
          4, 16..   | column 8: it ends too early, expected the end of the range
          16..b     | column 5: found "b", expected the end of the range
          16..64:8  | column 7: found ":8", expected a comma, / and a step, or * and a factor
          16..64/   | column 8: it ends too early, expected a step
          16..64*z  | column 8: found "z", expected a factor
          16..64/8/ | column 9: found "/", expected a comma
          64..16    | column 5: found 16, expected an end of at least 64
          16..64/0  | column 8: found 0, expected a step of at least 1
          16..64*1  | column 8: found 1, expected a factor of at least 2
          3,0..64*2 | column 3: found 0, expected at least 1 where each is a multiple of the one before
          0..999999 | column 1: these are more than 10000 numbers
          """)
  void whatCannotBeReadIsShownByItsColumn(String text, String message) {
    assertThatThrownBy(() -> NumberList.lengths("--lengths", text))
        .isInstanceOf(InputException.class)
        .hasMessage("--lengths, " + message);
  }

  @Test
  void aRangeAtTheEndOfTheNumbersEnds() throws Exception {
    assertThat(NumberList.numbers("--seed", "500000000000000000..999999999999999999*3"))
        .containsExactly(500_000_000_000_000_000L);
  }

  @Test
  void lengthsAreDifferentAndNotNegative() {
    assertThatThrownBy(() -> NumberList.lengths("--lengths", "4..6,5"))
        .isInstanceOf(ExperimentException.class)
        .hasMessage("--lengths: something is listed twice in [4, 5, 6, 5]");
    assertThatThrownBy(() -> NumberList.lengths("--lengths", "4,-1"))
        .hasMessage("--lengths -1: a length is at least 0");
    assertThatThrownBy(() -> NumberList.lengths("--lengths", "3000000000"))
        .hasMessage("--lengths 3000000000: a length is at most 2147483647");
  }
}
