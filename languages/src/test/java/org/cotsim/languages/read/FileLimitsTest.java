package org.cotsim.languages.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileLimitsTest extends ReaderFixture {

  @Test
  void unusableFiles() throws Exception {
    assertThat(problems(folder.resolve("none.att")))
        .containsExactly("none.att: there is no such file");
    assertThat(problems(Files.createDirectory(folder.resolve("dir.att"))))
        .containsExactly("dir.att: this is a folder, not a file");
    assertThat(problems("empty.att", " \n")).containsExactly("empty.att: the file is empty");
    assertThat(problems("x.txt", "0"))
        .containsExactly(
            "x.txt: no automaton is read from this kind of file,"
                + " expected one of .att .ba .dot .gv .jff");
    Path latin = folder.resolve("latin.att");
    Files.write(latin, "0 1 a\n0 1 é\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(problems(latin)).containsExactly("latin.att:2:5: byte 0xE9 is not UTF-8");
  }

  @Test
  void aGigabyteEndsInASentence() throws Exception {
    for (String name : List.of("big.att", "big.jff")) {
      Path big = folder.resolve(name);
      try (RandomAccessFile file = new RandomAccessFile(big.toFile(), "rw")) {
        file.setLength(1L << 30);
      }
      assertThat(problems(big))
          .containsExactly(name + ": files of this kind are read up to 64 MiB");
    }
  }

  @Test
  void aMillionStatesEndInASentence() throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1_000_000; i++) {
      text.append(i).append(' ').append(i + 1).append(" a\n");
    }
    assertThat(problems("million.att", text.toString()))
        .containsExactly("million.att: more than 100000 states");
  }

  @Test
  void anExplodingDeterminisationEndsInASentence() throws Exception {
    StringBuilder text = new StringBuilder("0 0 a\n0 0 b\n0 1 a\n");
    for (int i = 1; i < 60; i++) {
      text.append("%d %d a%n%d %d b%n".formatted(i, i + 1, i, i + 1));
    }
    assertThat(problems("boom.att", text + "60\n"))
        .singleElement()
        .asString()
        .isEqualTo(
            "boom.att: making the automaton of 61 states deterministic"
                + " was stopped after 100000 states");
  }

  @Test
  void manySymbolsEndInASentence() throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      text.append("%d %d s%d%n".formatted(i, i + 1, i));
    }
    assertThat(problems("wide.att", text.toString()))
        .containsExactly(
            "wide.att: 10001 states times 10000 symbols"
                + " make a table of more than 8000000 entries");
  }
}
