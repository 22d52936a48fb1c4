package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts and jobs: however the work is divided, the files are the same, byte for byte. */
class ShardedSweepTest {

  private static final List<String> WHAT =
      List.of(
          "parity",
          "word-a5",
          "palindrome",
          "--by",
          "theorem1,theorem2,cascade",
          "--lengths",
          "2..5/3,40",
          "--seeds",
          "1,2",
          "--samples",
          "4",
          "--budgets",
          "0,n+1",
          "--steps-at-most",
          "600");

  @TempDir private static Path wholes;
  @TempDir private Path folder;
  private final Path whole = wholes.resolve("whole");

  private Cli sweep(String out, String... more) {
    return sweep(folder.resolve(out), more);
  }

  private static Cli sweep(Path out, String... more) {
    List<String> words = new ArrayList<>(List.of("sweep"));
    words.addAll(WHAT);
    words.addAll(List.of("--out", out.toString()));
    words.addAll(List.of(more));
    return Cli.cot(words.toArray(String[]::new));
  }

  private Cli merge(String out, String... parts) {
    Stream<String> folders = Stream.of(parts).map(part -> folder.resolve(part).toString());
    return Cli.cot(
        Stream.concat(Stream.of("merge", "--out", folder.resolve(out).toString()), folders)
            .toArray(String[]::new));
  }

  @BeforeAll
  static void measureTheWhole() throws IOException {
    Cli cli = sweep(wholes.resolve("whole"));
    assertThat(cli.code()).isEqualTo(Cot.CHECK_FAILED);
    assertThat(cli.err())
        .contains("palindrome, n = 40, seed 2: the machine has not answered after 600 steps")
        .contains("cot: left out: word-a5 has no decoder --by cascade");
    assertThat(SweepFolder.rows(wholes.resolve("whole"))).hasSizeGreaterThan(20);
  }

  @Test
  void anyNumberOfJobsGivesTheSameBytes() throws IOException {
    for (int jobs = 2; jobs <= 4; jobs += 2) {
      Cli cli = sweep("jobs" + jobs, "--jobs", String.valueOf(jobs));
      assertThat(cli.code()).isEqualTo(Cot.CHECK_FAILED);
      assertThat(SweepFolder.texts(folder.resolve("jobs" + jobs)))
          .as("%d jobs", jobs)
          .isEqualTo(SweepFolder.texts(whole));
    }
  }

  @Test
  void partsPutTogetherAreTheWhole() throws IOException {
    for (int parts : new int[] {1, 3}) {
      String[] folders = new String[parts];
      for (int i = 1; i <= parts; i++) {
        folders[parts - i] = parts + "-" + i;
        sweep(folders[parts - i], "--shard", i + "/" + parts, "--jobs", "2");
      }
      Cli cli = merge("merged" + parts, folders);
      assertThat(cli.code()).as(cli.err()).isEqualTo(Cot.CHECK_FAILED);
      assertThat(SweepFolder.texts(folder.resolve("merged" + parts)))
          .as("%d parts", parts)
          .isEqualTo(SweepFolder.texts(whole));
    }
  }

  @Test
  void partsWithoutACellAreParts() throws IOException {
    String[] what = {"parity", "--lengths", "3", "--samples", "2", "--budgets", "n"};
    String one = folder.resolve("one").toString();
    Cli.done(words(what, "--out", one));
    for (int i = 1; i <= 3; i++) {
      Cli.done(words(what, "--out", folder.resolve("few" + i).toString(), "--shard", i + "/3"));
    }
    assertThat(SweepFolder.texts(folder.resolve("few2"))).containsOnlyKeys("cells.jsonl");
    assertThat(merge("few", "few1", "few2", "few3").code()).isEqualTo(Cot.DONE);
    assertThat(SweepFolder.texts(folder.resolve("few")))
        .isEqualTo(SweepFolder.texts(folder.resolve("one")));
  }

