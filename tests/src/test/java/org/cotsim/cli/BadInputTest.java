package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each mistake ends in one sentence on the error stream and exit code 2; nothing is written. */
class BadInputTest {

  @TempDir private Path folder;

  @ParameterizedTest(name = "cot {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          run parity | --word is missing; its symbols are '0', '1', as in --word 010
          trace parity --out page.html | --word is missing; its symbols are '0', '1', as in --word 010
          trace word-a5 --out page.html | --word is missing; its symbols are '(12345)', '(123)', written with spaces between them, as in --word '(12345) (123) (12345)'
          run palindrome | --word is missing; its symbols are 'a', 'b', as in --word aba
          run hops-3 | --word is missing; an input is written as in --word '3 1 0 4 2 s=4 t=1'
          run graph-gnp | --word is missing; an input is written as in --word '{"edges":[["v2","v1"],["v6","v5"],["v6","v3"]],"source":"v3","target":"v5","directed":false}'
          trace --word 1 --out page.html | a PROBLEM is missing: a name from 'cot list', or a file
          trace parity --word 12 --out page.html | word, column 2: unknown symbol '2', expected one of '0', '1'
          trace busy-beaver-5 --word a --out page.html | word, column 1: unknown symbol 'a', expected one of '1'
          trace busy-beaver-5 --steps-at-most 50000 --word= --out page.html | a trace of 50002 tokens is too long; at most 40000 can be shown
          trace parity --word 1 --out . | cannot write .: it is a folder
          trace parity --word 1 --exercises 0 --out page.html | --exercises 0: expected at least 1
          trace palindrome --word aba --arithmetic binary32 --exercises 3 --out page.html | exercises are decoded in the page, which is there for regular languages and small Turing machines and graphs, in binary64 or with bits:P up to 53; palindrome with these options is none of them
          trace parity --word= --exercises 5 --out page.html | --exercises 5: only 1 different words of length 0 were found
          explain | a PROBLEM is missing: a name from 'cot list', or a file
          run nope --word 1 | nope: no such problem in the catalogue; the nearest names are mod-K, mod-3, mod-5
          explain mod-0 | mod-0: expected mod-K with K from 1 to 10000
          run parity --word 1a1 | word, column 2: unknown symbol 'a', expected one of '0', '1'
          run regex:(ab --word a | regex:(ab, column 4: expected ')' to end the '(' in column 1, found the end
          run formula:a&) --word a | formula:a&), column 3: expected a formula, found ')'
          run formula:O(a --word a | formula:O(a, column 4: expected ')' for the '(' in column 2, found the end
          run formula:Fa --alphabet a --word a | formula:Fa, column 1: 'Fa' is not in the alphabet given (a)
          explain ltlf:#(a)>1 | ltlf:#(a)>1, column 1: found '#': LTLf does not count; formula: does, and looks back
          explain formula:true | formula:true: no letter occurs: name the letters with --alphabet
          explain nothere.crasp | nothere.crasp: there is no such file
          explain formula:a --hash plain | a formula compares positions by the scaled hash, or by digits; --hash plain does not apply
          explain formula:a --mask strict | a formula has heads of both masks; the mask cannot be chosen
          check formula:#(a)>1 --conformance 1 | formula:#(a)>1 counts, and only of formulas that do not is a finite automaton made
          explain formula:a --hash digits | counts made by attention have no digits; the hash digits needs embedded positions
          explain parity --hash folded --positions embedded | the hash folded is for counts made by attention; embedded positions have the hash digits
          explain parity --hash folded --attention softmax:9 | the hash folded needs counts without noise, so saturated attention
          explain formula:a --hash folded | a formula compares positions by the scaled hash, or by digits; --hash folded does not apply
          explain hops-2 --hash folded | hops compare counts by the angle of a hash; --hash folded is not built for them
          explain graph-gnp --by thoughts --hash folded --norm multi | thoughts compare no counts and no positions; --hash and --positions do not apply
          precision busy-beaver-5 --by forgetting --longest 64 | how far a chain that forgets is right depends on its contexts, not on its length
          bench palindrome --by forgetting --length 50 --profile | --profile is not for a chain that forgets
          explain busy-beaver-5 --by forgetting --hash folded | the decoder that forgets compares counts by the angle of a hash; --hash folded is not built for it
          explain busy-beaver-5 --hash folded --rightmost differences | the hash folded finds the latest write by counting; --rightmost differences does not apply
          explain parity --by cascade --hash folded | the cascade decoder compares positions by the scaled hash, or by digits; --hash folded does not apply
          explain tomita-7 --by ordered --hash folded | the ordered decoder reads no position and compares none, in any arithmetic; --hash and --positions do not apply
          explain parity --by loops --hash folded | the looped decoder counts by attention, with the scaled hash; --hash and --positions do not apply
          explain parity --by cascade --hash plain | the cascade decoder compares positions by the scaled hash, or by digits; --hash plain does not apply
          explain tomita-7 --by ordered --positions embedded | the ordered decoder reads no position and compares none, in any arithmetic; --hash and --positions do not apply
          run regex:ab* --alphabet a --word a | regex:ab*, column 2: 'b' is not in the alphabet given (a)
          explain model:parity.json | a model:FILE can be given to run, learn and divergence only, a model:FILE.onnx to check, sweep and grade too
          check nothere.att | nothere.att: there is no such file
          check parity --words nothere | nothere: there is no such file
          run parity --word 11 --max-length 1 | an input of 2 tokens is longer than --max-length 1
          run parity --word 1 --max-length -1 | --max-length -1: a length is at least 0
          run parity --word 1 --budget -5 | budget "-5": it is -5 for n = 1, not a number of steps
          run parity --word 1 --budget n-2 | budget "n-2": it is -1 for n = 1, not a number of steps
          check parity --exhaustive -1 | --exhaustive -1: expected a number of at least 0
          check parity --exhaustive 60 | --exhaustive 60: there are 1073741823 inputs up to length 29 alone, and at most 1000000000 are gone through; --random or --conformance chooses some
          check palindrome --exhaustive 60 | --exhaustive 60: there are 1073741823 inputs up to length 29 alone, and at most 1000000000 are gone through; --random or --conformance chooses some
          check parity --random -1 | --random -1: expected a number of at least 0
          check parity --random 3 --length -2 | --length -2: expected a number of at least 0
          check parity --conformance -1 | --conformance -1: expected a number of at least 0
          check parity --labels x | --labels can be given with --words only
          check parity --length 3 | --length and --seed can be given with --random only
          check parity --seed 3 | --length and --seed can be given with --random only
          check parity --alphabet 01 | --alphabet: an alphabet can be given for regex:EXPR, formula:TEXT, ltlf:TEXT and FILE.crasp only, not for parity
          run parity --word 1 --executor gpu | no executor is called gpu; there are indexed, reference, nd4j, onnxruntime, tokens-only
          """)
  void aMistakeIsOneSentence(String command, String message) {
    requireSentence(message, command.split(" "));
  }

  @ParameterizedTest(name = "cot {0}")
  @ValueSource(strings = {"explain parity", "run parity --word 1", "check parity --exhaustive 3"})
  void aLengthAboveTheCertificateIsRefusedWithTheLargestOne(String command) {
    requireSentence(
        "an input of 127 and a chain of 128 tokens are not certified in binary32: at the head \"read symbol\" the gap 4.9e-06 is"
            + " less than 4 times the noise 1.5e-06; the largest certified length is 126",
        (command + " --hash scaled --arithmetic binary32 --max-length 127").split(" "));
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
        Arguments.of("fly", "found 'fly', expected a command first", "cot"),
        Arguments.of("run parity 01", "found '01', expected nothing more", "cot run"),
        Arguments.of("run --zzz 1 --qqq", "unknown options: '--zzz', '--qqq'", "cot run"),
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

  @ParameterizedTest(name = "cot {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          trace parity --wrod 01 | unknown option: '--wrod' | --word
          sweep parity --length 4 --out x | unknown option: '--length' | --lengths
          gallery --problem=x --out y | unknown option: '--problem=x' | --problems
          trase parity | found 'trase', expected a command first | trace
          """)
  void whatMayBeMeantIsNamed(String command, String message, String meant) {
    Cli cli = Cli.cot(command.split(" "));
    assertThat(cli.err().lines().toList())
        .hasSize(3)
        .startsWith("cot: " + message)
        .element(1)
        .asString()
        .matches("Did you mean .*\\b?" + meant + "\\b.*\\?");
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(cli.out()).isEmpty();
  }

  @Test
  void symbolsWrittenWithoutSpacesGetAHint() {
    requireSentence(
        "word, column 1: unknown symbol '(12345)(123)', expected one of '(12345)', '(123)'; with"
            + " spaces between the symbols: '(12345) (123)'",
        "run",
        "word-a5",
        "--word",
        "(12345)(123)");
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

  @ParameterizedTest(name = "cot sweep {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          parity --lengths 4,-1 | --lengths -1: a length is at least 0
          parity --resume --overwrite | --resume and --overwrite exclude each other
          parity --samples 0 | --samples 0: expected at least 1
          palindrome --lengths 8 --steps-at-most 20 | palindrome, n = 8: the machine has not answered after 20 steps (--steps-at-most), so there is no right answer to compare with
          parity nope | nope: no such problem in the catalogue; the nearest names are mod-K, mod-3, mod-5
          parity --alphabet 01 | --alphabet: an alphabet can be given for regex:EXPR, formula:TEXT, ltlf:TEXT and FILE.crasp only, not for parity
          parity --executor gpu | no executor is called gpu; there are indexed, reference, nd4j, onnxruntime, tokens-only
          """)
  void aSweepThatCannotBeDoneWritesNothing(String options, String message) {
    Path out = folder.resolve("out");
    requireSentence(message, ("sweep --out " + out + " " + options).split(" "));
    assertThat(out).doesNotExist();
  }

  @Test
  void aMalformedBudgetIsShownByItsColumn() {
    String expected = "expected a number, n, t, V, E, log, sqrt or an opening bracket";
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

  @Test
  void aBudgetOfManyBracketsIsRefusedAndOneOfManyOperatorsIsRead() {
    String deep = "(".repeat(20_000) + "n" + ")".repeat(20_000);
    requireSentence(
        "budget \"" + "(".repeat(60) + "...\", column 101: it is nested more than 100 deep",
        "run",
        "parity",
        "--word",
        "1",
        "--budget",
        deep);
    Cli.done("run", "parity", "--word", "1", "--budget", "n" + "+n".repeat(20_000));
  }

  @Test
  void controlCharactersOfTheInputNeverReachATerminal() {
    requireSentence(
        "word, column 1: unknown symbol '\\u001b', expected one of '0', '1'",
        "run",
        "parity",
        "--word",
        "\u001b");
  }
}
