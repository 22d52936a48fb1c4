package org.cotsim.languages.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Instances that are sequences of blocks, such as gates, clauses or edges.
 *
 * @param blocks every block of at most a given length that may stand at a given place
 * @param drawn an instance of about a given length
 * @param language what the problem asks, to balance the random instances
 */
record InstanceWords(
    BiFunction<Integer, Integer, List<String>> blocks,
    BiFunction<Integer, RandomGenerator, String> drawn,
    Predicate<List<String>> language)
    implements TuringWords {

  private static final int TRIES = 30;

  @Override
  public Stream<List<String>> upTo(int length) {
    return extended("", 0, length).map(SampledWords::letters);
  }

  private Stream<String> extended(String instance, int place, int room) {
    Stream<String> longer =
        blocks.apply(place, room).stream()
            .flatMap(block -> extended(instance + block, place + 1, room - block.length()));
    return Stream.concat(Stream.of(instance), longer);
  }

  @Override
  public List<String> random(int length, RandomGenerator random) {
    boolean wanted = random.nextBoolean();
    List<String> word = List.of();
    for (int left = TRIES; left > 0; left--) {
      word = SampledWords.letters(drawn.apply(length, random));
      if (language.test(word) == wanted) {
        return word;
      }
    }
    return word;
  }

  /** Every unary name of at most this length. */
  static List<String> names(int most) {
    return Stream.iterate("x", name -> name + "x").limit(Math.max(most, 0)).toList();
  }

  /** The products of two lists of texts that are short enough. */
  static List<String> joined(
      List<String> left, String middle, List<String> right, String end, int room) {
    List<String> all = new ArrayList<>();
    for (String first : left) {
      for (String second : right) {
        String text = first + middle + second + end;
        if (text.length() <= room) {
          all.add(text);
        }
      }
    }
    return all;
  }

  /** Texts drawn one after the other until they are this long together. */
  static String drawn(int length, Function<Integer, String> block) {
    List<String> parts = new ArrayList<>();
    for (int left = length; left > 0; ) {
      String part = block.apply(parts.size());
      parts.add(part);
      left -= part.length();
    }
    return parts.stream().collect(Collectors.joining());
  }
}
