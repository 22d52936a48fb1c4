package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cot data refuses, and what it says of a set that is not as one would wish. */
class DataRefusalsTest {

  @TempDir private Path folder;

  @Test
  void aPartWithOneAnswerOnlyIsSaid() throws IOException {
    Path out = folder.resolve("one-sided");
    Cli cli =
        Cli.cot("data", "word-a5", "--lengths", "8", "--samples", "300", "--out", out.toString());
    assertThat(cli.err())
        .contains(
            "word-a5, n = 8: no input in test is accepted; too few different ones were drawn");
  }

  @Test
  void chainsOfWhichNoneGoesWrongAreSaid() throws IOException {
    Path out = folder.resolve("none-wrong");
    Cli cli =
        Cli.cot(
            "data",
            "parity",
            "--samples",
            "20",
            "--budgets",
            "0",
            "--corrupt",
            "0.5",
            "--out",
            out.toString());
    assertThat(cli.err()).contains("cot: parity, n = 16: no chain goes wrong");
  }

  @Test
  void aLengthWithTooFewInputsIsSaid() throws IOException {
    Path out = folder.resolve("few");
    Cli cli =
        Cli.cot("data", "parity", "--lengths", "1", "--samples", "20", "--out", out.toString());
    assertThat(cli.code()).isEqualTo(Cot.DONE);
    assertThat(cli.err())
        .contains(
            "cot: parity, n = 1: the inputs drawn are too few or too alike to be split: none is for ")
        .contains("cot: parity, n = 1: 2 inputs exist, so some of the 20 samples are there more");
    assertThat(DataLines.read(out).values()).allSatisfy(lines -> assertThat(lines).isNotEmpty());
    assertThat(Files.readString(out.resolve("README.md"))).contains("too few or too alike");
  }

  @Test
  void aFolderWithFilesStaysUnlessToldOtherwise() throws IOException {
    Path out = folder.resolve("data");
    Cli first = Cli.cot("data", "parity", "--samples", "5", "--out", out.toString());
    assertThat(first.code()).as(first.err()).isEqualTo(Cot.DONE);
    Map<String, List<Byte>> before = DataLines.bytes(out);
    Cli refused = Cli.cot("data", "parity", "--samples", "6", "--out", out.toString());
    assertThat(refused.code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(refused.err())
        .isEqualTo("cot: " + out + " has files already; --overwrite replaces them\n");
    Files.writeString(out.resolve("thesis.tex"), "years of work");
    Cli strange =
        Cli.cot("data", "parity", "--samples", "6", "--overwrite", "--out", out.toString());
    assertThat(strange.code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(strange.err())
        .isEqualTo(
            "cot: %s has files that this command does not write, such as thesis.tex; they are not removed\n"
                .formatted(out));
    Files.delete(out.resolve("thesis.tex"));
    assertThat(DataLines.bytes(out)).isEqualTo(before);
  }

  @Test
  void whatFailsHalfwayLeavesNothing() throws IOException {
    Path out = folder.resolve("half");
    Cli cli =
        Cli.cot(
            "data",
            "parity",
            "graph-gnp",
            "--lengths",
            "4",
            "--samples",
            "9",
            "--out",
            out.toString());
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(cli.err()).contains("graphs have at least 8 vertices, not 4");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.toList()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "parity --samples 0 | --samples 0: expected at least 1",
        "parity --lengths 4,-1 | --lengths -1: a length is at least 0",
        "parity --lengths 4 --test-lengths 4 | --test-lengths 4: it is in --lengths too",
        "parity --corrupt 1.5 | --corrupt 1.5: expected a share from 0 to 1",
        "parity --splits 80,10 | --splits 80,10: expected the per cent of train, validation and test with"
            + " the sum 100, such as 80,10,10",
        "parity --splits a,b,c | --splits a,b,c: expected three whole numbers with the sum 100, such as"
            + " 80,10,10",
        "parity --check -1 | --check -1: expected at least 0",
        "parity --form chat --tokens ids | --tokens ids: conversations have texts; use --form plain",
        "parity --license 'my_own' | --license 'my_own': expected an identifier such as cc0-1.0 or"
            + " apache-2.0",
        "ww --lengths 4 --test-lengths 7 | ww, n = 7: --test-lengths 7: inputs drawn for this length have"
            + " length 6; ask for that",
        "parity --out /dev/null/x | cannot write into folder /dev/null: /dev/null is not a folder",
      })
  void badInputIsOneSentence(String what, String sentence) {
    Set<String> own = Set.of("--out");
    boolean named = own.stream().anyMatch(what::contains);
    String command = "data " + what + (named ? "" : " --out " + folder.resolve("bad"));
    Cli cli = Cli.cot(command.split(" ", -1));
    assertThat(cli.err()).isEqualTo("cot: " + sentence + "\n");
    assertThat(cli.out()).isEmpty();
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(folder.resolve("bad")).doesNotExist();
  }
}
