package org.cotsim.benchmarks.live;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLogger;

/** Methods that the class library in the browser lacks. */
final class JavaLibrary {

  private JavaLibrary() {}

  @InsteadOf(Character.class)
  static String toString(int codePoint) {
    return new String(Character.toChars(codePoint));
  }

  @InsteadOf(String.class)
  static Stream<String> lines(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("\r\n|\r|\n", -1)));
    if (lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    return lines.stream();
  }

  /** There, what came of one part of a concatenated stream is forgotten in the next. */
  @InsteadOf(Stream.class)
  static <T> Stream<T> distinct(Stream<T> stream) {
    return new LinkedHashSet<>(stream.toList()).stream();
  }

  /** Nobody reads a log there. */
  @InsteadOf(LoggerFactory.class)
  static Logger getLogger(Class<?> type) {
    return NOPLogger.NOP_LOGGER;
  }

  /** Problems come as text; nobody asks there which kinds there are. */
  @InsteadOf(ServiceLoader.class)
  static <S> Stream<ServiceLoader.Provider<S>> stream(ServiceLoader<S> services) {
    return Stream.empty();
  }
}
