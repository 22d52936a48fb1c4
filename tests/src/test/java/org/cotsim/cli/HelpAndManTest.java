package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Help, the manual and completion say what the commands take. */
class HelpAndManTest {

  @TempDir private Path folder;

  static Stream<String> commands() {
    return Cli.done("--help")
        .out()
        .lines()
        .dropWhile(line -> !line.equals("Commands:"))
        .skip(1)
        .takeWhile(line -> !line.isBlank())
        .filter(line -> Pattern.matches("  [a-z].*", line))
        .map(line -> line.strip().split(" ", 2)[0]);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpAndTheManualNameEveryOption(String command) {
    String help = Cli.done("help", command).out();
    if (!command.equals("help")) {
      assertThat(help).isEqualTo(Cli.done(command, "--help").out());
    }
    String page = Cli.done("man", command).out();
    assertThat(page).startsWith(".TH \"COT\\-").contains(".SH \"SYNOPSIS\"", ".SH \"EXIT STATUS\"");
    Pattern.compile("(?m)^  .{0,4}(--[a-z-]+)")
        .matcher(help)
        .results()
        .forEach(option -> assertThat(page).contains(option.group(1).replace("-", "\\-")));
  }

  @Test
  void thereAreCommands() {
    assertThat(commands()).contains("run", "check", "sweep", "completion", "man", "help");
  }

  @Test
  void groffHasNothingToSayAboutThePages() throws IOException, InterruptedException {
    assumeTrue(installed("groff"), "skipped: groff is not installed");
    Cli.done("man", "--out", folder.toString());
    List<String> command = new ArrayList<>(List.of("groff", "-man", "-ww", "-z", "-Tutf8"));
    try (Stream<Path> pages = Files.list(folder)) {
      pages.map(Path::toString).forEach(command::add);
    }
    assertThat(command).contains(folder.resolve("cot.1").toString());
    assertThat(command).contains(folder.resolve("cot-check.1").toString());
    Process groff = new ProcessBuilder(command).redirectErrorStream(true).start();
    assertThat(new String(groff.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
    assertThat(groff.waitFor()).isZero();
  }

  private static boolean installed(String program) {
    return Arrays.stream(System.getenv("PATH").split(":", -1))
        .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
  }

  @ParameterizedTest(name = "cot {0}")
  @DisabledOnOs(OS.WINDOWS)
  @CsvSource({
    "swe, sweep",
    "run word-a, word-a5",
    "check parity --executor ref, reference",
    "check parity --by casc, cascade",
    "export parity --format js, json",
    "check parity --mask s, strict",
    "completion z, zsh"
  })
  void bashCompletesTheLastWord(String typed, String completed)
      throws IOException, InterruptedException {
    assumeTrue(installed("bash"), "skipped: bash is not installed");
    Path script = Files.writeString(folder.resolve("cot.bash"), Cli.done("completion").out());
    String shell =
        "source %s; COMP_WORDS=(cot %s); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _complete_cot cot ${COMP_WORDS[-1]} ${COMP_WORDS[-2]}; echo ${COMPREPLY[@]}"
            .formatted(script, typed);
    Process bash = new ProcessBuilder("bash", "-c", shell).redirectErrorStream(true).start();
    assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
        .isEqualTo(completed);
  }

  @Test
  void filesAreCompletedWhereNoNameFits() {
    assertThat(Cli.done("completion").out())
        .contains("complete -F _complete_cot -o default cot")
        .doesNotContain("+o default");
  }

  @ParameterizedTest(name = "cot {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          man nope | there is no command nope; there are list, budget,
          man run --out DIR | --out writes the pages of all commands; COMMAND is one
          help nope | Unknown subcommand 'nope'.
          sweep parity --lengths 3 --out - | cannot write into folder -: several files do not fit the standard output
          """)
  void whatIsNotThereIsOneSentence(String command, String message) {
    Cli cli = Cli.cot(command.split(" ", -1));
    assertThat(cli.err()).startsWith("cot: " + message);
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
  }
}
