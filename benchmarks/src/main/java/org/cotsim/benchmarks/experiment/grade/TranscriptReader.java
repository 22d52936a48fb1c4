package org.cotsim.benchmarks.experiment.grade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotsim.benchmarks.experiment.AnswerText;
import org.cotsim.benchmarks.experiment.data.ChatText;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Vocabulary;

/**
 * Reads chain and answer from what a model said, in the spelling of {@code cot data} or in usual
 * others, which are noted; a word that is no token stays as it is.
 */
final class TranscriptReader {

  /** What stands before an answer. */
  static final String ANSWER_MARK = ChatText.ANSWER;

  private static final Pattern MARK =
      Pattern.compile(
          "(?i)(?<![\\p{L}\\p{N}_])(?:(?:the\\s+)?(?:final\\s+)?answer(?:\\s+is\\s*:?|\\s*[:=])|####|\\\\boxed\\{)\\s*(?:\\*\\*\\s*)?");
  private static final Pattern FENCE = Pattern.compile("(?m)^\\s*```.*$");
  private static final Pattern TAG = Pattern.compile("</?think>|<\\|[\\w ]+\\|>|</?s>|<eos>");
  private static final Pattern AROUND =
      Pattern.compile("^[\\s\\[({\"'`*$]+|[\\s\\])}\"'`*$.,;!]+$");
  private static final Pattern FORMAT = Pattern.compile("^[\\s`*]+|[\\s`*]+$");

  private final Vocabulary vocabulary;
  private final boolean spells;
  private final TokenSet ofChains;
  private final Spellings steps;
  private final Spellings answers;

  TranscriptReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.spells = AnswerText.spells(vocabulary);
    this.ofChains = vocabulary.chain();
    this.steps = spellings(ofChains);
    this.answers = spellings(vocabulary.withRole(Token.Role.ANSWER));
  }

  private Spellings spellings(TokenSet tokens) {
    return new Spellings(tokens.stream().mapToObj(id -> vocabulary.token(id).text()));
  }

  Transcript read(Said said) {
    if (said instanceof Said.Text text) {
      return new OfText().read(text.text());
    }
    if (said instanceof Said.Tokens tokens) {
      return ofTokens(tokens);
    }
    if (said instanceof Said.Ids ids) {
      return ofIds(ids);
    }
    return Transcript.unreadable(((Said.Nothing) said).why(), Set.of());
  }

  private Transcript ofTokens(Said.Tokens tokens) {
    Set<Tolerance> tolerated = EnumSet.noneOf(Tolerance.class);
    List<String> chain = new ArrayList<>();
    Optional<String> unknown = Optional.empty();
    for (String token : tokens.chain()) {
      String bare = token.strip();
      Optional<String> other = steps.has(bare) ? Optional.of(bare) : steps.inOtherCase(bare);
      if (other.isEmpty() && unknown.isEmpty()) {
        unknown = Optional.of(token);
      }
      if (other.isPresent() && !other.get().equals(token)) {
        tolerated.add(bare.equals(other.get()) ? Tolerance.SPACES : Tolerance.LETTER_CASE);
      }
      chain.add(other.orElse(token));
    }
    Optional<String> answer = tokens.answer().map(text -> answer(text, tolerated));
    return answer.isEmpty() && chain.isEmpty()
        ? Transcript.unreadable("there is neither a chain nor an answer", tolerated)
        : new Transcript(chain, answer, Optional.empty(), unknown, tolerated);
  }

  private Transcript ofIds(Said.Ids ids) {
    List<Integer> all = new ArrayList<>(ids.chain());
    all.addAll(ids.answer());
    Optional<Integer> strange =
        all.stream().filter(id -> id < 0 || id >= vocabulary.size()).findFirst();
    if (strange.isPresent()) {
      return Transcript.unreadable(
          "the token %d is none of the %d of the vocabulary"
              .formatted(strange.get(), vocabulary.size()),
          Set.of());
    }
    int[] answer = ids.answer().stream().mapToInt(Integer::intValue).toArray();
    int[] chain = ids.chain().stream().mapToInt(Integer::intValue).toArray();
    Optional<String> unknown =
        Arrays.stream(chain)
            .filter(id -> !ofChains.contains(id))
            .mapToObj(id -> vocabulary.token(id).text())
            .findFirst();
    Optional<String> text =
        answer.length == 0
            ? Optional.empty()
            : Optional.of(
                AnswerText.of(
                    vocabulary,
                    Arrays.copyOf(answer, answer.length - 1),
                    answer[answer.length - 1]));
    return new Transcript(
        AnswerText.texts(vocabulary, chain), text, Optional.empty(), unknown, Set.of());
  }

  /** An answer in the spelling of the vocabulary, or as it is. */
  private String answer(String text, Set<Tolerance> tolerated) {
    String bare = FORMAT.matcher(text).replaceAll("");
    if (spells || answers.has(bare)) {
      if (!bare.equals(text.strip())) {
        tolerated.add(Tolerance.DECORATION);
      }
      return bare;
    }
    String inner = AROUND.matcher(text).replaceAll("");
    Optional<String> known = answers.has(inner) ? Optional.of(inner) : answers.inOtherCase(inner);
    if (known.isPresent()) {
      tolerated.add(inner.equals(known.get()) ? Tolerance.DECORATION : Tolerance.LETTER_CASE);
      return known.get();
    }
    String[] words = Spellings.words(text);
    String first = words.length == 0 ? "" : AROUND.matcher(words[0]).replaceAll("");
    if (words.length > 1 && answers.has(first)) {
      tolerated.add(Tolerance.TRAILING_TEXT);
      return first;
    }
    return inner;
  }

  /** One text that is read. */
  private final class OfText {

    private final Set<Tolerance> tolerated = EnumSet.noneOf(Tolerance.class);

    Transcript read(String said) {
      String text = said.replace("\r\n", "\n");
      text = without(FENCE, text, Tolerance.CODE_FENCE);
      text = without(TAG, text, Tolerance.TAGS);
      if (!text.equals(text.strip()) && tolerated.isEmpty()) {
        tolerated.add(Tolerance.SPACES);
      }
      text = text.strip();
      if (text.isEmpty()) {
        return Transcript.unreadable("it is empty", tolerated);
      }
      int from = text.length();
      Optional<String> answer = Optional.empty();
      Matcher mark = MARK.matcher(text);
      int end = -1;
      while (mark.find()) {
        from = mark.start();
        end = mark.end();
      }
      if (end >= 0) {
        answer = Optional.of(marked(text, from, end));
      } else if (!spells) {
        from = lastWord(text);
        answer =
            from < text.length()
                ? Optional.of(answer(text.substring(from), tolerated))
                : Optional.empty();
      }
      ChainReader.Read chain = ChainReader.read(text.substring(0, from), steps, tolerated);
      return answer.isEmpty() && !chain.known()
          ? Transcript.unreadable("it has no token and no answer", tolerated)
          : new Transcript(chain.chain(), answer, Optional.empty(), chain.unknown(), tolerated);
    }

    private String without(Pattern pattern, String text, Tolerance tolerance) {
      String rest = pattern.matcher(text).replaceAll("");
      if (!rest.equals(text)) {
        tolerated.add(tolerance);
      }
      return rest;
    }

    private String marked(String text, int from, int end) {
      boolean own =
          text.startsWith(ANSWER_MARK.strip(), from)
              && (from == 0 || text.charAt(from - 1) == '\n')
              && end <= from + ANSWER_MARK.length();
      if (!own) {
        tolerated.add(Tolerance.ANSWER_MARK);
      }
      String rest = text.substring(end);
      int line = rest.indexOf('\n');
      if (line >= 0 && !rest.substring(line).isBlank()) {
        tolerated.add(Tolerance.TRAILING_TEXT);
      }
      return answer(line < 0 ? rest : rest.substring(0, line), tolerated);
    }

    /** Where the last word begins if it is an answer, else the end. */
    private int lastWord(String text) {
      int space = Math.max(text.lastIndexOf(' '), text.lastIndexOf('\n'));
      String word = AROUND.matcher(text.substring(space + 1)).replaceAll("");
      if (answers.has(word) || answers.inOtherCase(word).isPresent()) {
        tolerated.add(Tolerance.NO_ANSWER_MARK);
        return space + 1;
      }
      return text.length();
    }
  }
}
