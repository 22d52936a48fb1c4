package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every command that takes a problem takes a formula. */
class LogicCommandsTest {

  private static final String DYCK = "formula:#(l) = #(r) & H #(l) >= #(r)";

  @Test
  void explainNamesEachHeadByItsOperator() {
    String text = Cli.done("explain", DYCK).out();
    assertThat(text)
        .contains("3 layers, 5 heads")
        .contains("steps claimed: 0")
        .contains("head \"#(l)\" average:")
        .contains("head \"H (#(l) >= #(r))\" ever:")
        .contains("head \"answer\" last:")
        .contains("the letters are l r");
    assertThat(Cli.done("explain", "formula:(a S b) | Y a | #(a) % 2 = 0").out())
        .contains("head \"a S b\" last:")
        .contains("head \"Y a\" last:")
        .contains("head \"#(a) mod 2\" average:")
        .contains("head \"#(a) % 2 = 0\" equal:");
  }

  @ParameterizedTest
  @CsvSource({"llrr, accept", "lrrl, reject", "'', accept", "l, reject"})
  void runAnswersWithoutAStep(String word, String answer) {
    JsonObject run = Cli.done("run", DYCK, "--word", word, "--format", "json").json();
    assertThat(run.get("answer").getAsString()).isEqualTo(answer);
    assertThat(run.get("steps").getAsInt()).isZero();
    assertThat(run.get("right").getAsBoolean()).isTrue();
  }

  @Test
  void runReadsCraspAndLtlf(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("dyck.crasp");
    Files.writeString(file, "L := #(l)\nR := #(r)\nV := L < R\nC := #(V)\nD := L = R & C <= 0\n");
    assertThat(Cli.done("run", file.toString(), "--word", "llrlrr").out()).contains("accept");
    assertThat(Cli.done("run", "ltlf:G(a -> X b)", "--word", "abab").out())
        .contains("answered by itself after 5 intermediate tokens")
        .contains("accept; the oracle says accept");
    Files.writeString(file, "L := #(l\nR := L + Q\n");
    Cli wrong = Cli.cot("run", file.toString(), "--word", "l");
    assertThat(wrong.code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(wrong.err())
        .contains("dyck.crasp:1:9: expected ')' for the '#(' in column 6, found the end")
        .contains("dyck.crasp:2:6: 'L' is defined by line 1, which is wrong");
  }

  @ParameterizedTest
  @CsvSource({"indexed", "reference", "nd4j", "onnxruntime"})
  void checkFindsNoCounterexample(String executor) {
    assertThat(
            Cli.done(
                    "check", "formula:O('1' & Y '0')", "--conformance", "1", "--executor", executor)
                .out())
        .contains(" 0 wrong")
        .contains("from every DFA that decides another language with at most 4 states");
    assertThat(Cli.done("check", DYCK, "--exhaustive", "5", "--executor", executor).out())
        .contains("63 right, 0 wrong");
  }

  @Test
  void sweepTraceAndExportTakeAFormula(@TempDir Path folder) throws IOException {
    Path sweep = folder.resolve("sweep");
    Cli.done(
        "sweep",
        DYCK,
        "--lengths",
        "8,20",
        "--budgets",
        "0",
        "--samples",
        "20",
        "--out",
        sweep.toString());
    assertThat(Files.readAllLines(sweep.resolve("results.csv")))
        .hasSize(3)
        .allMatch(line -> line.startsWith("problem") || line.contains(",0,0,0,20,"));
    Path page = folder.resolve("page.html");
    Cli.done("trace", DYCK, "--word", "llrr", "--out", page.toString());
    assertThat(page).isNotEmptyFile();
    Path model = folder.resolve("dyck.json");
    Cli.done("export", DYCK, "--out", model.toString());
    assertThat(Cli.done("run", "model:" + model, "--word", "lr").out()).contains("accept");
  }

  @Test
  void helpSaysWhatTheFragmentIsAndWhatItIsNot() {
    String help = Cli.done("--help").out().replaceAll("\\s+", " ");
    assertThat(help)
        .contains("past temporal logic with counting")
        .contains("It is not all of FO(M)")
        .contains("C-RASP");
  }
}
