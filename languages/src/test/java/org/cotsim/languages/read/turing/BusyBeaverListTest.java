package org.cotsim.languages.read.turing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.turing.BusyBeaverList.Expected;
import org.cotsim.languages.read.turing.BusyBeaverList.Listed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusyBeaverListTest {

  @TempDir Path folder;

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("list.txt"), content);
  }

  @Test
  void aTableHasItsMachinesInAColumn() throws Exception {
    try (BusyBeaverList list =
        BusyBeaverList.open(file("id,machine,status\n1,1RB1LB_1LA1RZ,halt\n2\n3, 1RB,x\n"))) {
      assertThat(list.next().orElseThrow().text()).isEqualTo("1RB1LB_1LA1RZ");
      assertThatThrownBy(list::next)
          .hasMessageEndingWith("list.txt:3:1: the column of machines is missing in this line");
      assertThatThrownBy(list::next).hasMessageContaining("list.txt:4:4: expected 2 to 10 cells");
    }
    try (BusyBeaverList list = BusyBeaverList.open(file("1RB1LB_1LA1RZ,halt\n"))) {
      assertThat(list.next().orElseThrow().machine().states()).hasSize(3);
    }
  }

  @Test
  void machinesComeOneByOneWithTheirClaims() throws Exception {
    Path file =
        file(
            "\uFEFF# champions\n1RB1LB_1LA1RZ Halt 6 4\r\n\n  1RB1RZ_1LB0RC_1LC1LA\t Halt  21 5\n1RB---_1LA---");
    try (BusyBeaverList list = BusyBeaverList.open(file)) {
      Listed first = list.next().orElseThrow();
      assertThat(first.line()).isEqualTo(2);
      assertThat(first.text()).isEqualTo("1RB1LB_1LA1RZ");
      assertThat(first.machine().states()).containsExactly("A", "B", "Z");
      assertThat(first.expected()).contains(new Expected(6, 4));
      assertThat(list.next().orElseThrow().expected()).contains(new Expected(21, 5));
      Listed third = list.next().orElseThrow();
      assertThat(third.line()).isEqualTo(5);
      assertThat(third.expected()).isEmpty();
      assertThat(list.next()).isEmpty();
      assertThat(list.next()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1RB1LB_1LA1XZ, ':1:12: expected L or R, not ''X'''",
    "'  1XB1LB_1LA1RZ', ':1:4: expected L or R, not ''X'''",
    "1RB1LB_1LA1RZ Halt 6, ':1:15: expected ''Halt STEPS ONES'' or nothing after the machine, not ''Halt 6'''",
    "1RB1LB_1LA1RZ halt 6 4, ':1:15: expected ''Halt STEPS ONES'' or nothing after the machine, not ''halt 6 4'''",
    "1RB1LB_1LA1RZ Halt six 4, ':1:15: expected a whole number in ''Halt STEPS ONES'', not ''six'''",
  })
  void aWrongLineIsNamedAndTheNextOneRead(String line, String message) throws Exception {
    Path file = file(line + "\n1RB1LB_1LA1RZ\n");
    try (BusyBeaverList list = BusyBeaverList.open(file)) {
      assertThatThrownBy(list::next).isInstanceOf(InputException.class).hasMessage(file + message);
      assertThat(list.next()).map(Listed::line).isEqualTo(Optional.of(2));
    }
  }

  @Test
  void anEndlessLineIsNotKeptInMemory() throws Exception {
    Path file = file("1RB1LB".repeat(10_000) + "\n1RB1LB_1LA1RZ");
    try (BusyBeaverList list = BusyBeaverList.open(file)) {
      assertThatThrownBy(list::next).hasMessage(file + ":1: this line is longer than 4096 bytes");
      assertThat(list.next()).isPresent();
    }
  }

  @Test
  void otherEncodingsAreRefused() throws Exception {
    Path file = folder.resolve("latin.txt");
    Files.write(file, "# d\u00e9j\u00e0 vu\n".getBytes(StandardCharsets.ISO_8859_1));
    try (BusyBeaverList list = BusyBeaverList.open(file)) {
      assertThatThrownBy(list::next).hasMessage(file + ":1:4: byte 0xE9 is not UTF-8");
    }
  }

  @Test
  void missingFilesAndDirectoriesAreRefused() {
    Path missing = folder.resolve("missing.txt");
    assertThatThrownBy(() -> BusyBeaverList.open(missing))
        .hasMessage(missing + ": there is no such file");
    assertThatThrownBy(() -> BusyBeaverList.open(folder))
        .hasMessage(folder + ": this is a folder, not a file");
  }
}
