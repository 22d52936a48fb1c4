package org.cotsim.benchmarks.experiment.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the tokens of one chain from a text. */
final class ChainReader {

  private static final Pattern MARK =
      Pattern.compile("(?i)^(chain of thought|chain|steps|states|reasoning)\\s*:");
  private static final Pattern AROUND = Pattern.compile("^[\\[({\"'`*,;]+|[\\])}\"'`*,;.]+$");
  private static final Pattern BETWEEN = Pattern.compile("->|=>|\u2192|[,;|]");
  private static final Pattern NUMBER = Pattern.compile("\\d+[.):]|[-*\u2022]");

  private final Spellings spellings;
  private final Set<Tolerance> tolerated;
  private final List<String> chain = new ArrayList<>();
  private Optional<String> unknown = Optional.empty();
  private boolean known;

  private ChainReader(Spellings spellings, Set<Tolerance> tolerated) {
    this.spellings = spellings;
    this.tolerated = tolerated;
  }

  /**
   * What was read.
   *
   * @param known whether any word is a token
   * @param unknown the first word that is none
   */
  record Read(List<String> chain, boolean known, Optional<String> unknown) {}

  static Read read(String text, Spellings spellings, Set<Tolerance> tolerated) {
    ChainReader reader = new ChainReader(spellings, tolerated);
    reader.read(text.strip());
    return new Read(reader.chain, reader.known, reader.unknown);
  }

  private void read(String text) {
    String rest = text;
    if (MARK.matcher(text).find()) {
      rest = MARK.matcher(text).replaceFirst("").strip();
      tolerated.add(Tolerance.CHAIN_MARK);
    }
    if (rest.matches("(?s).*([\\t\\f]|\\s\\s|\\n +).*")) {
      tolerated.add(Tolerance.SPACES);
    }
    List<String> words = List.of(Spellings.words(rest));
    List<String> bare = words.stream().map(word -> AROUND.matcher(word).replaceAll("")).toList();
    int i = 0;
    while (i < words.size()) {
      i += take(words, bare, i);
    }
  }

  /** Takes what stands at a place and says how many words that were. */
  private int take(List<String> words, List<String> bare, int i) {
    Optional<String> exact = spellings.at(words, i);
    if (exact.isPresent()) {
      return add(exact.get());
    }
    String word = words.get(i);
    if (bare.get(i).isEmpty() || BETWEEN.matcher(word).matches()) {
      tolerated.add(Tolerance.SEPARATORS);
      return 1;
    }
    Optional<String> undecorated = spellings.at(bare, i);
    if (undecorated.isPresent()) {
      tolerated.add(Tolerance.SEPARATORS);
      return add(undecorated.get());
    }
    if (NUMBER.matcher(word).matches()) {
      tolerated.add(Tolerance.NUMBERING);
      return 1;
    }
    takeParts(word, bare.get(i));
    return 1;
  }

  private int add(String token) {
    chain.add(token);
    known = true;
    return Spellings.words(token).length;
  }

  /** Takes a word with signs between tokens, a token in another case, or no token at all. */
  private void takeParts(String word, String bare) {
    List<String> parts = new ArrayList<>();
    for (String part : BETWEEN.split(bare, -1)) {
      String inner = AROUND.matcher(part).replaceAll("");
      if (!inner.isEmpty()) {
        parts.add(inner);
      }
    }
    if (parts.size() > 1 && parts.stream().allMatch(spellings::has)) {
      tolerated.add(Tolerance.SEPARATORS);
      parts.forEach(this::add);
      return;
    }
    Optional<String> other = spellings.inOtherCase(bare);
    if (other.isPresent()) {
      tolerated.add(Tolerance.LETTER_CASE);
      add(other.get());
      return;
    }
    chain.add(word);
    unknown = unknown.or(() -> Optional.of(word));
  }
}
