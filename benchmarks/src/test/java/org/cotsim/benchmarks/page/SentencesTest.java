package org.cotsim.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.assemble.Phrase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sentences of the pages, each language with the keys and values of English. */
class SentencesTest {

  private static final Path RESOURCES = Path.of("src/main/resources/org/cotsim/benchmarks/page");
  private static final Path CLASSES = Path.of("src/main/java/org/cotsim/benchmarks/page");
  private static final Pattern IN_HTML = Pattern.compile("\\{\\{=([^}]*)}}");
  private static final Pattern IN_CODE = Pattern.compile("\\b(?:say|parts)\\(\"([a-z0-9.]+)\"[,)]");
  private static final Pattern MADE = Pattern.compile("[\"`]([a-z]+(?:\\.[a-z]+)*\\.?)[\"`] \\+");

  private static final List<Path> CONSTRUCTIONS =
      List.of(
          Path.of("../simulator/src/main/java/org/cotsim/simulator"),
          Path.of("src/main/java/org/cotsim/benchmarks/problem"),
          Path.of("../languages/src/main/java/org/cotsim/languages/automaton"),
          Path.of("../languages/src/main/java/org/cotsim/languages/catalogue"));
  private static final Pattern PHRASE =
      Pattern.compile("\\bPhrase\\.of\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

  @TempDir private Path folder;

  private static String sources() throws IOException {
    return sources(List.of(RESOURCES, CLASSES));
  }

  private static String sources(List<Path> roots) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Path root : roots) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file :
            files.filter(one -> one.toString().matches(".*\\.(js|html|java)")).toList()) {
          text.append(Files.readString(file));
        }
      }
    }
    return text.toString();
  }

  private static String english() {
    return Resource.text("sentences/en.properties");
  }

  private String refused(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("own.properties"), text);
    try {
      SentencesFile.read(file);
      return "";
    } catch (InputException e) {
      return e.getMessage().replace(file.toString(), "FILE");
    }
  }

  @Test
  void everyLanguageHasTheKeysAndValuesOfEnglish() throws InputException {
    for (String language : SentencesFile.LANGUAGES) {
      Sentences own = SentencesFile.in(language);
      assertThat(own.language()).isEqualTo(language);
      assertThat(own.keys()).isEqualTo(SentencesFile.english().keys());
    }
  }

  @Test
  void whatPagesAskForIsThereAndNothingElse() throws IOException {
    String sources = sources();
    Sentences english = SentencesFile.english();
    for (Pattern pattern : List.of(IN_HTML, IN_CODE)) {
      assertThat(english.keys())
          .containsAll(pattern.matcher(sources).results().map(one -> one.group(1)).toList());
    }
    List<String> made = MADE.matcher(sources).results().map(one -> one.group(1)).toList();
    List<String> unused =
        english.keys().stream()
            .filter(key -> !Sentences.isPhrase(key))
            .filter(
                key -> !sources.contains("\"" + key + "\"") && !sources.contains("=" + key + "}}"))
            .filter(key -> made.stream().noneMatch(start -> key.startsWith(start)))
            .toList();
    assertThat(unused).isEmpty();
  }

  /** Whatever the catalogue; what is said of its constructions PhrasesTest compares. */
  @Test
  void whatConstructionsSayIsThereAndNothingElse() throws Exception {
    Sentences english = SentencesFile.english();
    List<String> words =
        english.keys().stream()
            .filter(key -> key.startsWith(Sentences.WORDS))
            .map(english::text)
            .toList();
    String sources = sources(CONSTRUCTIONS).replaceAll("\"\\s*\\+\\s*\"", "");
    assertThat(words).hasSizeGreaterThan(250).doesNotHaveDuplicates();
    assertThat(words.stream().filter(text -> !saidIn(text, sources))).isEmpty();
    assertThat(
            PHRASE
                .matcher(sources)
                .results()
                .map(found -> Phrase.of(found.group(1)))
                .filter(phrase -> !phrase.isBare())
                .map(Phrase::template)
                .filter(template -> !words.contains(template) && !template.contains("\\u")))
        .isEmpty();
  }

  @Test
  void problemsAreThoseOfTheCatalogue() throws Exception {
    Sentences english = SentencesFile.english();
    for (String key : english.keys()) {
      if (key.startsWith(Sentences.PROBLEMS)) {
        String name = key.substring(Sentences.PROBLEMS.length());
        assertThat(english.text(key)).as(name).isEqualTo(Problems.find(name).summary());
      }
    }
  }

  /** A kind of token is named in capitals there. */
  private static boolean saidIn(String text, String sources) {
    return Stream.of("\"%s\"", "; %s\"", "\"%s; ")
            .anyMatch(said -> sources.contains(said.formatted(text)))
        || sources.contains(text.toUpperCase(Locale.ROOT));
  }

  @Test
  void phrasesAreSaidWithTheirValuesInTheLanguage() throws Exception {
    Sentences german = SentencesFile.in("de");
    Phrase half =
        Phrase.of(
            "{value}, so {count} = {number}",
            "value",
            figure("0.25"),
            "count",
            "m",
            "number",
            4000);
    assertThat(half).hasToString("0.25, so m = 4000");
    assertThat(german.say(half)).isEqualTo("0,25, also m = 4\u202f000");
    assertThat(Sentences.of(german.toJson()).say(half)).isEqualTo(german.say(half));
    assertThat(SentencesFile.english().say(half)).isEqualTo("0.25, so m = 4\u202f000");
    Phrase list = Phrase.name(List.of(figure("0.5"), figure("1/3")));
    assertThat(german.say(list)).isEqualTo("0,5; 1/3");
    assertThat(german.say(Phrase.name(List.of(Phrase.of("yes"), "yes")))).isEqualTo("ja, yes");
    assertThat(german.unknown(Phrase.of("to {whom}", "whom", Phrase.of("nobody"))))
        .containsExactly("nobody", "to {whom}");
  }

  private static Phrase.Figure figure(String spelled) {
    return new Phrase.Figure(spelled);
  }

  @Test
  void numbersChooseBetweenTwoTexts() {
    Sentences some = new Sentences(Map.of("k", "{n} {n|step|steps} to {where}."));
    assertThat(some.say("k", Map.of("n", 1, "where", "go"))).isEqualTo("1 step to go.");
    assertThat(some.say("k", Map.of("n", 0, "where", "{n}"))).isEqualTo("0 steps to {n}.");
    assertThatThrownBy(() -> some.say("k", Map.of("n", 1))).hasMessage("no value for {where} in k");
    assertThatThrownBy(() -> some.say("other")).hasMessage("no sentence other");
  }

  @Test
  void aFileThatDoesNotFitIsRefusedWithAllThatIsWrong() throws IOException {
    assertThat(refused(english())).isEmpty();
    String wrong =
        english()
            .replaceFirst("(?m)^trace.input = .*\n", "")
            .replaceFirst("(?m)^trace.reads =", "trace.read =")
            .replaceFirst("(?m)^(tapes.cell = ).*", "$1cell {number}")
            .replaceFirst("(?m)^(quotation = ).*", "$1{text}\"")
            .replaceFirst("(?m)^(number.point =).*", "$1");
    assertThat(refused(wrong).lines())
        .hasSize(6)
        .anyMatch(line -> line.endsWith(": quotation has no mark on both sides of {text}"))
        .anyMatch(line -> line.endsWith(": number.point is empty"))
        .contains("FILE: trace.input is missing, in English: Input")
        .anyMatch(
            line -> line.matches("FILE:\\d+:1: no sentence is called trace.read; .* trace.reads"))
        .anyMatch(
            line ->
                line.matches(
                    "FILE:\\d+:1: tapes.cell has the values \\[number], in English \\[cell]"));
    assertThat(refused("language = fr\nno sign\nlanguage = de\n").lines())
        .containsExactly(
            "FILE:2:1: expected 'key = sentence'",
            "FILE:3:1: language is given twice, first in line 1");
  }

  @Test
  void phrasesThatAFileLeavesOutStayEnglishAndOthersAreItsOwn() throws IOException, InputException {
    String some =
        english()
            .replaceAll("(?m)^words\\.(?!none).*\n", "")
            .replaceFirst("(?m)^words.none = .*", "words.none = nobody");
    assertThat(refused(some)).isEmpty();
    Path file = folder.resolve("some.properties");
    Files.writeString(file, some);
    Sentences own = SentencesFile.read(file);
    assertThat(own.say(Phrase.of("none"))).isEqualTo("nobody");
    assertThat(own.say(Phrase.of("yes"))).isEqualTo("yes");
  }

  @Test
  void anUnknownLanguageIsRefusedWithThoseThatThereAre() {
    assertThatThrownBy(() -> SentencesFile.in("fr"))
        .hasMessage("--language: found 'fr', expected en or de; for others see --sentences");
  }

  /** Sentences are HTML or text as their place wants it: none brings markup of its own. */
  @Test
  void noSentenceHasMarkup() throws InputException {
    for (String language : SentencesFile.LANGUAGES) {
      Sentences own = SentencesFile.in(language);
      assertThat(own.keys().stream().map(own::text).toList())
          .noneMatch(text -> text.contains("<") || text.contains("&amp;"));
    }
  }
}
