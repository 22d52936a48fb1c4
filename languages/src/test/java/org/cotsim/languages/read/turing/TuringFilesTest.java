package org.cotsim.languages.read.turing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cotsim.languages.input.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuringFilesTest {

  @TempDir Path folder;

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static void refused(Path file, String message) {
    assertThatThrownBy(() -> TuringFiles.read(file))
        .isInstanceOf(InputException.class)
        .hasMessage(file + message);
  }

  @Test
  void theExtensionChoosesTheReader() throws Exception {
    assertThat(TuringFiles.read(file("a.bb", "# two\n1RB1LB_1LA1RZ Halt 6 4\n")).states())
        .hasSize(3);
    assertThat(TuringFiles.read(file("a.TXT", "1RB1LB_1LA1RZ")).states()).hasSize(3);
    String yaml = "blank: 0\nstart state: A\ntable: {A: {0: {R: B}}, B: }\n";
    assertThat(TuringFiles.read(file("a.yaml", yaml)).states()).containsExactly("A", "B");
    assertThat(TuringFiles.read(file("a.yml", "\uFEFF" + yaml)).states()).hasSize(2);
    String jff =
        "<structure><type>turing</type><automaton><state id='0'><initial/></state>"
            + "</automaton></structure>";
    assertThat(TuringFiles.read(file("a.jff", jff)).states()).containsExactly("q0");
  }

  @Test
  void filesThatCannotBeReadAreRefused() throws Exception {
    refused(folder.resolve("missing.bb"), ": there is no such file");
    refused(folder, ": this is a folder, not a file");
    refused(file("empty.yaml", " \n"), ": the file is empty");
    refused(file("empty.txt", ""), ": the file is empty");
    refused(file("comment.txt", "# nothing\n"), ": the file holds no machine");
    refused(
        file("two.txt", "1RB1LB_1LA1RZ\n\n1RB1LB_1LA1RZ\n"),
        ":3:1: a second machine, expected only one");
    refused(
        file("a.xyz", "x"),
        ": no Turing machine is read from this kind of file,"
            + " expected one of .bb .jff .tm .txt .yaml .yml");
    refused(
        file("big.jff", " ".repeat((1 << 20) + 1)), ": files of this kind are read up to 1 MiB");
  }

  @Test
  void aFiniteAutomatonIsNoTuringMachine() throws Exception {
    refused(
        file("fa.jff", "<?xml version='1.0'?><structure>&#13;\n\t<type>fa</type>\n</structure>"),
        ":2:2: this is a finite automaton (type 'fa'), expected a Turing machine (type 'turing')");
  }

  @Test
  void otherEncodingsAreRefusedWithTheirPlace() throws Exception {
    Path file = folder.resolve("latin.yaml");
    Files.write(file, "blank: 0\n# caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    refused(file, ":2:6: byte 0xE9 is not UTF-8");
  }
}
