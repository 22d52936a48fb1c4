package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command that takes a problem takes hops. */
class HopCommandsTest {

  private static final String CYCLE = "1 2 3 4 0 s=0 t=3";

  @TempDir private Path folder;

  @Test
  void listNamesTheFamily() {
    assertThat(Cli.done("list").out()).contains("Hops: hops-1, hops-log, hops-sqrt, hops-half");
    assertThat(Cli.done("list", "--format", "json").json().getAsJsonArray("hops")).hasSize(4);
  }

  @Test
  void runEmitsThePointsAndThenTheAnswer() {
    assertThat(Cli.done("run", "hops-3", "--word", CYCLE, "--show-chain").out())
        .contains("chain     1 2 3\n")
        .contains("accept; the oracle says accept");
    assertThat(Cli.done("run", "hops-7", "--word", CYCLE, "--show-chain").out())
        .contains("chain     1 2 3 4 0 1 2\n")
        .contains("reject; the oracle says reject");
    JsonObject forced =
        Cli.cot("run", "hops-3", "--word", CYCLE, "--budget", "2", "--format", "json").json();
    assertThat(forced.get("answer").getAsString()).isEqualTo("reject");
    assertThat(forced.get("right").getAsBoolean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"indexed", "reference", "nd4j", "onnxruntime"})
  void checkFindsNoCounterexample(String executor) {
    assertThat(Cli.done("check", "hops-log", "--exhaustive", "3", "--executor", executor).out())
        .contains("260 right, 0 wrong")
        .contains("all functions on up to 3 points, with every s and t");
  }

  @Test
  void checkDrawsAsManyAcceptedAsRejected() {
    assertThat(Cli.done("check", "hops-sqrt", "--random", "100", "--length", "256").out())
        .contains("100 right, 0 wrong; 1600 intermediate tokens")
        .contains("50 of them accepted and 50 rejected");
    assertThat(Cli.done("check", "hops-log", "--random", "4", "--length", "2000").out())
        .contains("4 right, 0 wrong; 44 intermediate tokens");
  }

  /** What log n steps buy with tokens that name points, and with a fixed vocabulary. */
  @Test
  void sweepShowsThatLogStepsHelpHopsOnly() throws IOException {
    Path out = folder.resolve("sweep");
    Cli.done(
        "sweep",
        "hops-log",
        "parity",
        "word-a5",
        "--lengths",
        "64",
        "--budgets",
        "log-1,log,n+1",
        "--samples",
        "40",
        "--out",
        out.toString());
    List<String[]> rows =
        Files.readAllLines(out.resolve("results.csv")).stream()
            .skip(1)
            .map(row -> row.replaceAll("\"[^\"]*\"", "class").split(",", -1))
            .toList();
    assertThat(rows).hasSize(9);
    assertThat(rows.get(0)).contains("hops-log", "log-1").startsWith("hops-log");
    assertThat(rows.get(0)[10]).isEqualTo("0.5");
    assertThat(rows.get(1)[10]).isEqualTo("1.0");
    for (int i : new int[] {3, 4, 6, 7}) {
      assertThat(Double.parseDouble(rows.get(i)[10]))
          .as("%s", List.of(rows.get(i)))
          .isBetween(0.2, 0.8);
    }
    assertThat(rows.get(5)[10]).isEqualTo("1.0");
    assertThat(rows.get(8)[10]).isEqualTo("1.0");
  }

  @Test
  void explainNamesEachHead() {
    assertThat(Cli.done("explain", "hops-log").out())
        .contains("2 layers, 4 heads, width 22")
        .contains("steps claimed: log n")
        .contains("class in L, not known to be in TC0")
        .contains("head \"count\" spreads", "head \"source\" the", "head \"goal\" the")
        .contains("head \"hop\" finds the image")
        .contains("in binary64: holds");
  }

  @Test
  void traceAndExportTakeHops() throws IOException {
    Path page = folder.resolve("page.html");
    Cli.done("trace", "hops-3", "--word", CYCLE, "--out", page.toString());
    assertThat(page).content().contains("Every intermediate token is one hop");
    Path model = folder.resolve("hops.json");
    Cli.done("export", "hops-3", "--out", model.toString());
    assertThat(Cli.done("run", "model:" + model, "--word", CYCLE).out())
        .contains("accept; the oracle says accept");
    Path onnx = folder.resolve("hops.onnx");
    Cli.done("export", "hops-3", "--out", onnx.toString());
    assertThat(onnx).isNotEmptyFile();
  }

  @Test
  void theGalleryPutsThemWhereLogStepsAre() throws IOException {
    Path site = folder.resolve("site");
    Cli.done("gallery", "hops-log", "hops-half", "parity", "--out", site.toString());
    String index = Files.readString(site.resolve("index.html"));
    assertThat(index.indexOf("parity.html")).isLessThan(index.indexOf("hops-log.html"));
    assertThat(index.indexOf("hops-log.html")).isLessThan(index.indexOf(">n steps<"));
    assertThat(index.indexOf(">n steps<")).isLessThan(index.indexOf("hops-half.html"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hops-0", "hops-x", "hops-", "hops-99999999999999999999", "hops--1"})
  void aMalformedNameIsRefusedWithASentence(String name) {
    Cli refused = Cli.cot("run", name, "--word", CYCLE);
    assertThat(refused.code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(refused.err()).startsWith("cot: " + name + ": ").containsOnlyOnce("\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "check hops-log --exhaustive 7; all functions can be gone through up to 6 points",
        "check hops-9 --random 2 --length 10; so at least 11 points, not 10",
        "check hops-log --random 2 --length 131073; tokens for at most 131072 points, not 131073",
        "check hops-log --conformance 1; has no conformance suite",
        "run hops-3 --word 0; s=X is missing before the last word",
        "run hops-3; --word is missing; an input is written as in --word",
        "run hops-log --by cascade --word 0; has no other way to build its decoder",
        "run hops-3 --alphabet ab --word 0; an alphabet can be given for"
      })
  void whatCannotBeDoneIsSaid(String command, String why) {
    Cli refused = Cli.cot(command.split(" ", -1));
    assertThat(refused.code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(refused.err()).contains(why);
  }
}
