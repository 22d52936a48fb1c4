package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own shows: locales, lost output, devices, and the end of memory. */
@EnabledOnOs(OS.LINUX)
class ProcessTest {

  @TempDir private Path folder;

  private Cli shell(String script, String... arguments) throws IOException, InterruptedException {
    return CommandProcess.inShell(folder, script, List.of(), arguments);
  }

  private void requireSentence(Cli cli, String sentence) {
    assertThat(cli.err()).isEqualTo("cot: " + sentence + "\n");
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
  }

  @Test
  void inALocaleOfAsciiLettersAreStillTheirOwn() throws IOException, InterruptedException {
    String expression = "regex:(\u00e4\u00f6)*";
    Cli right = shell("LC_ALL=C \"$@\"", "run", expression, "--word", "\u00e4\u00f6");
    assertThat(right.err()).isEmpty();
    assertThat(right.out()).contains("answer    accept").contains("input     \u00e4\u00f6 (n = 2)");
    Cli wrong = shell("LC_ALL=C \"$@\"", "run", expression, "--word", "\u00e4\u00e4");
    assertThat(wrong.out()).contains("answer    reject; the oracle says reject");
  }

  @Test
  void bytesThatAreNoLettersAreRefused() throws IOException, InterruptedException {
    requireSentence(
        shell("LC_ALL=C \"$@\" $'regex:\\xe4' --word a", "run"),
        "this locale has not all letters of the arguments; set LC_ALL=C.UTF-8");
  }

  @Test
  void aFileNameThatTheLocaleCannotWriteIsRefused() throws IOException, InterruptedException {
    requireSentence(
        shell("LC_ALL=C \"$@\"", "explain", "\u00e4.att"),
        "\u00e4.att: no file can have this name here; a locale with all letters, such as"
            + " LC_ALL=C.UTF-8, allows it");
  }

  @Test
  void outputThatIsLostIsAnError() throws IOException, InterruptedException {
    requireSentence(
        shell("\"$@\" > /dev/full", "list"), "not all output was written: No space left on device");
  }

  @Test
  void aReaderThatHasSeenEnoughIsNoError() throws IOException, InterruptedException {
    Cli cli = shell("\"$@\" > >(exec 0<&-; sleep 0); exit $?", "--version");
    assertThat(cli.err()).isEmpty();
    assertThat(cli.code()).isEqualTo(Cot.DONE);
  }

  @Test
  void aFolderThatCannotBeMadeIsFoundBeforeTheWork() throws IOException, InterruptedException {
    Cli cli = shell("\"$@\"", "manifold", "--out", "/proc/nowhere", "--repetitions", "1000");
    assertThat(cli.err()).startsWith("cot: cannot write into folder /proc/nowhere: ");
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
  }

  @Test
  void devicesPipesAndLinksAreWrittenIntoAndStay() throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("file"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("file"));
    Cli cli =
        shell(
            "mkfifo pipe; cat pipe > piped & \"$@\" --out pipe && wait && \"$@\" --out link",
            "export",
            "parity",
            "--format",
            "json");
    assertThat(cli.err()).isEmpty();
    assertThat(cli.out()).contains("written   pipe: JSON\n");
    assertThat(link).isSymbolicLink();
    assertThat(file).hasSameBinaryContentAs(folder.resolve("piped")).content().startsWith("{");
    requireSentence(
        shell("\"$@\"", "export", "parity", "--format", "json", "--out", "/dev/full"),
        "cannot write /dev/full: No space left on device");
    Cli piped =
        shell("\"$@\" | cat", "export", "parity", "--format", "json", "--out", "/dev/stdout");
    assertThat(piped.out()).isEqualTo(Files.readString(file));
    Cli dashed = shell("\"$@\" | cat", "export", "parity", "--format", "json", "--out", "-");
    assertThat(dashed.out()).isEqualTo(piped.out());
  }

  @Test
  void wordsAreReadFromTheStandardInput() throws IOException, InterruptedException {
    Cli cli = shell("printf '01\\n11\\n' | \"$@\"", "check", "parity", "--words", "-");
    assertThat(cli.err()).isEmpty();
    assertThat(cli.out()).contains("2 right, 0 wrong").contains("the words of -; no others");
    requireSentence(
        shell("printf '01\\n2\\n' | \"$@\"", "check", "parity", "--words", "-"),
        "the standard input:2:1: unknown symbol '2', expected one of '0', '1'");
  }

  @Test
  void theEndOfMemoryIsASentence() throws IOException, InterruptedException {
    StringBuilder loops = new StringBuilder("0\n");
    for (int i = 0; i < 100_000; i++) {
      loops.append("0\t0\ts").append(i).append('\n');
    }
    Files.writeString(folder.resolve("many.att"), loops);
    Cli cli = CommandProcess.inShell(folder, "\"$@\"", List.of("-Xmx20m"), "explain", "many.att");
    assertThat(cli.err()).matches("cot: out of memory: this takes more than the \\d+ MB .*\n");
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
  }
}
