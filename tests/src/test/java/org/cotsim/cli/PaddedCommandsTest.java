package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reachability by squaring and by padding on the command line. */
class PaddedCommandsTest {

  @TempDir private Path folder;

  private String path() throws IOException {
    Path file = folder.resolve("path.dot");
    Files.writeString(file, "digraph { a -> b; b -> c; c -> d; d -> e }");
    return "graph:" + file;
  }

  @ParameterizedTest
  @ValueSource(strings = {"padding", "squaring"})
  void aPathOfFourEdgesTakesTwoLoops(String way) throws IOException {
    assertThat(run("a", "e", "--by", way).out())
        .contains("answered by itself after 0 intermediate tokens")
        .contains("accept; the oracle says accept");
    assertThat(run("e", "a", "--by", way).out()).contains("reject; the oracle says reject");
    assertThat(run("a", "e", "--by", way, "--loops", "1").out())
        .contains("with 1 of 2 loops claimed to be needed")
        .contains("reject; the oracle says accept (WRONG)");
    assertThat(run("a", "e", "--by", way, "--padding", "10").out())
        .contains("with 10 of %d padding claimed".formatted(way.equals("padding") ? 325 : 15))
        .contains("reject; the oracle says accept (WRONG)");
  }

  private Cli run(String from, String to, String... more) throws IOException {
    String[] all = new String[6 + more.length];
    System.arraycopy(new String[] {"run", path(), "--source", from, "--target", to}, 0, all, 0, 6);
    System.arraycopy(more, 0, all, 6, more.length);
    return Cli.cot(all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"padding", "squaring"})
  void aModelFileAnswersWithItsPadding(String way) throws IOException {
    String file = folder.resolve(way + ".json").toString();
    Cli.done("export", path(), "--by", way, "--out", file, "--max-length", "6");
    assertThat(Cli.done("run", "model:" + file, "--word", "a e").out())
        .contains("accept; the oracle says accept")
        .doesNotContain("by padding", "by squaring");
    assertThat(Cli.done("run", "model:" + file, "--word", "e a").out())
        .contains("reject; the oracle says reject");
  }

  @Test
  void aSweepShowsTheNeedOfLoopsAndOfPadding() throws IOException {
    sweep("squaring", "--loops", "0,1,2,3,4");
    checkRows("loops", 0, 3);
    sweep("squaring", "--padding", "8,24,31,32,40");
    checkRows("padding", 8, 32);
  }

  /** The least amount is wrong somewhere, the amount needed and more is not. */
  private void checkRows(String currency, long least, long need) throws IOException {
    assertThat(rows()).hasSize(5);
    for (JsonElement row : rows()) {
      long amount = figure(row, currency);
      assertThat(figure(row, "claimed")).as("%s", row).isEqualTo(need);
      assertThat(figure(row, "steps")).as("%s", row).isZero();
      assertThat(amount == least && figure(row, "wrong") == 0).as("%s", row).isFalse();
      assertThat(amount >= need && figure(row, "wrong") > 0).as("%s", row).isFalse();
    }
  }

  private void sweep(String way, String currency, String amounts) {
    String out = folder.resolve("out").toString();
    String[] command = {
      "sweep",
      "graph-path",
      "--by",
      way,
      currency,
      amounts,
      "--lengths",
      "8",
      "--samples",
      "10",
      "--out",
      out,
      "--overwrite"
    };
    assertThat(Cli.cot(command).code()).isEqualTo(Cot.DONE);
  }

  private JsonArray rows() throws IOException {
    String text = Files.readString(folder.resolve("out/results.json"));
    return JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("rows");
  }

  private static long figure(JsonElement row, String key) {
    return ((JsonObject) row).get(key).getAsLong();
  }

  @Test
  void explainNamesTheBlankAndTheRepeatedLayers() {
    assertThat(Cli.done("explain", "graph-path", "--by", "padding", "--max-length", "20").out())
        .contains("0 step, 2 answer, 1 padding")
        .contains("layer 4 is layer 2 again")
        .contains("\"first half\" a triple looks up (from, over) in the block before");
  }

  @Test
  void morePaddingThanCanBeHadIsRefused() {
    Cli refused = Cli.cot("explain", "graph-path", "--by", "padding", "--padding", "300000");
    assertThat(refused.code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(refused.err()).contains("by padding there are 0 to 262144 padding, not 300000");
  }
}
