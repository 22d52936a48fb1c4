package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sweeps written down in a file. */
class ExperimentFileTest {

  @TempDir private Path folder;

  private Cli sweep(String file, String... more) throws IOException {
    Path yaml = Files.writeString(folder.resolve("experiment.yaml"), file);
    List<String> words =
        new ArrayList<>(
            List.of("sweep", yaml.toString(), "--out", folder.resolve("out").toString()));
    words.addAll(List.of(more));
    return Cli.cot(words.toArray(String[]::new));
  }

  @Test
  void aFileGivesTheBytesOfItsCommand() throws IOException {
    Cli cli =
        sweep(
            """
            # what a chain buys
            problems: [parity, word-a5]
            by: [theorem1]
            lengths: 4..8/4
            seeds: [1, 2]
            samples: 4
            budgets:
              - 0
              - n/2   # not enough
              - "n+1"
            uncertified: false
            latex: true
            """,
            "--jobs",
            "2");
    assertThat(cli.err()).isEmpty();
    Path other = folder.resolve("other");
    Cli.done(
        "sweep",
        "parity",
        "word-a5",
        "--by",
        "theorem1",
        "--lengths",
        "4..8/4",
        "--seeds",
        "1,2",
        "--samples",
        "4",
        "--budgets",
        "0,n/2,n+1",
        "--latex",
        "--out",
        other.toString());
    assertThat(SweepFolder.texts(folder.resolve("out")))
        .hasSize(7)
        .isEqualTo(SweepFolder.texts(other));
  }

  @Test
  void theFolderAndEveryOtherOptionMayStandInTheFile() throws IOException {
    Path inside = folder.resolve("inside");
    Path yaml =
        Files.writeString(
            folder.resolve("all.yml"),
            """
            problems: parity
            lengths: 4
            samples: 2
            seed: 7
            loops: 2
            by: loops
            arithmetic: binary64
            max-length: 8
            steps-at-most: 100
            executor: reference
            format: json
            jobs: 2
            out: %s
            """
                .formatted(inside));
    assertThat(Cli.done("sweep", yaml.toString()).json().get("rows").getAsInt()).isEqualTo(1);
    assertThat(SweepFolder.rows(inside)).hasSize(1);
  }

  @Test
  void everythingThatIsWrongIsSaidAtItsPlace() throws IOException {
    Cli cli =
        sweep(
            """
            problems: [parity]
            lenghts: 4
            lengths: 16..x
            seeds: [1, two]
            samples: many
            resume: yes
            budgets: [0, n+]
            rounding: up
            executor: gpu
            jobs: 0
            samples: 3
            format: [text, json]
            shard:
            max-length: "12..13"
            """);
    String file = folder.resolve("experiment.yaml").toString();
    assertThat(cli.err().lines().map(line -> line.replace("cot: " + file + ":", "")))
        .containsExactly(
            "2:1: found 'lenghts', expected problems or an option of 'cot sweep'; the nearest is lengths",
            "3:14: found \"x\", expected the end of the range",
            "4:12: found \"two\", expected a number, or a range such as 16..64, 16..64/8 or 16..1024*2",
            "5:10: found 'many', expected a whole number",
            "6:9: found 'yes', expected true or false",
            "7:14: budget \"n+\", column 3: it ends too early; expected a number, n, t, V, E, log, sqrt or an opening bracket",
            "8:11: Invalid value for option '--rounding': expected one of [NEAREST, TRUNCATE] (case-insensitive) but was 'up'",
            "9:11: no executor is called gpu; there are indexed, reference, nd4j, onnxruntime, tokens-only",
            "10:7: --jobs 0: expected at least 1",
            "11:1: 'samples' is given twice",
            "12:9: found a list, expected one value for --format",
            "13:7: found nothing, or no text; expected a value, or a list of them",
            "14:13: found '12..13', expected a whole number");
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          problems: [parity, nope] | 1:20: nope: no such problem in the catalogue; the nearest names are mod-K, mod-3, mod-5
          problems: [parity | 1:18: not YAML: expected ',' or ']', but got <stream end>
          problems: {a: b} | 1:11: found nothing, or no text; expected a value, or a list of them
          problems: [] | 1:11: found nothing, or no text; expected a value, or a list of them
          lengths: [4, 8, 4] | 1:11: --lengths: something is listed twice in [4, 8, 4]
          lengths: 4, 9..8 | 1:16: found 8, expected an end of at least 9
          out: elsewhere | 1:1: found out, which is given on the command line too
          """)
  void whatIsWrongIsSaidAtItsPlace(String text, String message) throws IOException {
    Cli cli = sweep(text + "\n");
    String file = folder.resolve("experiment.yaml").toString();
    assertThat(cli.err()).isEqualTo("cot: " + file + ":" + message + "\n");
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aTuringMachineInYamlIsStillAProblem() throws IOException {
    Cli cli =
        sweep(
            """
            blank: ' '
            start state: right
            input: '10'
            table:
              right:
                [1, 0]: R
                ' ': {L: accept}
              accept:
            """,
            "--lengths",
            "3",
            "--samples",
            "2");
    assertThat(cli.err()).isEmpty();
    assertThat(SweepFolder.rows(folder.resolve("out"))).isNotEmpty();
  }
}
