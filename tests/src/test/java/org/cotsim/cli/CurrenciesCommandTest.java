package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cotsim.benchmarks.cli.Cot;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.StepLimits;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Norm;
import org.cotsim.simulator.model.Transformer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurrenciesCommandTest {

  private static final int N = 8;
  private static final int SAMPLES = 4;

  private static List<JsonObject> objects(JsonObject table, String list) {
    return table.getAsJsonArray(list).asList().stream().map(JsonElement::getAsJsonObject).toList();
  }

  private static List<String> ways(JsonObject table, String list) {
    return objects(table, list).stream()
        .map(row -> row.get("problem").getAsString() + " " + row.get("by").getAsString())
        .toList();
  }

  private static long figure(JsonObject row, String key) {
    return row.get(key).getAsLong();
  }

  @Test
  void everyFigureIsWhatTheModelAndTheTheoremsSay() throws Exception {
    JsonObject table = table("parity", "word-a5");
    assertThat(ways(table, "rows"))
        .containsExactly(
            "parity theorem1",
            "parity cascade",
            "parity loops",
            "word-a5 theorem1",
            "word-a5 loops");
    assertThat(ways(table, "left_out"))
        .containsExactly("parity ordered", "word-a5 cascade", "word-a5 ordered");
    for (JsonObject row : objects(table, "rows")) {
      String problem = row.get("problem").getAsString();
      String by = row.get("by").getAsString();
      Transformer model = model(problem, by);
      int steps = by.equals("theorem1") ? N + 1 : 0;
      int context = 1 + N + 1 + steps;
      assertThat(figure(row, "n")).isEqualTo(N);
      assertThat(figure(row, "steps")).as(by).isEqualTo(steps);
      assertThat(figure(row, "loops")).as(by).isEqualTo(by.equals("loops") ? 4 : 1);
      assertThat(figure(row, "padding") + figure(row, "thoughts")).isZero();
      assertThat(figure(row, "context")).as(by).isEqualTo(context);
      assertThat(figure(row, "layers") - 1 + figure(row, "loops"))
          .as(by)
          .isEqualTo(model.layers().size());
      assertThat(figure(row, "depth")).as(by).isEqualTo(model.layers().size());
      assertThat(row.get("currency").getAsString()).isEqualTo(by.equals("loops") ? by : "steps");
      int need = by.equals("loops") ? 4 : steps;
      assertThat(figure(row, "needed_claimed")).as(by).isEqualTo(need);
      assertThat(figure(row, "needed_observed")).as(by).isEqualTo(need);
      assertThat(row.get("needed_mean").getAsDouble()).as(by).isEqualTo(need);
      assertThat(figure(row, "right")).as(by).isEqualTo(SAMPLES);
      assertThat(figure(row, "wrong")).as(by).isZero();
      assertThat(figure(row, "operations")).as(by).isEqualTo(operations(model, context, steps + 1));
      assertThat(row.get("seconds").getAsDouble()).isPositive();
      JsonObject explained =
          Cli.done("explain", problem, "--by", by, "--max-length", "8", "--format", "json")
              .json()
              .getAsJsonObject("model");
      assertThat(figure(row, "nonzeros")).as(by).isEqualTo(figure(explained, "non_zeros"));
      assertThat(figure(row, "width")).as(by).isEqualTo(figure(explained, "width"));
    }
  }

  /** What is computed for each token in turn, with the keys and values before it kept. */
  private static long operations(Transformer model, int context, int emitted) {
    long sum = 0;
    for (int token = 0; token < context; token++) {
      for (Layer layer : model.layers()) {
        sum += nonZeros(layer.attention().norm()) + nonZeros(layer.feedForward().norm());
        sum += layer.feedForward().first().nonZeros() + layer.feedForward().second().nonZeros();
        for (Head head : layer.attention().heads()) {
          long seen = head.mask().visible(token + 1);
          sum += head.nonZeros() + seen * (head.keySize() + head.valueSize());
        }
      }
    }
    return sum + (long) emitted * model.output().map().nonZeros();
  }

  private static long nonZeros(Norm norm) {
    return norm.projections().stream().mapToLong(Matrix::nonZeros).sum();
  }

  private static Transformer model(String name, String by) throws Exception {
    Problem<?> problem = Problems.find(name, Optional.empty(), StepLimits.AS_NEEDED);
    return WaysToBuild.built(problem, Recipe.valueOf(by.toUpperCase(Locale.ROOT)))
        .construction(ConstructionOptions.defaults())
        .compile(new Extent(N, 2 * N))
        .model();
  }

  private static JsonObject table(String... problems) {
    return Cli.done(
            Stream.concat(
                    Stream.of("currencies"),
                    Stream.concat(
                        Stream.of(problems),
                        Stream.of("--lengths", "8", "--samples", "4", "--format", "json")))
                .toArray(String[]::new))
        .json();
  }

  @Test
  void aProblemOfOneWayHasOneRow() {
    JsonObject table = table("hops-2", "graph-path-by-machine");
    assertThat(ways(table, "rows")).containsExactly("hops-2 ", "graph-path-by-machine ");
    assertThat(table.getAsJsonArray("left_out")).isEmpty();
    JsonObject hops = objects(table, "rows").get(0);
    assertThat(figure(hops, "steps")).isEqualTo(2);
    assertThat(objects(table, "rows"))
        .allSatisfy(row -> assertThat(figure(row, "right")).isEqualTo(SAMPLES));
  }

  @Test
  void theFilesHoldTheRowsThatArePrinted(@TempDir Path folder) throws IOException {
    Path out = folder.resolve("new/folder");
    Cli cli =
        Cli.done(
            "currencies", "parity", "--lengths", "0,3", "--samples", "2", "--out", out.toString());
    assertThat(cli.out())
        .contains("Every answer agrees with the oracle and took as many steps as claimed.")
        .contains("left out: parity has no decoder --by ordered")
        .contains("written to " + out)
        .containsPattern("(?m)^parity +loops +3 +loops +2 +2 +0 +2 +0 +0 +5 ")
        .containsPattern("(?m)^parity +theorem1 +0 +steps +1 +0 +1 +1 +0 +0 +3 ")
        .contains("rate: parity, n = 3, by cascade: 0 steps instead of 4 steps by theorem1, ")
        .contains("known floor: parity: steps grow at least like n for unique hard attention")
        .contains("arXiv 2502.02393); it does not apply here: the decoders here average over ties");
    JsonObject json =
        JsonParser.parseString(Files.readString(out.resolve("currencies.json"))).getAsJsonObject();
    assertThat(json.getAsJsonArray("rows")).hasSize(6);
    assertThat(json.get("command").getAsString()).endsWith("--samples 2 --out DIR");
    assertThat(Files.readString(out.resolve("currencies.csv")).lines())
        .hasSize(7)
        .startsWith(
            "problem,by,n,steps,loops,padding,thoughts,context,layers,width,nonzeros,right,wrong,operations,seconds,depth,currency,needed_claimed,needed_observed,needed_mean");
    assertThat(Files.readString(out.resolve("currencies.svg")))
        .startsWith("<svg")
        .contains("parity by loops, n = 3", "loops: 2 loops at n = 3", "so not for these")
        .endsWith("</svg>\n");
    assertThat(Files.readString(out.resolve("currencies.md")))
        .contains("## What is left out", "- parity has no decoder --by ordered")
        .contains("## What is known to be needed at least", "## What one buys instead of another");
    assertThat(Files.readString(out.resolve("currencies.html")))
        .contains(
            "default-src 'none'", "<th scope=\"col\">observed</th>", "<h3>Where it does not pay")
        .doesNotContain("{{");
  }

  @Test
  void reachabilityIsBoughtInFourWays() {
    JsonObject table = table("graph-path");
    assertThat(ways(table, "rows"))
        .containsExactlyInAnyOrder(
            "graph-path search",
            "graph-path thoughts",
            "graph-path squaring",
            "graph-path padding");
    for (JsonObject row : objects(table, "rows")) {
      assertThat(figure(row, "right")).as("%s", row).isEqualTo(SAMPLES);
      assertThat(figure(row, "needed_observed"))
          .as("%s", row)
          .isBetween(1L, figure(row, "needed_claimed"));
      boolean thinks = row.get("by").getAsString().equals("thoughts");
      assertThat(figure(row, "thoughts") > 0).as("%s", row).isEqualTo(thinks);
      switch (row.get("by").getAsString()) {
        case "squaring" -> {
          assertThat(figure(row, "needed_claimed")).isEqualTo(3).isEqualTo(figure(row, "loops"));
          assertThat(figure(row, "padding")).isEqualTo(N * (3 + 1));
        }
        case "padding" -> {
          int blanks = N * N + 3 * (N * N * N + N * N);
          assertThat(figure(row, "needed_claimed")).isEqualTo(blanks);
          assertThat(figure(row, "padding")).isEqualTo(blanks);
          assertThat(row.get("currency").getAsString()).isEqualTo("padding");
        }
        default -> assertThat(figure(row, "padding")).isZero();
      }
    }
    assertThat(objects(table, "floors"))
        .extracting(floor -> floor.get("of").getAsString() + " " + floor.get("shape").getAsString())
        .containsExactly("steps log(n)", "width V");
  }

  @Test
  void whatAnExecutorDoesNotCarryEndsOneRow() {
    Cli cli =
        Cli.done(
            "currencies",
            "graph-path",
            "--lengths",
            "8",
            "--samples",
            "2",
            "--executor",
            "indexed");
    assertThat(cli.out())
        .contains("left out: graph-path by thoughts, n = 8: indexed cannot feed a vector back")
        .containsPattern("graph-path +squaring +8 ");
  }

  /** On a path a thought holds a vertex or two, so that there are as many as the distance. */
  @Test
  void thoughtsSaveLittleOnAPath() {
    Cli cli =
        Cli.done(
            ("currencies graph-path-directed graph-layered-dag --lengths 40 --samples 6"
                    + " --tokens-at-most 1000")
                .split(" ", -1));
    assertThat(cli.out())
        .contains("saves little: graph-path-directed, n = 40: thoughts do not pay, ")
        .doesNotContain("saves little: graph-layered-dag")
        .contains("left out: graph-path-directed by padding, n = 40: a prompt and chain of")
        .contains("are more than the 1000 of --tokens-at-most");
  }

  @Test
  void aFloorIsSaidToApplyOnlyWhereItsModelIsTheOneBuilt() {
    JsonObject table = table("parity", "word-a5");
    assertThat(objects(table, "floors"))
        .extracting(
            floor ->
                floor.get("problem").getAsString()
                    + " "
                    + floor.get("shape").getAsString()
                    + " "
                    + floor.get("applies").getAsBoolean()
                    + " "
                    + floor.get("amount").getAsLong())
        .containsExactly("parity n false 8", "word-a5 log(n) true 3");
  }

  @Test
  void aWrongAnswerFails() {
    Cli cli =
        Cli.cot(
            "currencies",
            "word-a5",
            "--lengths",
            "40",
            "--samples",
            "2",
            "--arithmetic",
            "bits:6",
            "--uncertified");
    assertThat(cli.code()).isEqualTo(Cot.CHECK_FAILED);
    assertThat(cli.out()).contains("DID NOT AGREE WITH THE ORACLE");
  }

  @Test
  void aProblemWithoutARowAtALengthIsAnError() {
    Cli cli = Cli.cot("currencies", "graph-path", "hops-2", "--lengths", "4,9", "--samples", "1");
    assertThat(cli.err()).isEqualTo("cot: graph-path: graphs have at least 8 vertices, not 4\n");
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(cli.out())
        .containsPattern("(?m)^graph-path +search +9 ")
        .containsPattern("(?m)^hops-2 +- +4 ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "parity --samples 0 | --samples 0: expected at least 1",
        "parity --lengths 4,-1 | --lengths -1: a length is at least 0",
        "parity --lengths 4,4 | --lengths: something is listed twice in [4, 4]",
        "parity parity | PROBLEM: something is listed twice in [parity, parity]",
        "parity --steps-at-most 0 | --steps-at-most 0: expected at least 1",
        "graph-path --lengths 600 | graph-path, n = 600: graph-path has tokens for all pairs of at"
            + " most 512 vertices, not 600",
        "parity --out /dev/null/x | cannot write into folder /dev/null/x: /dev/null is not a folder",
      })
  void badInputIsOneSentence(String what, String sentence) {
    Cli cli = Cli.cot(("currencies " + what).split(" ", -1));
    assertThat(cli.err()).isEqualTo("cot: " + sentence + "\n");
    assertThat(cli.out()).isEmpty();
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
  }
}
