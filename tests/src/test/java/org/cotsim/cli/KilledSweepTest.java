package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sweep that is killed again and again at random moments loses no finished row, and ends with the
 * bytes of one that was not, and that measured one cell at a time; as many kills as {@code
 * -Dcotsim.kills} says, 3 by default.
 */
@EnabledOnOs(OS.LINUX)
class KilledSweepTest {

  private static final int KILLS = Integer.getInteger("cotsim.kills", 3);
  private static final long SEED = Long.getLong("cotsim.seed", 1);
  private static final String LENGTHS =
      String.join(",", IntStream.rangeClosed(1, 60).mapToObj(Integer::toString).toList());

  @TempDir private Path folder;

  private static String[] sweep(Path out, int jobs) {
    return new String[] {
      "sweep",
      "--jobs",
      String.valueOf(jobs),
      "parity",
      "word-a5",
      "--lengths",
      LENGTHS,
      "--samples",
      "20",
      "--budgets",
      "0,log,n/2,n+1",
      "--resume",
      "--out",
      out.toString()
    };
  }

  @Test
  void noFinishedRowIsLostAndTheEndIsTheSame() throws IOException, InterruptedException {
    System.out.println("kills " + KILLS + ", seed " + SEED);
    Random random = new Random(SEED);
    Path whole = folder.resolve("whole");
    long start = System.nanoTime();
    assertThat(CommandProcess.builder(List.of(), sweep(whole, 1)).start().waitFor()).isZero();
    int longest = (int) ((System.nanoTime() - start) / 1_000_000);
    int round = 0;
    for (int kills = 0; kills < KILLS; round++) {
      Path out = folder.resolve("killed-" + round);
      List<String> kept = List.of();
      while (kills < KILLS && killed(out, random.nextInt(longest))) {
        kills++;
        kept = requireKept(out, kept);
      }
      Process last = CommandProcess.builder(List.of(), sweep(out, 2)).start();
      assertThat(last.waitFor()).as("seed %d", SEED).isZero();
      assertThat(SweepFolder.texts(out))
          .as("seed %d, round %d", SEED, round)
          .isEqualTo(SweepFolder.texts(whole));
    }
  }

  /** Whether the sweep was still at work after so many milliseconds, when it was killed. */
  private static boolean killed(Path out, int milliseconds)
      throws IOException, InterruptedException {
    Process process = CommandProcess.builder(List.of(), sweep(out, 2)).start();
    if (process.waitFor(milliseconds, TimeUnit.MILLISECONDS)) {
      return false;
    }
    process.destroyForcibly().waitFor();
    return true;
  }

  /** The whole lines of the journal, those from before among them; all files are whole. */
  private static List<String> requireKept(Path out, List<String> before) throws IOException {
    Path journal = out.resolve("cells.jsonl");
    if (!Files.exists(journal)) {
      assertThat(before).isEmpty();
      return before;
    }
    String text = Files.readString(journal);
    List<String> lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    assertThat(lines).as("seed %d", SEED).containsAll(before);
    if (Files.exists(out.resolve("results.json"))) {
      int rows = SweepFolder.rows(out).size();
      assertThat(rows).isPositive().isLessThanOrEqualTo(4 * (lines.size() - 1));
    }
    return new ArrayList<>(lines);
  }
}
