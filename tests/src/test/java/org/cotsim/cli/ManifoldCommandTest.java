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

class ManifoldCommandTest {

  @TempDir private Path folder;

  private static Cli measure(String... more) {
    return Cli.cot(Stream.concat(Stream.of("manifold"), Stream.of(more)).toArray(String[]::new));
  }

  private static Cli small(String... more) {
    return measure(
        Stream.concat(
                Stream.of(
                    "--manifolds=circle,ellipsoid-2",
                    "--ambient=3,12",
                    "--beta=1",
                    "--anchors=16,32,64",
                    "--samples=64,128,256",
                    "--tests=50",
                    "--repetitions=1"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private static Stream<JsonObject> list(JsonObject json, String name) {
    return json.getAsJsonArray(name).asList().stream().map(JsonElement::getAsJsonObject);
  }

  @Test
  void everyLineHasItsPointsAndItsExponents() {
    JsonObject json = small("--format=json").json();
    assertThat(list(json, "points")).hasSize(2 * 2 * 2 * 3);
    assertThat(list(json, "slopes"))
        .hasSize(2 * 2 * 2)
        .allSatisfy(
            slope -> {
              double d = slope.get("d").getAsDouble();
              boolean size = slope.get("law").getAsString().equals("size");
              assertThat(slope.get("predicted").getAsDouble()).isEqualTo(2 / (size ? d : 2 + d));
              assertThat(slope.get("measured").getAsDouble()).isPositive();
              assertThat(slope.get("measured_again").isJsonNull())
                  .as("only what lies outside 15 %% is measured again: %s", slope)
                  .isEqualTo(slope.get("within").getAsBoolean());
              assertThat(slope.get("from_spacing").isJsonNull()).isNotEqualTo(size);
            });
    assertThat(list(json, "points").map(p -> p.get("ambient").getAsInt()).distinct())
        .containsExactly(3, 12);
    assertThat(list(json, "points").map(p -> p.get("layers").getAsInt()).distinct())
        .containsExactly(4, 5);
  }

  @Test
  void anotherSeedGivesOtherFigures() {
    assertThat(small("--format=json").out()).isEqualTo(small("--format=json").out());
    JsonObject one = small("--format=json").json();
    JsonObject other = small("--format=json", "--seed=2").json();
    assertThat(other.get("points")).isNotEqualTo(one.get("points"));
  }

  @Test
  void theFilesAreComplete() throws IOException {
    Cli cli = small("--out=" + folder);
    assertThat(cli.code()).isEqualTo(Cot.DONE);
    assertThat(cli.out()).contains("Havrilla and Liao claim", "Between D = 3 and D = 12");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "manifold.csv",
              "manifold.json",
              "manifold.md",
              "manifold.html",
              "manifold.svg",
              "manifold-data.svg");
    }
    assertThat(Files.readAllLines(folder.resolve("manifold.csv"))).hasSize(1 + 24);
    assertThat(Files.readString(folder.resolve("manifold.md")))
        .contains("--out=DIR", "| size | ellipsoid-2 | 2 | 12 | 1.0 |", "Not shown");
    assertThat(Files.readString(folder.resolve("manifold.svg")))
        .contains("ellipsoid-2, D=3", "ellipsoid-2, D=12", "anchors N");
    assertThat(Files.readString(folder.resolve("manifold.html")))
        .contains("Approximation on a low-dimensional manifold", "id=\"size-title\"", "softmax");
  }

  /** The sentences come from what was measured. */
  @Test
  void anotherMeasurementIsToldInOtherFigures() {
    String one = small("--law=size").out();
    assertThat(one).contains("With 16 to 64 anchors, on manifolds of d = 1 to 2");
    assertThat(one).contains("in 4 to 5 layers").doesNotContain("With 64 to 256");
    assertThat(small("--law=data", "--seed=3").out())
        .contains("With 64 to 256 noisy samples")
        .doesNotContain("16 to 64 anchors");
  }

  @Test
  void mistakesAreOneSentence() {
    assertThat(measure("--manifolds=klein-bottle").err())
        .startsWith("cot: no manifold is called klein-bottle: expected one of circle, sphere, ");
    assertThat(measure("--manifolds=circle,circle").err())
        .isEqualTo("cot: --manifolds: something is listed twice in [circle, circle]\n");
    assertThat(measure("--ambient=65").err()).isEqualTo("cot: --ambient 65: expected 2 to 64\n");
    assertThat(measure("--manifolds=ellipsoid-6", "--ambient=6").err())
        .isEqualTo("cot: --ambient 6: ellipsoid-6 needs at least 7 dimensions\n");
    assertThat(measure("--beta=1.5").err())
        .isEqualTo("cot: --beta 1.5: expected above 0 and up to 1, or 2\n");
    assertThat(measure("--beta=2", "--law=data").err())
        .isEqualTo("cot: --beta 2: there are no slopes in samples, expected up to 1\n");
    assertThat(measure("--anchors=64").err())
        .isEqualTo("cot: --anchors: a line needs two different numbers at least\n");
    assertThat(measure("--anchors=3,64").err())
        .isEqualTo("cot: --anchors 3: expected 4 to 65536\n");
    assertThat(measure("--samples=5,500").err())
        .isEqualTo("cot: --samples 5: expected 64 to 65536\n");
    assertThat(measure("--tests=0").err()).isEqualTo("cot: --tests 0: expected 10 to 65536\n");
    assertThat(measure("--repetitions=0").err())
        .isEqualTo("cot: --repetitions 0: expected 1 to 1000\n");
    assertThat(measure("--sharpness=0").err())
        .isEqualTo("cot: --sharpness 0.0: expected above 0 and up to 1000.0\n");
    assertThat(measure("--noise=NaN").err())
        .isEqualTo("cot: --noise NaN: expected above 0 and up to 1000.0\n");
    assertThat(measure("--law=murphy").err())
        .isEqualTo("cot: --law murphy: expected size, data or both\n");
    assertThat(measure("--law=murphy").code()).isEqualTo(Cot.BAD_INPUT);
  }
}
