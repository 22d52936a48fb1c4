package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake ends in one sentence on the error stream and exit code 2; nothing is written. */
class BadInputTest {

  private static final String NOT_CERTIFIED =
      "length 127 is not certified in binary32: at the head \"read symbol\" the gap 4.9e-06 is less"
          + " than 4 times the noise 1.5e-06; the largest certified length is 126";

  @TempDir private Path folder;

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake(
            "nope: no such problem in the catalogue; the nearest names are mod-3, mod-5, mod-K",
            "run nope --word 1"),
        mistake("mod-0: expected mod-K with K from 1 to 10000", "explain mod-0"),
        mistake("word:2: unknown symbol 'a', expected one of '0', '1'", "run parity --word 1a1"),
        mistake(
            "regex:(ab:4: expected ')' to end the '(' in column 1, found the end",
            "run regex:(ab --word a"),
        mistake(
            "regex:ab*:2: 'b' is not in the alphabet given (a)",
            "run regex:ab* --alphabet a --word a"),
        mistake("nothere.att: no such file", "check nothere.att"),
        mistake("nothere: there is no such file", "check parity --words nothere"),
        mistake(NOT_CERTIFIED, "explain parity --arithmetic binary32 --max-length 127"),
        mistake(NOT_CERTIFIED, "run parity --arithmetic binary32 --max-length 127 --word 1"),
        mistake(
            "an input of length 2 is longer than --max-length 1",
            "run parity --word 11 --max-length 1"),
        mistake("--max-length -1: a length is at least 0", "run parity --word 1 --max-length -1"),
        mistake(
            "budget \"-5\": it is -5 for n = 1, not a number of steps",
            "run parity --word 1 --budget -5"),
        mistake(
            "budget \"n-2\": it is -1 for n = 1, not a number of steps",
            "run parity --word 1 --budget n-2"),
        mistake("--exhaustive -1: expected a number of at least 0", "check parity --exhaustive -1"),
        mistake("--random -1: expected a number of at least 0", "check parity --random -1"),
        mistake(
            "--length -2: expected a number of at least 0", "check parity --random 3 --length -2"),
        mistake(
            "--conformance -1: expected a number of at least 0", "check parity --conformance -1"),
        mistake("--labels can be given with --words only", "check parity --labels x"),
        mistake("--length and --seed can be given with --random only", "check parity --length 3"),
        mistake("--length and --seed can be given with --random only", "check parity --seed 3"),
        mistake(
            "--alphabet: an alphabet can be given for regex:EXPR only, not for parity",
            "check parity --alphabet 01"),
        mistake(
            "no executor is called gpu; there are reference, nd4j",
            "run parity --word 1 --executor gpu"),
        mistake(
            "--arithmetic binary16: expected binary64 or binary32",
            "run parity --word 1 --arithmetic binary16"));
  }

  private static Arguments mistake(String message, String command) {
    return Arguments.of(command, message);
  }

  @ParameterizedTest(name = "cot {0}")
  @MethodSource("mistakes")
  void aMistakeIsOneSentence(String command, String message) {
    requireSentence(message, command.split(" "));
  }

  private static void requireSentence(String message, String... command) {
    Cli cli = Cli.cot(command);
    assertThat(cli.err()).isEqualToNormalizingNewlines("cot: " + message + "\n");
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(cli.out()).isEmpty();
  }

  static Stream<Arguments> usage() {
    return Stream.of(
        Arguments.of("", "a command is missing", "cot"),
        Arguments.of("fly", "Unmatched argument at index 0: 'fly'", "cot"),
        Arguments.of(
            "run", "Missing required options and parameters: '--word=W', 'PROBLEM'", "cot run"),
        Arguments.of("sweep parity", "Missing required option: '--out=DIR'", "cot sweep"),
        Arguments.of(
            "check parity --random 3 --random 4",
            "option '--random' (COUNT) should be specified only once",
            "cot check"),
        Arguments.of(
            "list --format xml",
            "Invalid value for option '--format': expected one of [TEXT, JSON]"
                + " (case-insensitive) but was 'xml'",
            "cot list"));
  }

  @ParameterizedTest(name = "cot {0}")
  @MethodSource("usage")
  void aCommandThatCannotBeReadPointsToItsHelp(String command, String message, String help) {
    Cli cli = Cli.cot(command.isEmpty() ? new String[0] : command.split(" "));
    assertThat(cli.err().lines()).containsExactly("cot: " + message, "See '" + help + " --help'.");
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(cli.out()).isEmpty();
  }

  static Stream<Arguments> labels() {
    return Stream.of(
        Arguments.of("0\n1\n", "{words}:3:1: there is no label for this word in {labels}"),
        Arguments.of("0\n1\n0\n1\n", "{labels}:4:1: there is no word for this label in {words}"),
        Arguments.of("0\nyes\n0\n", "{labels}:2:1: found \"yes\", expected 1 or 0"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("labels")
  void labelsThatDoNotFitTheirWordsAreRefused(String labels, String message) throws IOException {
    String wordFile = Files.writeString(folder.resolve("words"), "11\n01\n00\n").toString();
    String labelFile = Files.writeString(folder.resolve("labels"), labels).toString();
    requireSentence(
        message.replace("{words}", wordFile).replace("{labels}", labelFile),
        "check",
        "parity",
        "--words",
        wordFile,
        "--labels",
        labelFile);
  }

  @Test
  void anUnknownSymbolInAFileOfWordsIsShownByItsPlace() throws IOException {
    String words = Files.writeString(folder.resolve("words"), "11\n0x1\n").toString();
    requireSentence(
        words + ":2:2: unknown symbol 'x', expected one of '0', '1'",
        "check",
        "parity",
        "--words",
        words);
  }

  @Test
  void aFolderThatIsAFileIsRefusedBeforeAnythingIsMeasured() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    requireSentence(
        "cannot write into folder %s: %s is not a folder".formatted(file, file),
        "sweep",
        "parity",
        "--out",
        file.toString());
    assertThat(file).hasContent("mine");
  }

  static Stream<Arguments> sweeps() {
    return Stream.of(
        mistake("--lengths -1: a length is at least 0", "parity --lengths 4,-1"),
        mistake("--samples 0: expected at least 1", "parity --samples 0"),
        mistake(
            "nope: no such problem in the catalogue; the nearest names are mod-3, mod-5, mod-K",
            "parity nope"),
        mistake(
            "--alphabet: an alphabet can be given for regex:EXPR only, not for parity",
            "parity --alphabet 01"),
        mistake("no executor is called gpu; there are reference, nd4j", "parity --executor gpu"));
  }

  @ParameterizedTest(name = "cot sweep {0}")
  @MethodSource("sweeps")
  void aSweepThatCannotBeDoneWritesNothing(String options, String message) {
    Path out = folder.resolve("out");
    requireSentence(message, ("sweep --out " + out + " " + options).split(" "));
    assertThat(out).doesNotExist();
  }

  @Disabled("Cot.explainFailure does not know FormulaException: exit code 3 and a stack trace")
  @Test
  void aMalformedBudgetIsShownByItsColumn() {
    String expected = "expected a number, n, t, log, sqrt or an opening bracket";
    requireSentence(
        "budget \"n+\", column 3: it ends too early; " + expected,
        "run",
        "parity",
        "--word",
        "1",
        "--budget",
        "n+");
    requireSentence(
        "budget \"x\", column 1: found \"x\"; " + expected,
        "sweep",
        "parity",
        "--budgets",
        "n,x",
        "--out",
        folder.resolve("out").toString());
    assertThat(folder.resolve("out")).doesNotExist();
  }
}
