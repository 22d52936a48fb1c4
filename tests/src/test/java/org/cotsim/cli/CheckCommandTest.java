package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCommandTest {

  @TempDir private Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static String evidence(JsonObject check) {
    return check.getAsJsonArray("evidence").toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"indexed", "reference", "nd4j"})
  void theJsonCountsWordsAndStepsAndSaysWhatTheyShow(String executor) {
    JsonObject check =
        Cli.done("check", "parity", "--exhaustive", "3", "--executor", executor, "--format", "json")
            .json();
    assertThat(check.keySet()).contains("right", "wrong", "first_wrong", "steps_total", "evidence");
    assertThat(check.get("right").getAsLong()).isEqualTo(1 + 2 + 4 + 8);
    assertThat(check.get("wrong").getAsLong()).isZero();
    assertThat(check.get("first_wrong").isJsonNull()).isTrue();
    assertThat(check.get("steps_total").getAsLong()).isEqualTo(1 + 2 * 2 + 4 * 3 + 8 * 4);
    assertThat(evidence(check))
        .isEqualTo(
            "[\"no counterexample: all words up to length 3; longer words are not covered\"]");
    assertThat(check.get("executor").getAsString()).isEqualTo(executor);
  }

  @Test
  void theTextSaysTheSame() {
    assertThat(Cli.done("check", "parity", "--exhaustive", "3").out())
        .isEqualToNormalizingNewlines(
            """
            problem   parity: bit strings with an odd number of 1s
            result    15 right, 0 wrong; 49 intermediate tokens decoded
            evidence  no counterexample: all words up to length 3; longer words are not covered
            executor  indexed (plain Java, binary64)
            """);
  }

  @Test
  void randomAndConformanceWordsSayHowFarTheyReach() {
    JsonObject check =
        Cli.done(
                "check",
                "mod-3",
                "--random",
                "10",
                "--length",
                "20",
                "--seed",
                "7",
                "--conformance",
                "2",
                "--format",
                "json")
            .json();
    assertThat(check.get("right").getAsLong()).isEqualTo(10 + 88);
    assertThat(evidence(check))
        .contains("10 random words of length 20 (seed 7), 5 of them accepted and 5 rejected")
        .contains("a sample, no proof")
        .contains("every DFA that decides another language with at most 5 states (Wp-method)");
  }

  @Test
  void withoutAChoiceOfWordsAModestOneIsMade() {
    assertThat(Cli.done("check", "parity").out())
        .contains("1123 right, 0 wrong")
        .contains("all words up to length 9")
        .contains("100 random words of length 64 (seed 1)");
  }

  @Test
  void evidenceSaysWhatTheSampleHad() {
    assertThat(Cli.done("check", "regex:(aa)*", "--random", "4", "--length", "5").out())
        .contains(
            "4 random words of length 5 (seed 1), all 4 of them rejected; a sample, no proof");
  }

  @Test
  void onePassConfirmsTheSameWords() {
    JsonObject check =
        Cli.done("check", "word-a5", "--exhaustive", "4", "--one-pass", "--format", "json").json();
    assertThat(check.get("mode").getAsString()).isEqualTo("one parallel pass");
    assertThat(check.get("right").getAsLong()).isEqualTo(1 + 2 + 4 + 8 + 16);
  }

  @Test
  void wordsAndLabelsThatAgreeAreRight() throws IOException {
    String words = file("words", "11\n01\n\n1 0\n");
    String labels = file("labels", "0\n1\n0\n1\n");
    assertThat(Cli.done("check", "parity", "--words", words, "--labels", labels).out())
        .contains("4 right, 0 wrong; 10 intermediate tokens decoded")
        .contains(
            "no counterexample: the words of %s and the labels of %s; no others"
                .formatted(words, labels));
  }

  @Test
  void aWrongLabelIsAFailedCheckThatNamesTheWord() throws IOException {
    String words = file("words", "11\n01\n\n1\n");
    String labels = file("labels", "0\n0\n0\n0\n");
    Cli text = Cli.cot("check", "parity", "--words", words, "--labels", labels);
    assertThat(text.code()).isEqualTo(Cot.CHECK_FAILED);
    assertThat(text.err()).isEmpty();
    assertThat(text.out())
        .contains("2 right, 2 wrong")
        .contains(
            "wrong     01 (%s:2): chain and oracle agree, but the label says 0".formatted(words));
    Cli json = Cli.cot("check", "parity", "--words", words, "--labels", labels, "--format", "json");
    assertThat(json.code()).isEqualTo(Cot.CHECK_FAILED);
    assertThat(json.json().get("wrong").getAsLong()).isEqualTo(2);
    JsonObject first = json.json().getAsJsonObject("first_wrong");
    assertThat(first.get("input").getAsString()).isEqualTo("01");
    assertThat(first.get("place").getAsString()).isEqualTo(words + ":2");
    assertThat(evidence(json.json())).contains("the label").doesNotContain("the decoder is wrong");
  }

  /**
   * The first wrong word is that of the file, although words of other lengths are decoded first.
   */
  @Test
  void theFirstWrongWordIsTheFirstOfTheFile() throws IOException {
    String words = file("words", "0101010\n1\n11\n");
    String labels = file("labels", "0\n0\n1\n");
    JsonObject check =
        Cli.cot("check", "parity", "--words", words, "--labels", labels, "--format", "json").json();
    assertThat(check.get("wrong").getAsLong()).isEqualTo(3);
    assertThat(check.getAsJsonObject("first_wrong").get("input").getAsString())
        .isEqualTo("0101010");
  }

  @Test
  void aCheckOfNothingSaysThatItShowsNothing() throws IOException {
    assertThat(Cli.done("check", "parity", "--words", file("empty", "")).out())
        .contains("0 right, 0 wrong")
        .contains("evidence  none: there was no input")
        .doesNotContain("no counterexample");
  }

  @Test
  void aListWithoutAMachineChecksNothing() throws java.io.IOException {
    Path empty = Files.writeString(folder.resolve("empty.txt"), "");
    Cli check = Cli.cot("check", "--machines", empty.toString());
    assertThat(check.err()).isEqualTo("cot: " + empty + ": the file holds no machine\n");
    assertThat(check.code()).isEqualTo(Cot.BAD_INPUT);
  }

  /** Below the need the chain is followed as far as it goes, and the forced answer compared. */
  @Test
  void aBudgetBelowTheNeedForcesAnswers() {
    Cli none =
        Cli.cot("check parity --random 40 --length 9 --budget 0 --format json".split(" ", -1));
    assertThat(none.json().get("right").getAsInt()).as("forced at q0").isEqualTo(20);
    assertThat(none.json().get("steps_total").getAsInt()).isZero();
    assertThat(none.json().get("currency").getAsString()).isEqualTo("steps");
    assertThat(none.code()).isEqualTo(Cot.CHECK_FAILED);
    Cli half =
        Cli.cot("check parity --random 40 --length 9 --budget n/2 --format json".split(" ", -1));
    assertThat(half.json().get("steps_total").getAsInt()).isEqualTo(40 * 5);
    assertThat(half.json().getAsJsonObject("first_wrong").get("token_index").getAsInt())
        .isEqualTo(5);
    Cli enough = Cli.done("check", "parity", "--random", "40", "--length", "9", "--budget", "2n");
    assertThat(enough.out()).contains("budget    2n in steps", "40 right, 0 wrong; 400 inter");
  }

  /**
   * Machines are checked on all cores; the first wrong one is the first of the list all the same.
   */
  @Test
  void aListIsCheckedInItsOrder() throws java.io.IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= 300; i++) {
      boolean claimsTooMuch = i == 137 || i == 138 || i == 299;
      lines.add("1RB1LB_1LA1RZ Halt " + (claimsTooMuch ? 7 : 6) + " 4");
      lines.add("1RB---_0RA---");
    }
    Path list = Files.write(folder.resolve("list.txt"), lines);
    Cli check =
        Cli.cot(
            "check", "--machines", list.toString(), "--steps-at-most", "50", "--format", "json");
    assertThat(check.code()).isEqualTo(Cot.CHECK_FAILED);
    JsonObject json = check.json();
    assertThat(json.get("machines").getAsInt()).isEqualTo(600);
    assertThat(json.get("wrong").getAsInt()).isEqualTo(3);
    assertThat(json.get("truncated").getAsInt()).isEqualTo(300);
    assertThat(json.get("steps_total").getAsInt()).isEqualTo(300 * (6 + 50));
    assertThat(json.get("first_wrong").getAsString())
        .isEqualTo(
            "line 273, 1RB1LB_1LA1RZ: the list says 7 steps and 4 ones, the interpreter 6 and 4");
  }
}
