package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.Test;

/** Models that were made elsewhere in a sweep. */
class TrainedModelSweepTest extends TrainedModels {

  @Test
  void aSweepOfTrainedModelsAloneBuildsNothing() throws IOException {
    bigram(saysOne()).write(model);
    vocabulary();
    Path out = folder.resolve("sweep");
    for (String[] option :
        new String[][] {{"--executor", "reference"}, {"--hash", "plain"}, {"--by", "cascade"}}) {
      Cli cli =
          Cli.cot("sweep", named, "--lengths", "4", option[0], option[1], "--out", out.toString());
      assertThat(cli.code()).isEqualTo(2);
      assertThat(cli.err()).contains(option[0]);
    }
    assertThat(out).doesNotExist();
  }

  @Test
  void aSweepMeasuresItBesideTheDecoderBuiltByHand() throws IOException {
    Cli.done("export", "parity", "--max-length", "8", "--out", model.toString());
    Path other = folder.resolve("one.onnx");
    bigram(saysOne()).write(other);
    vocabulary();
    Path out = folder.resolve("sweep");
    String[] command = {
      "sweep",
      "parity",
      named,
      "model:" + other,
      "--lengths",
      "4,8",
      "--samples",
      "40",
      "--budgets",
      "0,n/2,n+1",
      "--out",
      out.toString()
    };
    assertThat(Cli.done(command).out())
        .contains("every sampled word was answered right at and above the claimed number of steps");
    List<String> rows = Files.readAllLines(out.resolve("results.csv"));
    assertThat(rows).hasSize(1 + 3 * 2 * 3);
    List<String> built = accuracies(rows, "theorem1");
    assertThat(accuracies(rows, model.toString())).isEqualTo(built);
    assertThat(accuracies(rows, other.toString())).hasSize(6).isNotEqualTo(built);
    assertThat(Files.readString(out.resolve("report.md")))
        .contains(
            "**parity answers every sampled input right with at least the claimed number of steps;",
            "parity by "
                + other
                + " answers 50.0 % of the inputs right with at least as many steps")
        .contains("Of a decoder from a file nothing is claimed");
    assertThat(Files.readString(out.resolve("lengths.svg")))
        .contains("Accuracy against the length of the input", "theorem1, n+1 steps");
    String[] again = Arrays.copyOf(command, command.length + 1);
    again[command.length] = "--resume";
    Cli.done(again);
    bigram(new double[TOKENS][TOKENS]).write(other);
    assertThat(Cli.cot(again).code()).isEqualTo(Cot.BAD_INPUT); // it is another model now
  }

  @Test
  void aSweepDoesNotGoOnWithOtherTokensBesideTheModel() throws IOException {
    bigram(saysOne()).write(model);
    Path tokens = vocabulary();
    String[] asked = {"sweep", named, "--lengths", "4", "--budgets", "n+1", "--samples", "4"};
    String[] out = {"--out", folder.resolve("sweep").toString()};
    String[] command = Stream.of(asked, out).flatMap(Arrays::stream).toArray(String[]::new);
    Cli.done(command);
    String[] again = Arrays.copyOf(command, command.length + 1);
    again[command.length] = "--resume";
    Cli.done(again);
    Files.writeString(tokens, Files.readString(tokens) + "\n");
    assertThat(Cli.cot(again).code()).isEqualTo(Cot.BAD_INPUT);
  }

  /** Cells beyond the positions of a model are named and passed over. */
  @Test
  void whatItCannotReadIsPassedOver() throws IOException {
    Path short_ = fixture("sequence.onnx");
    fixture("vocabulary.json");
    Cli cli =
        Cli.cot(
            "sweep",
            "model:" + short_,
            "--lengths",
            "4,64",
            "--samples",
            "4",
            "--budgets",
            "0",
            "--out",
            folder.resolve("sweep").toString());
    assertThat(cli.code()).isEqualTo(Cot.CHECK_FAILED);
    assertThat(cli.err())
        .startsWith(
            "cot: parity by " + short_ + ", n = 64: " + short_ + " does not run on 66 tokens: ");
  }

  /** Problem, way, budget and the four counts of each row. */
  private static List<String> accuracies(List<String> rows, String by) {
    return rows.stream()
        .map(row -> row.split(",", -1))
        .filter(fields -> fields[1].equals(by))
        .map(fields -> String.join(",", Arrays.copyOfRange(fields, 3, 17)))
        .toList();
  }
}
