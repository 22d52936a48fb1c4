package org.cotsim.languages.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class InputExceptionTest {

  @Test
  void aPlaceHasALineAColumnBothOrNeither() {
    assertThat(InputException.at("f", 3, 7, "bad")).hasMessage("f:3:7: bad");
    assertThat(InputException.at("f", 3, 0, "bad")).hasMessage("f:3: bad");
    assertThat(InputException.at("word", 0, 7, "bad")).hasMessage("word, column 7: bad");
    assertThat(InputException.in("f", "bad")).hasMessage("f: bad");
    assertThatThrownBy(() -> new InputException(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void problemsAreCollectedUpToTwenty() throws InputException {
    InputProblems problems = new InputProblems("f");
    assertThatCode(problems::throwIfAny).doesNotThrowAnyException();
    for (int i = 1; i < 20; i++) {
      problems.add(i, 1, "bad");
    }
    assertThat(problems.count()).isEqualTo(19);
    assertThatThrownBy(problems::throwIfAny).isInstanceOf(InputException.class);
    InputException e =
        catchThrowableOfType(InputException.class, () -> problems.add(20, 1, "worst"));
    assertThat(e.problems()).hasSize(20).last().hasToString("f:20:1: worst");
  }
}
