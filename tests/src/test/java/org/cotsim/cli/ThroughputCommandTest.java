package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThroughputCommandTest {

  @TempDir private Path folder;

  private static Cli measure(String... more) {
    return Cli.cot(Stream.concat(Stream.of("throughput"), Stream.of(more)).toArray(String[]::new));
  }

  @Test
  void everyTokenOfEveryBatchIsCountedAndCompared() {
    JsonObject json =
        measure(
                "parity",
                "--executor=nd4j",
                "--against=indexed,reference",
                "--length=12",
                "--batches=3,1",
                "--warm-up=0",
                "--bandwidth=10",
                "--operations",
                "--format=json")
            .json();
    assertThat(json.get("right").getAsBoolean()).isTrue();
    assertThat(json.get("n").getAsInt()).isEqualTo(11);
    assertThat(rows(json).map(row -> row.get("executor").getAsString()).distinct())
        .containsExactly("nd4j", "indexed", "reference");
    assertThat(rows(json))
        .allSatisfy(
            row -> {
              long words = row.get("words").getAsLong();
              assertThat(row.get("tokens").getAsLong()).isEqualTo(12 * words);
              assertThat(row.get("tokens_per_second").getAsDouble()).isPositive();
              boolean decoded = row.get("mode").getAsString().equals("decoding");
              assertThat(row.get("choose_seconds").isJsonNull()).isNotEqualTo(decoded);
              boolean scans = decoded && row.get("executor").getAsString().equals("nd4j");
              assertThat(row.get("floor_seconds_per_step").isJsonNull()).isNotEqualTo(scans);
            });
    assertThat(rows(json).filter(row -> !row.getAsJsonArray("operations_per_step").isEmpty()))
        .as("of nd4j, decoding")
        .hasSize(2)
        .allSatisfy(row -> assertThat(row.toString()).contains("matmul", "cache write"));
    assertThat(rows(json).map(row -> row.get("batch").getAsInt())).startsWith(1, 3, 1, 3);
  }

  @Test
  void theLeastTimeOfAStepIsItsKeysAtTheBandwidth() {
    JsonObject json =
        measure(
                "parity",
                "--executor=nd4j",
                "--length=1",
                "--batches=1,2",
                "--mode=decode",
                "--warm-up=0",
                "--bandwidth=1",
                "--format=json")
            .json();
    double one = rows(json).findFirst().orElseThrow().get("cache_bytes_per_step").getAsDouble();
    assertThat(one).isPositive();
    JsonObject two = rows(json).skip(1).findFirst().orElseThrow();
    assertThat(two.get("cache_bytes_per_step").getAsDouble()).isEqualTo(2 * one);
    assertThat(two.get("floor_seconds_per_step").getAsDouble()).isEqualTo(2 * one / 1e9);
  }

  @Test
  void theFilesAreComplete() throws IOException {
    Cli cli =
        measure(
            "palindrome",
            "--executor=reference",
            "--length=20",
            "--batches=1",
            "--warm-up=0",
            "--out=" + folder);
    assertThat(cli.code()).isEqualTo(Cot.DONE);
    assertThat(cli.out()).contains("batch of 1", "reference: plain Java, binary64");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "palindrome.csv", "palindrome.json", "palindrome.md", "palindrome.svg");
    }
    assertThat(Files.readString(folder.resolve("palindrome.md")))
        .contains("cot throughput palindrome", "--out=DIR", "| reference | decoding | 1 |");
    assertThat(Files.readAllLines(folder.resolve("palindrome.csv"))).hasSize(3);
    assertThat(Files.readString(folder.resolve("palindrome.csv")))
        .startsWith("executor,backend,mode,batch,words,tokens,")
        .contains("\nreference,\"plain Java, binary64\",decoding,1,")
        .contains("\nreference,\"plain Java, binary64\",one pass,1,");
    assertThat(Files.readString(folder.resolve("palindrome.svg")))
        .contains("reference, decoding", "reference, one pass", "sequences side by side");
  }

  @Test
  void aWrongTokenFailsTheCommand() {
    Cli cli =
        measure(
            "parity",
            "--executor=reference",
            "--arithmetic=binary32",
            "--hash=plain",
            "--uncertified",
            "--length=400",
            "--batches=1",
            "--warm-up=0");
    assertThat(cli.code()).isEqualTo(Cot.CHECK_FAILED);
    assertThat(cli.out()).contains("NO");
  }

  @Test
  void mistakesAreOneSentence() {
    assertThat(measure("parity", "--batches=0").err())
        .isEqualTo("cot: --batches 0: expected at least 1\n");
    assertThat(measure("parity", "--batches=1,2000000").err())
        .isEqualTo("cot: --batches 2000000: expected at most 131072\n");
    assertThat(measure("parity", "--warm-up=-1").err())
        .isEqualTo("cot: --warm-up -1.0: expected at least 0\n");
    assertThat(measure("parity", "--operations").err())
        .isEqualTo("cot: --operations is for decoding with the executor nd4j\n");
    assertThat(measure("parity", "--bandwidth=5", "--mode=one-pass", "--executor=nd4j").err())
        .isEqualTo("cot: --bandwidth is for decoding with the executor nd4j\n");
    assertThat(measure("parity", "--length=0").err())
        .isEqualTo("cot: --length 0: expected at least 1\n");
    assertThat(measure("parity", "--mode=twice").err())
        .isEqualTo("cot: --mode twice: expected decode, one-pass or both\n");
    assertThat(measure("parity", "--bandwidth=-1").err())
        .isEqualTo("cot: --bandwidth -1.0: expected more than 0\n");
    assertThat(measure("parity", "--patience=0").err())
        .isEqualTo("cot: --patience 0.0: expected more than 0\n");
    assertThat(measure("graph:here.edges").err()).startsWith("cot: a graph:FILE is one input;");
  }

  private static Stream<JsonObject> rows(JsonObject json) {
    return json.getAsJsonArray("rows").asList().stream().map(JsonElement::getAsJsonObject);
  }
}
