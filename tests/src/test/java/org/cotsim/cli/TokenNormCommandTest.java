package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenNormCommandTest {

  @TempDir private Path folder;

  private static Cli small(String... more) {
    return Cli.done(
        Stream.concat(
                Stream.of(
                    "token-norm",
                    "--problems=parity,palindrome",
                    "--length=6",
                    "--inputs=3",
                    "--images=100",
                    "--strengths=0,4"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private static List<JsonObject> list(JsonObject json, String name) {
    return json.getAsJsonArray(name).asList().stream().map(JsonElement::getAsJsonObject).toList();
  }

  private static List<Double> figures(JsonObject json, String statistics, String name) {
    return list(json, "embeddings").stream()
        .filter(one -> one.get("statistics").getAsString().equals(statistics))
        .map(one -> one.get(name).getAsDouble())
        .toList();
  }

  @Test
  void decodersStayRightWithTheSameLayersAndGapsAndSomeReadLess() {
    JsonObject json = small("--format=json").json();
    List<JsonObject> decoders = list(json, "decoders");
    assertThat(decoders).hasSize(2 * 5);
    assertThat(decoders)
        .allSatisfy(
            one -> {
              assertThat(one.get("right")).isEqualTo(one.get("inputs"));
              assertThat(one.get("largest_difference").getAsDouble()).isLessThan(1e-12);
              assertThat(one.get("score_gap").getAsDouble()).isPositive();
              assertThat(one.get("head_gap").getAsDouble())
                  .as("what is certified is no more than what is seen")
                  .isGreaterThan(one.get("gap").getAsDouble() * (1 - 1e-9));
            });
    for (String same : List.of("layers", "head_gap", "score_gap")) {
      assertThat(decoders.subList(0, 5).stream().map(one -> one.get(same)).distinct()).hasSize(1);
      assertThat(decoders.subList(5, 10).stream().map(one -> one.get(same)).distinct()).hasSize(1);
    }
    assertThat(decoders.subList(0, 4).stream().map(one -> one.get("projections")).distinct())
        .as("parity, but with all special tokens apart")
        .hasSize(1);
    List<Integer> palindrome =
        decoders.subList(5, 10).stream().map(one -> one.get("projections").getAsInt()).toList();
    assertThat(palindrome.get(3)).isLessThan(palindrome.get(0));
    assertThat(palindrome.get(4)).isLessThan(palindrome.get(3));
  }

  /** What every special token has in common is taken off by their own mean. */
  @Test
  void onlyStatisticsOfItsOwnAreBlindToTheSpecialTokensEmbedding() {
    JsonObject json = small("--format=json").json();
    List<Double> own = figures(json, "separate", "uniformity");
    List<Double> layer = figures(json, "layer", "uniformity");
    assertThat(own.get(1)).isCloseTo(own.get(0), within(1e-9));
    assertThat(layer.get(1)).isGreaterThan(layer.get(0) / 2).isGreaterThan(own.get(1));
    assertThat(figures(json, "shared", "uniformity").get(1)).isGreaterThan(own.get(1));
    assertThat(figures(json, "layer", "alignment").get(1))
        .isLessThan(figures(json, "separate", "alignment").get(1));
  }

  @Test
  void theSameSeedGivesTheSameAndAnotherOneOther() {
    String one = small("--format=json").out();
    assertThat(small("--format=json").out()).isEqualTo(one);
    assertThat(list(small("--format=json", "--seed=2").json(), "embeddings"))
        .isNotEqualTo(list(small("--format=json").json(), "embeddings"));
  }

  @Test
  void theFilesAreComplete() throws IOException {
    String text = small("--out=" + folder).out();
    assertThat(text).contains("parity: a norm of its own for start or think token buys nothing");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "token-norm.json",
              "token-norm.csv",
              "token-norm-images.csv",
              "token-norm.svg",
              "token-norm.md");
    }
    assertThat(Files.readAllLines(folder.resolve("token-norm.csv"))).hasSize(1 + 10);
    assertThat(Files.readAllLines(folder.resolve("token-norm-images.csv"))).hasSize(1 + 8);
    assertThat(Files.readString(folder.resolve("token-norm.svg"))).contains("own-mean", "<svg");
    assertThat(Files.readString(folder.resolve("token-norm.md")))
        .contains("--out=DIR", "| palindrome | both |", "Not shown", "2309.12931");
  }

  @Test
  void mistakesAreOneSentence() {
    requireSentence("--length=0", "--length 0: expected 1 to 64");
    requireSentence("--inputs=0", "--inputs 0: expected 1 to 1000");
    requireSentence("--width=1", "--width 1: expected 2 to 1024");
    requireSentence("--patches=65", "--patches 65: expected 1 to 64");
    requireSentence("--images=5", "--images 5: expected 10 to 2000");
    requireSentence("--strengths=-1", "--strengths -1.0: expected 0 to 1000000");
    requireSentence("--strengths=NaN", "--strengths NaN: expected 0 to 1000000");
    requireSentence("--strengths=1,1", "--strengths: something is listed twice in [1.0, 1.0]");
    requireSentence(
        "--problems=parity,parity", "--problems: something is listed twice in [parity, parity]");
    requireSentence("nothere.csv", "nothere.csv: there is no such file or folder");
  }

  private static void requireSentence(String argument, String sentence) {
    Cli cli = Cli.cot("token-norm", argument);
    assertThat(cli.err()).isEqualTo("cot: " + sentence + "\n");
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(cli.out()).isEmpty();
  }
}
