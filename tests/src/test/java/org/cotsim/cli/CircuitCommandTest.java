package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code cot circuit}. */
class CircuitCommandTest {

  @Test
  void parityIsProvedAtSixteenLetters() {
    String text =
        Cli.done("circuit", "parity", "--length", "16", "--by", "cascade", "--prove").out();
    assertThat(text)
        .startsWith("circuit   parity by cascade, all words of 16 letters, 0 steps\n")
        .contains("depth 7; 2 layers", "every mean is the same in any order of addition")
        .containsPattern(
            "proved    equal to the automaton on all words .*Sat4j, round .*[0-9] s\n");
  }

  @Test
  void jsonSaysSizesAndProof() {
    JsonObject circuit =
        Cli.done("circuit", "parity", "--length", "5", "--prove", "--format", "json").json();
    assertThat(circuit.get("steps").getAsInt()).isEqualTo(6);
    assertThat(circuit.get("gates").getAsInt()).isPositive();
    assertThat(circuit.get("depth").getAsInt()).isLessThanOrEqualTo(3 * 2 * 7 + 1);
    assertThat(circuit.getAsJsonArray("by_layer")).hasSize(2);
    assertThat(circuit.getAsJsonObject("proof").get("proved").getAsBoolean()).isTrue();
    JsonObject unproved = Cli.done("circuit", "parity", "--length", "5", "--format", "json").json();
    assertThat(unproved.get("proof").isJsonNull()).isTrue();
  }

  /** Too few steps: the forced answer is the parity of a prefix, which is a real difference. */
  @Test
  void aRefutationIsAWordOnWhichTheDecoderIsReallyWrong(@TempDir Path folder) {
    Path file = folder.resolve("parity.cnf");
    Cli cli =
        Cli.cot(
            "circuit",
            "parity",
            "--length",
            "4",
            "--steps",
            "3",
            "--prove",
            "--format",
            "json",
            "--out",
            file.toString());
    assertThat(cli.code()).isEqualTo(Cot.CHECK_FAILED);
    assertThat(file).exists();
    JsonObject proof = cli.json().getAsJsonObject("proof");
    assertThat(proof.get("proved").getAsBoolean()).isFalse();
    String word =
        String.join(
            "", proof.getAsJsonArray("word").asList().stream().map(a -> a.getAsString()).toList());
    Cli run = Cli.cot("run", "parity", "--word", word, "--budget", "3", "--format", "json");
    assertThat(run.json().get("answer")).isEqualTo(proof.get("answer"));
    assertThat(run.json().get("right").getAsBoolean()).isFalse();
  }

  @ParameterizedTest(name = "cot circuit {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          --length 4 | a PROBLEM is missing: a name from 'cot list', or a file
          graph-path --length 4 | graph-path has no answer for every word over an alphabet; what has: formulas, regular languages
          palindrome --length 4 | palindrome has no answer for every word over an alphabet; what has: formulas, regular languages
          word-a5 --by cascade --length 4 | word-a5 has no decoder --by cascade: words permute a set of 60 states by the group A5 of order 60, which is not solvable; no decoder of 0 steps and a fixed number of layers is known, and one would show TC0 = NC1
          parity --length -1 | --length -1: expected at least 0
          parity --length 4 --steps -2 | --steps -2: expected at least 0
          parity --length 700 | a word of 700 letters and 701 steps are a sequence of 1403 tokens; circuits are read off up to 1000
          parity --by cascade --length 1000000 | a word of 1000000 letters and 0 steps are a sequence of 1000002 tokens; circuits are read off up to 1000
          parity --length 4 --out p.v | p.v: no circuit format has this ending; expected .aig, .aag, .cnf or .opb
          parity --length 4 --of automaton | --of automaton says what is written, and --out is missing
          parity --length 4 --of decoder --out p.cnf | a .cnf file asks whether decoder and automaton differ; --of decoder is for .aig and .aag
          parity --length 4 --arithmetic binary32 | circuits are read off in binary64, not in binary32
          parity --length 4 --max-length 3 | an input of 4 tokens is longer than --max-length 3
          formula:#(a)>1 --length 4 --prove | formula:#(a)>1 counts letters, so there is no finite automaton that the decoder can be proved equal to
          formula:#(a)>1 --length 4 --out p.opb | formula:#(a)>1 counts letters, so there is no finite automaton for p.opb
          parity --length 4 --out pom.xml/p.aig | cannot write into folder {here}/pom.xml: {here}/pom.xml is not a folder
          """)
  void aMistakeIsOneSentenceAndNothingIsWritten(String command, String message) {
    Cli cli = Cli.cot(("circuit " + command).split(" ", -1));
    String here = Path.of("").toAbsolutePath().toString();
    assertThat(cli.err())
        .isEqualToNormalizingNewlines("cot: " + message.replace("{here}", here) + "\n");
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(cli.out()).isEmpty();
    for (String file : new String[] {"p.v", "p.cnf", "p.opb"}) {
      assertThat(Files.exists(Path.of(file))).as(file).isFalse();
    }
  }

  @Test
  void theLengthCannotBeLeftOut() {
    Cli cli = Cli.cot("circuit", "parity");
    assertThat(cli.err()).startsWith("cot: Missing required option: '--length=N'");
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
  }

  @Test
  void aNameOfTwoLinesStaysInItsComment(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("two.cnf");
    Cli.done("circuit", "formula:O a\n& (O a)", "--length", "3", "--out", file.toString());
    assertThat(Files.readAllLines(file).stream().filter(line -> line.contains("&")))
        .isNotEmpty()
        .allMatch(line -> line.startsWith("c "));
  }

  @Test
  void onlyWhatTheAnswerDependsOnIsCounted() {
    Cli constant =
        Cli.done("circuit dyck-2-3 --by cascade --length 5 --format json".split(" ", -1));
    assertThat(constant.json().get("gates").getAsInt()).isZero();
    assertThat(constant.json().get("depth").getAsInt()).isZero();
  }
}
