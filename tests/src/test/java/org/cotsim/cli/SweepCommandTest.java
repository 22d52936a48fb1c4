package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cotsim.cli.SweepFolder.rows;
import static org.cotsim.cli.SweepFolder.texts;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cotsim.benchmarks.cli.Cot;
import org.cotsim.benchmarks.experiment.sweep.SweepHeader;
import org.cotsim.benchmarks.report.SweepJournal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepCommandTest {

  @TempDir private Path folder;

  private String[] sweep(Path out, String... more) {
    return Stream.concat(
            Stream.of("sweep", "--out", out.toString()),
            Stream.concat(
                List.of(more).contains("--samples") ? Stream.of() : Stream.of("--samples", "20"),
                Stream.of(more)))
        .toArray(String[]::new);
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
        .containsExactly("accuracy.svg", "cells.jsonl", "report.md", "results.csv", "results.json");
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
    assertThat(texts(folder)).hasSize(5).isEqualTo(first);
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
  void aCellThatCannotBeMeasuredDoesNotEndThoseAfterIt() throws IOException {
    String[] what = {
      "parity",
      "--lengths",
      "8,200,16",
      "--hash",
      "scaled",
      "--arithmetic",
      "binary32",
      "--budgets",
      "n"
    };
    Cli sweep = Cli.cot(sweep(folder, what));
    String sentence =
        "parity, n = 200: an input of 200 and a chain of 201 tokens are not certified in binary32";
    assertThat(sweep.err()).startsWith("cot: " + sentence);
    assertThat(sweep.code()).isEqualTo(Cot.CHECK_FAILED);
    assertThat(rows(folder)).extracting(row -> row.get("n").getAsInt()).containsExactly(8, 16);
    assertThat(texts(folder).get("results.json"))
        .contains("\"finished\": true", "\"cells_not_measured\": [\n      \"" + sentence);
    assertThat(texts(folder).get("report.md")).contains("Not measured: " + sentence);
    Map<String, String> before = texts(folder);
    Cli again = Cli.cot(sweep(folder, more(what, "--resume")));
    assertThat(again).isEqualTo(sweep);
    assertThat(texts(folder)).isEqualTo(before);
  }

  private static String[] more(String[] what, String... more) {
    return Stream.concat(Stream.of(what), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void aSweepThatWasStoppedGoesOnToTheSameBytes() throws IOException {
    Path whole = folder.resolve("whole");
    String[] what = {"parity", "word-a5", "--lengths", "3,5,9", "--budgets", "0,log,n"};
    Cli.done(sweep(whole, what));
    List<String> lines = texts(whole).get("cells.jsonl").lines().toList();
    for (int cells = 0; cells <= 6; cells++) {
      Path part = Files.createDirectory(folder.resolve("part" + cells));
      String kept = String.join("\n", lines.subList(0, 1 + cells));
      Files.writeString(part.resolve("cells.jsonl"), kept + "\n{\"problem\":\"par");
      Files.writeString(part.resolve(".cot-0.tmp"), "left by a killed process");
      Cli.done(sweep(part, more(what, "--resume")));
      assertThat(texts(part)).as("from %d cells", cells).isEqualTo(texts(whole));
    }
  }

  @Test
  void resultsAreNeverReplacedUnasked() throws IOException {
    String[] what = {"parity", "--lengths", "4", "--budgets", "n"};
    Cli.done(sweep(folder, what));
    Map<String, String> before = texts(folder);
    requireRefused(
        "there are results in %s already: --resume goes on with them, --overwrite replaces them",
        what);
    requireRefused(
        "the results in %s are those of another sweep, with --seed 1, not 2: give what was given"
            + " then, or --overwrite",
        more(what, "--resume", "--seed", "2"));
    Files.writeString(folder.resolve("cells.jsonl"), before.get("cells.jsonl") + "{}\n");
    requireRefused(
        "%s/cells.jsonl:3: found what no sweep wrote, expected a finished cell; --overwrite starts"
            + " again",
        more(what, "--resume"));
    Files.delete(folder.resolve("cells.jsonl"));
    requireRefused("there are results in %s already: --overwrite replaces them", what);
    requireRefused(
        "there are results in %s already: --overwrite replaces them", more(what, "--resume"));
    Cli.done(sweep(folder, more(what, "--overwrite")));
    assertThat(texts(folder)).isEqualTo(before);
  }

  private void requireRefused(String sentence, String... what) {
    Cli cli = Cli.cot(sweep(folder, what));
    assertThat(cli.err()).isEqualToNormalizingNewlines("cot: " + sentence.formatted(folder) + "\n");
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
  }

  @Test
  void twoSweepsIntoOneFolderAreKeptApart() throws IOException {
    SweepHeader any = new SweepHeader(Map.of(), "cot", 1, List.of(), List.of());
    try (SweepJournal other = SweepJournal.open(folder, any, SweepJournal.Earlier.REFUSE)) {
      assertThat(other.cells()).isEmpty();
      requireRefused("another sweep is writing into %s", "parity", "--lengths", "4");
    }
  }

  @Test
  void theDefaultsAreEnoughForAMachineOfTheList() throws IOException {
    Cli.done(sweep(folder, "palindrome", "--lengths", "200", "--samples", "2", "--budgets", "t"));
    assertThat(rows(folder).get(0).get("steps").getAsLong()).isGreaterThan(10_000);
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "parity --lengths 8,4,8 | --lengths: something is listed twice in [8, 4, 8]",
        "parity mod-3 parity --lengths 4 | PROBLEM: something is listed twice in [parity, mod-3, parity]",
        "parity --by cascade,cascade --lengths 4 | --by: something is listed twice in [cascade, cascade]",
        "parity --budgets n,0,n --lengths 4 | budget \"n\": it is there twice",
      })
  void nothingIsMeasuredTwice(String what, String sentence) {
    Cli cli = Cli.cot(sweep(folder, what.split(" ", -1)));
    assertThat(cli.err()).isEqualTo("cot: " + sentence + "\n");
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void nothingIsSaidOfAClaimThatNoBudgetReaches() {
    Cli sweep =
        Cli.done(
            "sweep",
            "parity",
            "--lengths",
            "4",
            "--budgets",
            "0",
            "--samples",
            "3",
            "--out",
            folder.resolve("short").toString());
    assertThat(sweep.out()).contains("no budget reached the claimed number of steps");
    JsonObject summary =
        Cli.done(
                sweep(
                    folder.resolve("json"),
                    "parity",
                    "--lengths",
                    "4",
                    "--budgets",
                    "0",
                    "--format",
                    "json"))
            .json();
    assertThat(summary.get("all_right_at_claim").isJsonNull()).isTrue();
  }
}
