package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Turing machines of files leave on their tapes, and inputs that are hard to type. */
class TapeOutputTest {

  private static final String INCREMENT =
      """
      blank: ' '
      start state: right
      table:
        right: {[1, 0]: R, ' ': {L: carry}}
        carry: {1: {write: 0, L}, [0, ' ']: {write: 1, L: done}}
        done:
      """;
  private static final String ADD = "0 1 1 r 0\n0 _ 1 r 1\n1 1 1 r 1\n1 _ _ l 2\n2 1 _ * halt\n";

  @TempDir private Path folder;
  private String increment;
  private String add;

  @BeforeEach
  void write() throws IOException {
    increment = Files.writeString(folder.resolve("inc.yaml"), INCREMENT).toString();
    add = Files.writeString(folder.resolve("add.tm"), ADD).toString();
  }

  @Test
  void theTapeIsShownWholeAndTheAnswerIsTheVerdict() {
    assertThat(Cli.done("run", increment, "--word", "111").out())
        .contains("answer    accept; the oracle says accept\n")
        .contains("tape      1000 from cell -1, head on cell -2\n");
    JsonObject json = Cli.done("run", increment, "--word", "10", "--format", "json").json();
    assertThat(json.getAsJsonArray("tapes").toString())
        .isEqualTo("[{\"first_cell\":0,\"cells\":[\"1\",\"1\"],\"head\":0}]");
  }

  @Test
  void theTapeMayBeTheAnswer() {
    String out = Cli.done("run", increment, "--word", "101", "--output", "tape").out();
    assertThat(out)
        .contains("answer    110; the oracle says 110\n")
        .contains("note      the answer is the first tape from cell 0 up to the first blank");
    assertThat(Cli.done("run", "binary-increment", "--word", "1", "--output", "answer").out())
        .contains("answer    accept; the oracle says accept\n");
    Path page = folder.resolve("x.html");
    assertThat(
            Cli.done("trace", add, "--word", "1_1", "--output", "tape", "--out", page.toString())
                .out())
        .contains("answer    11 after")
        .contains("tape      11 from cell 0");
    assertThat(page).isNotEmptyFile();
  }

  @Test
  void aTapeThatIsLeftEmptyIsNamedAsAnAnswer() {
    String[] erased = {"palindrome", "--word", "aa", "--output", "tape"};
    assertThat(Cli.done(words("run", erased)).out())
        .contains("answer    the empty word; the oracle says the empty word\n");
    assertThat(
            Cli.done(words("run", erased, "--format", "json")).json().get("answer").getAsString())
        .isEmpty();
    String page = folder.resolve("empty.html").toString();
    assertThat(Cli.done(words("trace", erased, "--out", page)).out())
        .contains(
            "answer    the empty word after 6 intermediate tokens; the oracle says the empty");
  }

  private static String[] words(String command, String[] some, String... more) {
    return Stream.of(Stream.of(command), Stream.of(some), Stream.of(more))
        .flatMap(words -> words)
        .toArray(String[]::new);
  }

  @Test
  void inputsMayHoldTheBlankAndBeLists() {
    for (String word : new String[] {"11_1", "[\"1\", \"1\", \"_\", \"1\"]"}) {
      assertThat(Cli.done("run", add, "--word", word).out()).contains("tape      111 from cell 0");
    }
    Cli spaced = Cli.done("run", increment, "--word", "[\"1\", \" \", \"1\"]");
    assertThat(spaced.out()).contains("input     [\"1\",\" \",\"1\"] (n = 3)");
  }

  @Test
  void whatCannotAnswerWithATapeIsRefused() {
    Cli cli = Cli.cot("run", "parity", "--word", "1", "--output", "tape");
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(cli.err())
        .isEqualTo(
            "cot: parity has no tape to show or to answer with; what has: Turing machines\n");
    assertThat(Cli.cot("run", add, "--word", "[\"1\", 2]").err())
        .isEqualTo("cot: word: a symbol in quotes is expected after [1]\n");
  }
}
