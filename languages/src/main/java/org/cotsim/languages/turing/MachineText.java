package org.cotsim.languages.turing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a machine's text line by line into a builder; problems carry the line's number. */
final class MachineText {

  private final TuringMachineBuilder builder;
  private final Map<String, List<String>> variables = new LinkedHashMap<>();

  MachineText(TuringMachineBuilder builder) {
    this.builder = builder;
  }

  void read(String text) {
    List<String> lines = text.lines().toList();
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      try {
        readLine(line);
      } catch (IllegalArgumentException e) {
        builder.problem("line %d: %s".formatted(at + 1, e.getMessage()));
      }
    }
  }

  private void readLine(String line) {
    if (line.contains("->")) {
      RuleText.expand(line, variables).forEach(builder::rule);
    } else if (line.startsWith("let ")) {
      String[] parts = line.substring("let ".length()).split("=", 2);
      if (parts.length != 2) {
        throw new IllegalArgumentException("expected 'let NAME = VALUES', not '" + line + "'");
      }
      variables.put(parts[0].strip(), words(parts[1]));
    } else {
      int colon = line.indexOf(':');
      if (colon < 0) {
        throw new IllegalArgumentException("expected a rule or 'NAME: VALUE', not '" + line + "'");
      }
      header(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }
  }

  private void header(String key, String value) {
    switch (key) {
      case "tapes" -> builder.tapes(number(value));
      case "blank" -> builder.blank(value);
      case "input" -> builder.input(words(value));
      case "symbols" -> builder.symbols(words(value));
      case "start" -> builder.start(value);
      case "accept" -> builder.accept(value);
      case "reject" -> builder.reject(value);
      case "output" -> builder.output(number(value));
      case "read-only" -> builder.readOnlyInput();
      default -> throw new IllegalArgumentException("unknown line '" + key + ":'");
    }
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+", -1));
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("expected a number, not '" + text + "'", e);
    }
  }
}
