package org.cotsim.simulator.assemble;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words for a person, in English, that can be said in another language: {@code {holes}} stand for
 * values, such as {@code the symbol under the head of tape {tape}}.
 *
 * @param template the English words
 * @param values by the names of the holes, in small letters: names and whole numbers stay what they
 *     are, {@link Figure}s are spelled as the language does, phrases are said in it, and lists have
 *     commas between
 */
public record Phrase(String template, Map<String, Object> values) {

  private static final String NAME = "{name}";
  private static final Pattern HOLE = Pattern.compile("\\{([a-z]+)}");

  /** A number that may have a decimal point. */
  public record Figure(String spelled) {
    @Override
    public String toString() {
      return spelled;
    }
  }

  public Phrase {
    values = Map.copyOf(values);
  }

  /**
   * Words.
   *
   * @param namesAndValues the name of a hole, its value, the name of the next
   */
  public static Phrase of(String template, Object... namesAndValues) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Phrase(template, values);
  }

  /** A value with no words around it. */
  public static Phrase name(Object value) {
    return value instanceof Phrase phrase ? phrase : of(NAME, "name", value);
  }

  /** Whether these are no words, but values alone. */
  public boolean isBare() {
    return template.replaceAll("\\{[a-z]*}", "").chars().noneMatch(Character::isLetter);
  }

  /** In English. */
  @Override
  public String toString() {
    StringBuilder said = new StringBuilder();
    int from = 0;
    for (Matcher hole = HOLE.matcher(template); hole.find(); from = hole.end()) {
      Object value = values.get(hole.group(1));
      said.append(template, from, hole.start()).append(value == null ? hole.group() : plain(value));
    }
    return said.append(template.substring(from)).toString();
  }

  private static String plain(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(Phrase::plain).collect(Collectors.joining(", "))
        : value.toString();
  }
}
