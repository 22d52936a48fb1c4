package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Continuous thoughts on the command line. */
class ThoughtCommandsTest {

  @TempDir private Path folder;
  private String graph;

  /** From a to c it is two edges, in two ways; d leads to c but cannot be reached. */
  @BeforeEach
  void writeGraph() throws IOException {
    Path file = folder.resolve("four.dot");
    Files.writeString(file, "digraph { a -> b; a -> e; b -> c; e -> c; d -> c }");
    graph = "graph:" + file;
  }

  private JsonObject run(String target, String... more) {
    String[] command = {
      "run", graph, "--source", "a", "--target", target, "--by", "thoughts", "--show-chain"
    };
    String[] all = Arrays.copyOf(command, command.length + more.length + 2);
    System.arraycopy(more, 0, all, command.length, more.length);
    all[all.length - 2] = "--format";
    all[all.length - 1] = "json";
    return Cli.done(all).json();
  }

  @Test
  void thereAreAsManyThoughtsAsEdgesOnTheWay() {
    JsonObject reached = run("c");
    assertThat(reached.get("chain").toString()).isEqualTo("[\"~\",\"~\"]");
    assertThat(reached.get("answer").getAsString()).isEqualTo("accept");
    assertThat(reached.get("currency").getAsString()).isEqualTo("thoughts");
    assertThat(reached.get("executor").toString()).contains("reference");
    assertThat(run("d").get("answer").getAsString()).isEqualTo("reject");
    assertThat(run("a").get("chain").toString()).isEqualTo("[]");
  }

  @Test
  void oneThoughtLessIsForcedToTheWrongAnswer() {
    JsonObject forced = run("c", "--thoughts", "1");
    assertThat(forced.get("answer").getAsString()).isEqualTo("reject");
    assertThat(forced.get("steps").getAsInt()).isEqualTo(1);
  }

  @Test
  void binary32RunsOnTheReferenceExecutorToo() {
    assertThat(run("c", "--arithmetic", "binary32").get("answer").getAsString())
        .isEqualTo("accept");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--executor indexed | indexed cannot feed a vector back as a continuous thought; the"
            + " reference executor can",
        "--norm projected | thoughts are cleaned by a norm for each vertex, which projected pre-norm"
            + " would turn into as many layers; choose the norm multi",
        "--mask strict | a thought sees itself; the mask cannot be chosen",
      })
  void whatCannotBeHadIsOneSentence(String options, String sentence) {
    String[] command =
        ("run " + graph + " --source a --target c --by thoughts " + options).split(" ", -1);
    Cli cli = Cli.cot(command);
    assertThat(cli.err()).isEqualTo("cot: " + sentence + "\n");
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
  }

  @Test
  void everyAnswerAndChainOfAFamilyIsChecked() {
    JsonObject checked =
        Cli.done("check", "graph-tree", "--by", "thoughts", "--random", "10", "--format", "json")
            .json();
    assertThat(checked.get("wrong").getAsInt()).isZero();
    assertThat(checked.get("right").getAsInt()).isEqualTo(10);
  }

  @Test
  void aSweepDrawsTheWaysSideBySide() {
    Path out = folder.resolve("sweep");
    Cli.done(
        "sweep",
        "graph-layered-dag",
        "--by",
        "search,thoughts",
        "--lengths",
        "12",
        "--samples",
        "4",
        "--budgets",
        "0,n",
        "--out",
        out.toString());
    assertThat(out.resolve("report.md"))
        .content()
        .contains("| thoughts | 12 |")
        .contains("| search | 12 |")
        .contains("Executor indexed, reference");
  }

  @Test
  void theExplanationSaysWhatIsFedBack() {
    assertThat(Cli.done("explain", "graph-gnp", "--by", "thoughts").out())
        .contains("1 thought, 2 answer")
        .contains("a thought begins with what \"next\" held at the end of the position before")
        .contains("as its \"reached\"");
  }

  @Test
  void thePageShowsTheSetInsideTheVector() {
    Path page = folder.resolve("page.html");
    Cli.done(
        "trace",
        graph,
        "--source",
        "a",
        "--target",
        "c",
        "--by",
        "thoughts",
        "--out",
        page.toString());
    assertThat(page)
        .content()
        .contains("\"reached\":[1,0,0,0,0]")
        .contains("\"next\":[1,1,1,0,0]")
        .contains("The reached set inside one vector")
        .contains("A thought is not a token that is chosen but a vector that is fed back");
  }

  @Test
  void aModelFileKeepsItsThoughts() {
    String file = folder.resolve("model.json").toString();
    Cli.done("export", graph, "--by", "thoughts", "--max-length", "8", "--out", file);
    Cli read = Cli.done("run", "model:" + file, "--word", "a c");
    assertThat(read.out())
        .contains("accept")
        .contains("2 intermediate tokens")
        .contains("reference");
  }
}
