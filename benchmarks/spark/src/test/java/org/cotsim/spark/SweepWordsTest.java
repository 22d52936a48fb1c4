package org.cotsim.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files travel with a sweep. */
class SweepWordsTest {

  @TempDir(factory = HereDirFactory.class)
  private Path here;

  @Test
  void filesBeneathTheWorkingFolderTravelHoweverTheyAreNamed() throws IOException {
    String inside = here.toString();
    assertThat(here).isRelative();
    for (String name : List.of("a.att", "b.jsonl", "c.txt", "d.att", "e.att", "f.att")) {
      Files.writeString(here.resolve(name), name);
    }
    Path outside = Files.writeString(here.resolve("g.att").toAbsolutePath(), "g");
    List<String> words =
        List.of(
            "sweep",
            inside + "/a.att",
            "graph:" + inside + "/b.jsonl",
            "--words=" + inside + "/c.txt",
            "--some",
            inside + "/d.att," + inside + "/e.att",
            outside.toString(),
            "regex:(0|1)*\\0",
            inside);
    assertThat(SweepWords.files(words).keySet())
        .containsExactlyInAnyOrder(
            inside + "/a.att",
            inside + "/b.jsonl",
            inside + "/c.txt",
            inside + "/d.att",
            inside + "/e.att");
  }

  @Test
  void aFileIsPutWhereItIsMissingAndNeverReplaced() throws IOException {
    String name = here + "/deep/er/a.att";
    SweepWords.put(name, "one".getBytes(UTF_8));
    SweepWords.put(name, "one".getBytes(UTF_8));
    assertThat(Path.of(name)).hasContent("one");
    assertThatThrownBy(() -> SweepWords.put(name, "two".getBytes(UTF_8)))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("a.att is not the file of this name that the driver has");
    assertThat(Path.of(name)).hasContent("one");
  }
}
