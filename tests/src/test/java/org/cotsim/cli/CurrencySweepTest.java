package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code cot sweep} with budgets in other currencies than steps. */
class CurrencySweepTest {

  @TempDir private Path folder;

  private Cli sweep(String what) {
    return Cli.cot(
        Stream.concat(
                Stream.of("sweep", "--out", folder.resolve("out").toString(), "--samples", "20"),
                Stream.of(what.split(" ", -1)))
            .toArray(String[]::new));
  }

  private String file(String name) throws IOException {
    return Files.readString(folder.resolve("out").resolve(name));
  }

  private List<JsonObject> rows() throws IOException {
    return SweepFolder.rows(folder.resolve("out"));
  }

  private static long figure(JsonObject row, String key) {
    return row.get(key).getAsLong();
  }

  @Test
  void oneLoopLessThanClaimedIsWrongAndAsManyAreRight() throws IOException {
    Cli cli = sweep("word-a5 --by loops --lengths 7,8,31 --loops 0,log(n+1)-1,log(n+1),2log");
    assertThat(cli.err()).isEmpty();
    assertThat(cli.out()).contains("right at and above the claimed number of loops");
    assertThat(rows()).hasSize(12);
    for (JsonObject row : rows()) {
      long n = figure(row, "n");
      long need = Long.toBinaryString(n).length();
      assertThat(row.get("currency").getAsString()).isEqualTo("loops");
      assertThat(figure(row, "claimed")).as("%s", row).isEqualTo(need);
      assertThat(figure(row, "claimed_steps") + figure(row, "steps")).isZero();
      assertThat(figure(row, "padding") + figure(row, "thoughts")).isZero();
      assertThat(figure(row, "context")).as("%s", row).isEqualTo(n + 2);
      assertThat(figure(row, "layers")).isEqualTo(figure(row, "loops") == 0 ? 1 : 2);
      assertThat(figure(row, "right") + figure(row, "wrong")).isEqualTo(20);
      assertThat(figure(row, "wrong") == 0).as("%s", row).isEqualTo(figure(row, "loops") >= need);
      assertThat(figure(row, "answered")).as("nothing is forced").isEqualTo(20);
    }
    assertThat(rows())
        .extracting(row -> figure(row, "loops"))
        .containsExactly(0L, 2L, 3L, 6L, 0L, 3L, 4L, 6L, 0L, 4L, 5L, 10L);
  }

  @Test
  void reportAndPictureSpeakOfLoops() throws IOException {
    Cli cli = sweep("parity word-a5 --by loops,theorem1 --lengths 8 --loops 1,4 --html --latex");
    assertThat(cli.code()).isEqualTo(Cot.DONE);
    assertThat(cli.err())
        .contains("left out: parity by theorem1 is bought with steps, not with loops")
        .contains("left out: word-a5 by theorem1 is bought with steps, not with loops");
    assertThat(file("report.md"))
        .contains("# Accuracy against number of loops")
        .contains("answer every sampled input right with at least the claimed number of loops")
        .contains("Left out: word-a5 by theorem1 is bought with steps")
        .contains("beside the loops claimed")
        .doesNotContain("forced", "step budget");
    assertThat(file("accuracy.svg"))
        .contains("loops of the repeated layers", "4 loops claimed")
        .doesNotContain("intermediate tokens");
    assertThat(file("compare.html"))
        .contains("<h1>Accuracy against the number of loops</h1>", "<th scope=\"col\">loops</th>");
    assertThat(file("accuracy.tex")).contains("xlabel={loops of the repeated layers}");
    assertThat(file("results.csv").lines().findFirst().orElseThrow())
        .endsWith(
            ",seed,currency,claimed,loops,padding,thoughts,context,layers,width,nonzeros,wrong");
  }

  @Test
  void aSweepOfStepsHasTheKeysToo() throws IOException {
    sweep("parity --lengths 8 --budgets 0,n+1,n^2");
    for (JsonObject row : rows()) {
      assertThat(row.get("currency").getAsString()).isEqualTo("steps");
      assertThat(figure(row, "loops")).isEqualTo(1);
      assertThat(figure(row, "claimed")).isEqualTo(9).isEqualTo(figure(row, "claimed_steps"));
      assertThat(figure(row, "layers")).isEqualTo(2);
    }
    assertThat(rows()).extracting(row -> figure(row, "steps")).containsExactly(0L, 9L, 64L);
    assertThat(rows()).extracting(row -> figure(row, "context")).containsExactly(10L, 19L, 19L);
  }

  @Test
  void loopsAreResumedWithTheSameBudgetsOnly() throws IOException {
    assertThat(sweep("parity --by loops --lengths 4 --loops 1,3").code()).isEqualTo(Cot.DONE);
    String rows = file("results.json");
    assertThat(sweep("parity --by loops --lengths 4 --loops 1,3 --resume").code())
        .isEqualTo(Cot.DONE);
    assertThat(file("results.json")).isEqualTo(rows);
    assertThat(sweep("parity --by loops --lengths 4 --loops 1,2 --resume").err())
        .contains("are those of another sweep, with --loops 1,3, not 1,2");
  }

  @Test
  void aJournalWithoutCurrenciesIsRefused() throws IOException {
    sweep("parity --lengths 4 --budgets 0");
    Path journal = folder.resolve("out/cells.jsonl");
    Files.writeString(journal, Files.readString(journal).replaceAll("\"currency\":\"STEPS\",", ""));
    assertThat(sweep("parity --lengths 4 --budgets 0 --resume").err())
        .contains("cells.jsonl:2: found what no sweep wrote, expected a finished cell;")
        .contains("--overwrite starts again");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "word-a5 --by loops --budgets n --loops 1 | a budget is in one currency at a time, not in steps"
            + " and loops",
        "word-a5 --by loops --thoughts 1 --context 1 | a budget is in one currency at a time, not in"
            + " thoughts and context",
        "word-a5 --loops 1 | word-a5 by theorem1 is bought with steps, not with loops",
        "word-a5 --by loops --padding n | word-a5 by loops is bought with loops, not with padding",
        "hops-2 --context n | hops-2 is bought with steps, not with context",
        "graph-path --by theorem1 | graph-path has no decoder --by theorem1; its ways: search,"
            + " thoughts, squaring, padding",
        "parity --by loops --loops 1,1 | budget \"1\": it is there twice",
        "parity --by loops --lengths 4 --loops 2000 | parity by loops, n = 4, budget 2000: parity by loops is built"
            + " with at most 1024 loops, not 2000",
      })
  void badInputIsOneSentence(String what, String sentence) {
    Cli cli = sweep(what);
    assertThat(cli.err()).isEqualTo("cot: " + sentence + "\n");
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(folder.resolve("out")).doesNotExist();
  }
}
