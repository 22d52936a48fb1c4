package org.cotsim.languages.catalogue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All words over an alphabet, and random ones of which half come from a generator of members.
 *
 * <p>The other half are spoiled members or words at random, not in the language as far as a bounded
 * number of tries finds such a word.
 */
record SampledWords(
    List<String> alphabet,
    Predicate<List<String>> language,
    BiFunction<Integer, RandomGenerator, List<String>> member)
    implements TuringWords {

  private static final int TRIES = 20;

  /** Words without a language to balance for. */
  static SampledWords anyOver(String alphabet) {
    List<String> letters = letters(alphabet);
    return new SampledWords(letters, word -> true, (n, random) -> any(letters, n, random));
  }

  /** The characters of a text, as symbols. */
  static List<String> letters(String text) {
    return text.codePoints().mapToObj(Character::toString).toList();
  }

  /** A word of exactly this length, each symbol equally likely. */
  static List<String> any(List<String> alphabet, int length, RandomGenerator random) {
    return IntStream.range(0, length)
        .mapToObj(at -> alphabet.get(random.nextInt(alphabet.size())))
        .toList();
  }

  @Override
  public Optional<BigInteger> count(int length) {
    return Optional.of(BigInteger.valueOf(alphabet.size()).pow(length));
  }

  @Override
  public Stream<List<String>> upTo(int length) {
    return IntStream.rangeClosed(0, length).boxed().flatMap(this::ofLength);
  }

  private Stream<List<String>> ofLength(int length) {
    if (length == 0) {
      return Stream.of(List.of());
    }
    return ofLength(length - 1)
        .flatMap(word -> alphabet.stream().map(symbol -> appended(word, symbol)));
  }

  private static List<String> appended(List<String> word, String symbol) {
    List<String> longer = new ArrayList<>(word);
    longer.add(symbol);
    return List.copyOf(longer);
  }

  @Override
  public List<String> random(int length, RandomGenerator random) {
    List<String> inside = member.apply(length, random);
    if (random.nextBoolean()) {
      return inside;
    }
    List<String> word = inside;
    for (int left = TRIES; left > 0 && language.test(word); left--) {
      word = left % 2 == 0 ? spoiled(inside, random) : any(alphabet, length, random);
    }
    return word;
  }

  private List<String> spoiled(List<String> word, RandomGenerator random) {
    if (word.isEmpty()) {
      return any(alphabet, 1, random);
    }
    List<String> other = new ArrayList<>(word);
    other.set(random.nextInt(word.size()), alphabet.get(random.nextInt(alphabet.size())));
    return List.copyOf(other);
  }
}