  @Test
  void aPartSaysWhichItIsWhereverItIsRead() throws IOException {
    String[] what = {"parity", "mod-3", "--lengths", "4,8", "--samples", "2", "--budgets", "n"};
    String out = folder.resolve("part").toString();
    Cli cli = Cli.done(words(what, "--shard", "2/3", "--out", out, "--html", "--latex"));
    String part = "Part 2 of 3: 1 of 4 cells (pairs of problem and length) are here.";
    assertThat(cli.out()).contains(part + " 'cot merge' puts all parts together.");
    Map<String, String> files = SweepFolder.texts(folder.resolve("part"));
    assertThat(files.get("report.md"))
        .startsWith("# Accuracy against chain-of-thought budget, part 2 of 3\n\n**" + part);
    assertThat(files.get("results.json")).contains("\"shard\": \"2/3\"");
    assertThat(files.get("accuracy.svg")).contains("<desc id=\"description\">" + part);
    assertThat(files).hasEntrySatisfying("compare.html", page -> assertThat(page).contains(part));
    JsonObject again =
        Cli.done(words(what, "--shard", "2/3", "--out", out, "--overwrite", "--format", "json"))
            .json();
    assertThat(again.get("shard").getAsString()).isEqualTo("2/3");
  }

  private static String[] words(String[] what, String... more) {
    return Stream.of(Stream.of("sweep"), Stream.of(what), Stream.of(more))
        .flatMap(words -> words)
        .toArray(String[]::new);
  }

  @Test
  void whatAreNotThePartsOfOneSweepIsRefusedInASentence() throws IOException {
    for (int i = 1; i <= 3; i++) {
      sweep("part" + i, "--shard", i + "/3");
    }
    sweep("half", "--shard", "2/2");
    Files.createDirectory(folder.resolve("again"));
    Files.copy(
        folder.resolve("part2").resolve("cells.jsonl"),
        folder.resolve("again").resolve("cells.jsonl"));
    requireRefused("of 3 parts 2 are missing: 1, 3", "part2");
    requireRefused("of 3 parts one is missing: 3", "part1", "part2");
    requireRefused(
        "part 2/3 is there twice: {}/part2 and {}/again", "part1", "part2", "part3", "again");
    requireRefused(
        whole + " holds no part of a sweep; cot sweep --shard makes them", whole.toString());
    requireRefused(
        "{}/part1 and {}/half are parts of 3 and of 2, not of one sweep", "part1", "half");
    requireRefused("{}/none: no sweep has been here, there is no cells.jsonl", "part1", "none");
    List<String> lines = Files.readAllLines(folder.resolve("part2").resolve("cells.jsonl"));
    Path cells = folder.resolve("part2").resolve("cells.jsonl");
    Files.write(cells, lines.subList(0, 3));
    requireRefused(
        "part 2/3 in {}/part2 is not finished, 2 of %d cells are there: cot sweep --resume goes on with it"
            .formatted(lines.size() - 1),
        "part1",
        "part2",
        "part3");
    Files.writeString(
        cells, lines.get(0).replace("\"--samples\":\"4\"", "\"--samples\":\"5\"") + "\n");
    requireRefused(
        "{}/part1 and {}/part2 are parts of different sweeps, with --samples 4 and 5",
        "part1",
        "part2",
        "part3");
    Files.writeString(cells, "no journal\n");
    requireRefused(
        "{}/part2/cells.jsonl:1: found what no sweep wrote, expected a finished cell; --overwrite"
            + " starts again",
        "part2");
  }

  private void requireRefused(String message, String... parts) {
    Cli cli = merge("refused", parts);
    assertThat(cli.err()).isEqualTo("cot: " + message.replace("{}", folder.toString()) + "\n");
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(folder.resolve("refused")).doesNotExist();
  }

  @Test
  void aPartGoesOnWhereItWasStopped() throws IOException {
    sweep("part", "--shard", "1/3");
    Path part = folder.resolve("part");
    List<String> lines = Files.readAllLines(part.resolve("cells.jsonl"));
    Files.writeString(part.resolve("cells.jsonl"), String.join("\n", lines.subList(0, 3)) + "\n{");
    sweep("other", "--shard", "1/3");
    sweep("part", "--shard", "1/3", "--resume", "--jobs", "3");
    assertThat(SweepFolder.texts(part)).isEqualTo(SweepFolder.texts(folder.resolve("other")));
    assertThat(sweep("part", "--shard", "2/3", "--resume").err())
        .endsWith("with --shard 1/3, not 2/3: give what was given then, or --overwrite\n");
  }

  @Test
  void aPartThatCannotBeIsRefused() {
    for (String shard : List.of("0/3", "4/3", "1", "1/0", "a/b")) {
      assertThat(sweep("no", "--shard", shard).err())
          .isEqualTo(
              "cot: --shard "
                  + shard
                  + ": expected which of how many, such as 3/8, from 1/8 to 8/8\n");
    }
    assertThat(sweep("no", "--jobs", "0").err()).isEqualTo("cot: --jobs 0: expected at least 1\n");
    assertThat(folder.resolve("no")).doesNotExist();
  }
}
