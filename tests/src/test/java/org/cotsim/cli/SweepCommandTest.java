package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepCommandTest {

  @TempDir private Path folder;

  private String[] sweep(Path out, String... more) {
    return Stream.concat(
            Stream.of("sweep", "--samples", "20", "--out", out.toString()), Stream.of(more))
        .toArray(String[]::new);
  }

  private static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }

  private static List<JsonObject> rows(Path folder) throws IOException {
    return JsonParser.parseString(Files.readString(folder.resolve("results.json")))
        .getAsJsonObject()
        .getAsJsonArray("rows")
        .asList()
        .stream()
        .map(row -> row.getAsJsonObject())
        .toList();
  }

  @Test
  void theFourFilesHoldARowForEveryProblemLengthAndBudget() throws IOException {
    Path out = folder.resolve("new/folder");
    Cli sweep =
        Cli.done(sweep(out, "parity", "word-s5", "--lengths", "4,8", "--budgets", "0,n,n+1,n^2,7"));
    assertThat(sweep.out())
        .contains("4 problems and lengths, 20 rows")
        .contains("every sampled word was answered right at and above the claimed number of steps");
    assertThat(texts(out).keySet())
        .containsExactly("accuracy.svg", "report.md", "results.csv", "results.json");
    assertThat(rows(out)).hasSize(20);
    assertThat(texts(out).get("results.csv").lines()).hasSize(21);
  }

  @Test
  void atTheClaimEveryAnswerIsRightAndFreeBelowItIsForced() throws IOException {
    Cli.done(sweep(folder, "parity", "--lengths", "9", "--budgets", "0,n,n+1,n^2"));
    for (JsonObject row : rows(folder)) {
      boolean enough = row.get("steps").getAsLong() >= row.get("claimed_steps").getAsLong();
      assertThat(row.get(enough ? "answered" : "forced").getAsInt()).as("%s", row).isEqualTo(20);
      assertThat(row.get("positives").getAsInt()).as("%s", row).isEqualTo(10);
      if (enough) {
        assertThat(row.get("accuracy").getAsDouble()).as("%s", row).isEqualTo(1.0);
      }
    }
    JsonObject none = rows(folder).get(0);
    assertThat(none.get("accuracy").getAsDouble()).as("forced at q0").isEqualTo(0.5);
  }

  @Test
  void theSameCommandGivesTheSameBytes() throws IOException {
    String[] command = sweep(folder, "even-pairs", "dyck-2-3", "--lengths", "3,10", "--seed", "5");
    Cli.done(command);
    Map<String, String> first = texts(folder);
    for (String name : first.keySet()) {
      Files.delete(folder.resolve(name));
    }
    Cli.done(command);
    assertThat(texts(folder)).hasSize(4).isEqualTo(first);
  }

  @Test
  void anotherSeedGivesOtherWords() throws IOException {
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    String[] what = {"word-a5", "--lengths", "12", "--budgets", "log,sqrt,n/2,n", "--seed"};
    Cli.done(sweep(one, Stream.concat(Stream.of(what), Stream.of("1")).toArray(String[]::new)));
    Cli.done(sweep(two, Stream.concat(Stream.of(what), Stream.of("2")).toArray(String[]::new)));
    assertThat(rows(one))
        .extracting(row -> row.get("right").getAsInt())
        .isNotEqualTo(rows(two).stream().map(row -> row.get("right").getAsInt()).toList());
  }

  @Test
  void bothExecutorsMeasureTheSameRows() throws IOException {
    Path one = folder.resolve("indexed");
    Path two = folder.resolve("nd4j");
    String[] what = {"tomita-3", "--lengths", "6", "--budgets", "0,n/2,n,n+1"};
    Cli.done(sweep(one, what));
    Cli.done(
        sweep(
            two,
            Stream.concat(Stream.of(what), Stream.of("--executor", "nd4j"))
                .toArray(String[]::new)));
    assertThat(Files.readString(two.resolve("results.csv")))
        .isEqualTo(Files.readString(one.resolve("results.csv")).replace(",indexed,", ",nd4j,"));
  }

  @Test
  void finishedRowsAreKeptWhenALaterCellFails() throws IOException {
    Cli sweep =
        Cli.cot(
            sweep(
                folder,
                "parity",
                "--lengths",
                "8,200,16",
                "--budgets",
                "n,n+1",
                "--arithmetic",
                "binary32"));
    assertThat(sweep.code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(sweep.err())
        .startsWith("cot: an input of 200 and a chain of 201 tokens are not certified in binary32");
    assertThat(texts(folder)).hasSize(4);
    assertThat(rows(folder)).extracting(row -> row.get("n").getAsInt()).containsExactly(8, 8);
    assertThat(texts(folder).get("results.json")).contains("\"finished\": false");
  }

  @Test
  void theJsonSummaryCountsCellsAndRows() {
    JsonObject summary =
        Cli.done(
                sweep(folder, "parity", "--lengths", "4", "--budgets", "n,n+1", "--format", "json"))
            .json();
    assertThat(summary.get("cells").getAsInt()).isEqualTo(1);
    assertThat(summary.get("rows").getAsInt()).isEqualTo(2);
    assertThat(summary.get("all_right_at_claim").getAsBoolean()).isTrue();
  }
}
