package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The arguments as a person typed them.
 *
 * <p>In a locale of ASCII only, such as {@code LC_ALL=C}, Java reads every other letter as the same
 * replacement; Linux keeps the bytes.
 */
final class Arguments {

  private static final Path BYTES = Path.of("/proc/self/cmdline");
  private static final char REPLACEMENT = '\uFFFD';

  private Arguments() {}

  /** The arguments with all their letters; empty if that cannot be had. */
  static Optional<String[]> asTyped(String[] arguments) {
    return asTyped(arguments, BYTES);
  }

  static Optional<String[]> asTyped(String[] arguments, Path bytes) {
    if (!isDoubtful(arguments)) {
      return Optional.of(arguments);
    }
    try {
      List<byte[]> words = words(Files.readAllBytes(bytes));
      if (words.size() < arguments.length) {
        return Optional.empty();
      }
      List<byte[]> last = words.subList(words.size() - arguments.length, words.size());
      String[] typed = new String[arguments.length];
      for (int i = 0; i < typed.length; i++) {
        typed[i] =
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(last.get(i))).toString();
        if (!sameAscii(typed[i], arguments[i])) {
          return Optional.empty();
        }
      }
      return Optional.of(typed);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean isDoubtful(String[] arguments) {
    return Arrays.stream(arguments).anyMatch(argument -> argument.indexOf(REPLACEMENT) >= 0);
  }

  /** The words of a command line in which each ends in a zero. */
  private static List<byte[]> words(byte[] all) {
    List<byte[]> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < all.length; i++) {
      if (all[i] == 0) {
        words.add(Arrays.copyOfRange(all, start, i));
        start = i + 1;
      }
    }
    return words;
  }

  /** Whether two readings of the same bytes agree where there is nothing to doubt. */
  private static boolean sameAscii(String one, String other) {
    return one.replaceAll("[^\\x00-\\x7F]+", "").equals(other.replaceAll("[^\\x00-\\x7F]+", ""));
  }
}
