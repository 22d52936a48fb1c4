package org.cotsim.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cotsim.benchmarks.problem.graph.GraphKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphCommandsTest {

  private static final String BATCH =
      """
      {"edges":[["a","b"],["b","c"]],"source":"a","target":"c","label":true}
      {"edges":[["a","b"],["b","c"]],"source":"c","target":"a","directed":true,"label":0}
      {"edges":[],"source":"c","target":"a"}
      {"edges":[[1,1],[1,1],[1,2]],"source":1,"target":2}
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeFiles() throws IOException {
    Files.writeString(folder.resolve("g.edges"), "a b\nb c\nc a\nd e\nd d\na b\n");
    Files.writeString(folder.resolve("pairs.txt"), "a c\na d\nd e\nb b\n");
    Files.writeString(folder.resolve("batch.jsonl"), BATCH);
  }

  private int cot(String... arguments) {
    return Cot.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  private String graph(String file) {
    return "graph:" + folder.resolve(file);
  }

  private JsonObject json() {
    return JsonParser.parseString(out.toString()).getAsJsonObject();
  }

  @Test
  void runShowsTheEdgesExamined() {
    int code = cot("run", graph("g.edges"), "--source", "a", "--target", "e", "--show-chain");
    assertThat(code).isEqualTo(Cot.DONE);
    assertThat(out.toString())
        .contains("chain     a->b c<-a a->b a<-b b->c a<-b b<-c c->a")
        .contains("reject; the oracle says reject");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "nd4j"})
  void everyQuestionOfABatchIsRight(String executor) {
    int code = cot("check", graph("batch.jsonl"), "--executor", executor, "--format", "json");
    assertThat(code).isEqualTo(Cot.DONE);
    assertThat(json().get("right").getAsInt()).isEqualTo(4);
    assertThat(json().get("wrong").getAsInt()).isZero();
    assertThat(json().get("steps_total").getAsInt()).isEqualTo(10);
    assertThat(json().get("max_steps_over_bound").getAsInt()).isNegative();
  }

  @Test
  void aWrongLabelIsFound() throws IOException {
    Files.writeString(folder.resolve("wrong.jsonl"), BATCH.replace("true}", "false}"));
    assertThat(cot("check", graph("wrong.jsonl"), "--format", "json")).isEqualTo(Cot.CHECK_FAILED);
    JsonObject first = json().getAsJsonObject("first_wrong");
    assertThat(first.get("place").getAsString()).endsWith("wrong.jsonl:1");
    assertThat(first.get("reason").getAsString())
        .isEqualTo("the label says not reachable, the oracle reachable");
  }

  @Test
  void pairsAndAllPairsOfOneGraph() {
    String pairs = folder.resolve("pairs.txt").toString();
    assertThat(cot("check", graph("g.edges"), "--pairs", pairs)).isEqualTo(Cot.DONE);
    assertThat(out.toString()).contains("4 right, 0 wrong");
    assertThat(cot("check", graph("g.edges"), "--directed")).isEqualTo(Cot.DONE);
    assertThat(out.toString()).contains("25 right, 0 wrong");
  }

  @ParameterizedTest
  @ValueSource(strings = {"graph-gnp", "graph-layered-dag"})
  void aFamilyIsCheckedByName(String family) {
    int code = cot("check", family, "--random", "10", "--length", "9", "--executor", "nd4j");
    assertThat(code).as(err.toString()).isEqualTo(Cot.DONE);
    assertThat(out.toString()).contains("10 right, 0 wrong");
  }

  @Test
  void aSweepOfAFamilyIsRightWithTheWholeChain() throws IOException {
    int code =
        cot(
            "sweep",
            "graph-path",
            "--lengths",
            "8,10",
            "--samples",
            "20",
            "--budgets",
            "0,n/2,t,n^2",
            "--out",
            folder.resolve("sweep").toString(),
            "--format",
            "json");
    assertThat(code).as(err.toString()).isEqualTo(Cot.DONE);
    assertThat(json().get("all_right_at_claim").getAsBoolean()).isTrue();
    assertThat(Files.readString(folder.resolve("sweep").resolve("results.csv")))
        .contains("graph-path,search,L-complete,8,0,0,")
        .contains("graph-path,search,L-complete,10,t,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "indexed", "nd4j"})
  void everyFamilyIsRightOnEveryExecutor(String executor) {
    for (String family : new GraphKind().names()) {
      int code = cot("check", family, "--random", "24", "--length", "12", "--executor", executor);
      assertThat(code).as(family + ": " + out + err).isEqualTo(Cot.DONE);
    }
    assertThat(out.toString().split("24 right, 0 wrong", -1))
        .hasSize(new GraphKind().names().size() + 1);
  }

  @Test
  void allSmallGraphsSayWhatIsCovered() {
    assertThat(cot("check", "graph-gnp-directed", "--exhaustive", "3")).isEqualTo(Cot.DONE);
    assertThat(out.toString())
        .contains("593 right, 0 wrong")
        .contains("all directed graphs on up to 3 vertices, with every pair s, t");
    assertThat(cot("check", "graph-gnp-directed", "--exhaustive", "9")).isEqualTo(Cot.BAD_INPUT);
    assertThat(err.toString())
        .contains("--exhaustive 9: all graphs can be gone through up to 8 vertices");
  }

  @Test
  void belowTheWholeChainTheAnswerIsRightWhereThePathIsShort() throws IOException {
    Path sweep = folder.resolve("short");
    int code =
        cot(
            "sweep",
            "graph-tree",
            "--lengths",
            "32",
            "--samples",
            "60",
            "--budgets",
            "n/2,V+E",
            "--out",
            sweep.toString());
    assertThat(code).as(err.toString()).isEqualTo(Cot.DONE);
    JsonArray rows =
        JsonParser.parseString(Files.readString(sweep.resolve("results.json")))
            .getAsJsonObject()
            .getAsJsonArray("rows");
    JsonObject half = rows.get(0).getAsJsonObject();
    assertThat(half.get("distance_right").getAsDouble())
        .isLessThan(half.get("distance_wrong").getAsDouble());
    JsonObject whole = rows.get(1).getAsJsonObject();
    assertThat(whole.get("accuracy").getAsDouble()).isEqualTo(1);
    assertThat(whole.get("distance_wrong").isJsonNull()).isTrue();
    assertThat(Files.readString(sweep.resolve("report.md")))
        .contains("How much of the chain is needed", "Where a short chain is enough");
  }

  @Test
  void verticesAndEdgesAreThoseOfGraphs() {
    assertThat(cot("run", "parity", "--word", "1", "--budget", "V+E")).isEqualTo(Cot.BAD_INPUT);
    assertThat(err.toString())
        .contains("V and E are the vertices and edges of a graph; the input is none");
    int code = cot("run", graph("g.edges"), "--source", "a", "--target", "c", "--budget", "V+E");
    assertThat(code).isEqualTo(Cot.DONE);
  }

  /** The machine's own run on the same graphs, on the same axis; its oracle is another one. */
  @ParameterizedTest
  @ValueSource(strings = {"graph-path-by-machine", "graph-path-directed-by-machine"})
  void theSameGraphsAreDecidedByAMachine(String problem) {
    int code = cot("check", problem, "--exhaustive", "2");
    assertThat(code).as(err.toString()).isEqualTo(Cot.DONE);
    assertThat(out.toString()).contains(" 0 wrong");
  }

  @Test
  void badNamesAreOneClearSentence() {
    assertThat(cot("run", graph("g.edges"), "--source", "a", "--target", "zz"))
        .isEqualTo(Cot.BAD_INPUT);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "cot: "
                + folder.resolve("g.edges")
                + ": the target \"zz\" is not a vertex of this graph");
  }

  @Test
  void aQuestionThatIsMissingIsAskedForWithAnExampleThatRuns() throws IOException {
    String model = folder.resolve("model.json").toString();
    assertThat(cot("export", graph("g.edges"), "--out", model)).isEqualTo(Cot.DONE);
    Files.writeString(folder.resolve("batch.jsonl"), BATCH.lines().findFirst().orElseThrow());
    for (String problem : List.of(graph("g.edges"), graph("batch.jsonl"), "model:" + model)) {
      err.getBuffer().setLength(0);
      assertThat(cot("run", problem)).isEqualTo(Cot.BAD_INPUT);
      String[] example = err.toString().strip().split("as in ", 2)[1].split(" ", 2);
      List<String> again = new ArrayList<>(List.of("run", problem, example[0]));
      again.addAll(
          example[0].equals("--word")
              ? List.of(example[1].replace("'", ""))
              : List.of(example[1].split(" ")));
      assertThat(cot(again.toArray(String[]::new))).as(err.toString()).isEqualTo(Cot.DONE);
    }
  }

  @Test
  void optionsThatDoNotFitAreRefused() {
    assertThat(cot("run", graph("g.edges"), "--source", "a")).isEqualTo(Cot.BAD_INPUT);
    assertThat(cot("run", "parity", "--word", "1", "--source", "a")).isEqualTo(Cot.BAD_INPUT);
    assertThat(cot("run", "parity")).isEqualTo(Cot.BAD_INPUT);
    assertThat(cot("check", graph("g.edges"), "--random", "3")).isEqualTo(Cot.BAD_INPUT);
    assertThat(cot("check", "parity", "--pairs", "x")).isEqualTo(Cot.BAD_INPUT);
    assertThat(cot("check", graph("g.edges"), "--mask", "strict")).isEqualTo(Cot.BAD_INPUT);
    assertThat(cot("check", "graph-gnp", "--random", "3", "--length", "5000"))
        .isEqualTo(Cot.BAD_INPUT);
    assertThat(err.toString())
        .contains(
            "a graph needs both --source and --target, names of its vertices, as in --source a"
                + " --target e")
        .contains("can be given for one graph:FILE only")
        .contains("--word is missing; its symbols are '0', '1', as in --word 010")
        .contains("graph:FILE is checked on all pairs")
        .contains("--pairs can be given with graph:FILE only")
        .contains("the mask cannot be chosen")
        .contains("at most 512 vertices, not 5000");
  }
}
