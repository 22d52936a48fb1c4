package org.cotsim.languages.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotsim.languages.input.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file says when it is read as a whole, and what it says when it is read line by line. */
class TextFileTest {

  private static final int MIB = 1 << 20;

  @TempDir Path folder;

  /** A file of some text, a byte that is no UTF-8, and some more text. */
  private Path file(String before, int wrong, String after) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(before.getBytes(UTF_8));
    if (wrong > 0) {
      bytes.write(wrong);
    }
    bytes.writeBytes(after.getBytes(UTF_8));
    return Files.write(folder.resolve("f"), bytes.toByteArray());
  }

  @Test
  void filesThatCannotBeOpenedAreRefusedWithTheSameSentence() {
    for (Path path : List.of(folder, folder.resolve("none"))) {
      String message =
          path
              + (path.equals(folder)
                  ? ": this is a folder, not a file"
                  : ": there is no such file");
      assertThatThrownBy(() -> TextFile.read(path, MIB))
          .isInstanceOf(InputException.class)
          .hasMessage(message);
      assertThatThrownBy(() -> LineFile.open(path))
          .isInstanceOf(InputException.class)
          .hasMessage(message);
    }
  }

  @Test
  void aWrongByteHasTheSamePlace() throws Exception {
    Path path = file("\uFEFFab\r\n\u00e9\uD83D\uDE00", 0xC3, "x\n\ufeffc\n");
    String message = path + ":2:4: byte 0xC3 is not UTF-8";
    assertThatThrownBy(() -> TextFile.read(path, MIB)).hasMessage(message);
    try (LineFile lines = LineFile.open(path)) {
      assertThat(lines.next()).contains("ab");
      assertThatThrownBy(lines::next).hasMessage(message);
      assertThat(lines.next()).as("a mark is one only at the beginning").contains("\ufeffc");
      assertThat(lines.line()).isEqualTo(3);
      assertThat(lines.next()).isEmpty();
    }
    Path cut = file("a", 0xF0, "");
    assertThatThrownBy(() -> TextFile.read(cut, MIB))
        .hasMessage(cut + ":1:2: byte 0xF0 is not UTF-8");
  }

  @Test
  void sizesAreBounded() throws Exception {
    Path exact = file("x".repeat(MIB), 0, "");
    assertThat(TextFile.read(exact, MIB).text()).hasSize(MIB);
    Path larger = file("x".repeat(MIB), 0, "y");
    assertThatThrownBy(() -> TextFile.read(larger, MIB))
        .hasMessage(larger + ": files of this kind are read up to 1 MiB");
  }

  @Test
  void aLineThatIsTooLongIsSkipped() throws Exception {
    Path path = file("12345678\n123456789\nabc\n", 0, "");
    try (LineFile lines = LineFile.open(path, 8)) {
      assertThat(lines.next()).contains("12345678");
      assertThatThrownBy(lines::next).hasMessage(path + ":2: this line is longer than 8 bytes");
      assertThat(lines.next()).contains("abc");
      assertThat(lines.next()).isEqualTo(Optional.empty());
    }
  }

  @Test
  void linesEndWithLineFeedsCarriageReturnsOrBoth() {
    TextFile file = new TextFile("f", "a\rb\r\n\nc");
    List<String> lines = new ArrayList<>();
    file.lines().forEach(lines::add);
    assertThat(lines).containsExactly("a", "b", "", "c");
    assertThat(file.error(0, "!")).hasMessage("f:1:1: !");
    assertThat(file.error(2, "!")).hasMessage("f:2:1: !");
    assertThat(file.error(6, "!")).hasMessage("f:4:1: !");
    assertThat(file.error(7, "!")).hasMessage("f:4:2: !");
  }
}
