package org.cotsim.benchmarks.page;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the pages say in one language, by keys: {@code {name}} stands for a value, {@code
 * {name|one|many}} for one of two texts, chosen by a number.
 *
 * <p>The scripts of the pages read the same sentences, see {@code say} in say.js.
 */
public final class Sentences {

  /** The key of the language's code, as HTML has it. */
  static final String LANGUAGE = "language";

  private static final Pattern HOLE = Pattern.compile("\\{([a-z]+)(?:\\|([^|{}]*)\\|([^|{}]*))?}");

  private final Map<String, String> texts;

  Sentences(Map<String, String> texts) {
    this.texts = new LinkedHashMap<>(texts);
  }

  /** No sentences yet, of a page that has not handed over its own: keys stand for them. */
  public static Sentences none() {
    return new Sentences(Map.of());
  }

  /** What {@link #toJson} wrote. */
  static Sentences of(JsonObject json) {
    Map<String, String> texts = new LinkedHashMap<>();
    json.entrySet().forEach(entry -> texts.put(entry.getKey(), entry.getValue().getAsString()));
    return new Sentences(texts);
  }

  /** The sentences of scripts, those of Java with them. */
  JsonObject toJson() {
    JsonObject json = new JsonObject();
    texts.forEach(json::addProperty);
    return json;
  }

  /** All keys. */
  Set<String> keys() {
    return texts.keySet();
  }

  /** The code of the language, such as {@code de}. */
  public String language() {
    return say(LANGUAGE);
  }

  /** The sentence of a key without values. */
  String say(String key) {
    return say(key, Map.of());
  }

  /**
   * The sentence of a key.
   *
   * @param values texts, or whole numbers, which choose in {@code {name|one|many}}
   * @throws IllegalArgumentException for an unknown key or a missing value
   */
  String say(String key, Map<String, ?> values) {
    if (texts.isEmpty()) {
      return key;
    }
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no sentence " + key);
    }
    StringBuilder said = new StringBuilder();
    Matcher hole = HOLE.matcher(text);
    int from = 0;
    while (hole.find()) {
      said.append(text, from, hole.start()).append(filled(key, hole, values));
      from = hole.end();
    }
    return said.append(text.substring(from)).toString();
  }

  private String filled(String key, Matcher hole, Map<String, ?> values) {
    Object value = values.get(hole.group(1));
    if (value == null) {
      throw new IllegalArgumentException("no value for " + hole.group() + " in " + key);
    }
    if (hole.group(2) == null) {
      return value instanceof Number number ? count(number.longValue()) : String.valueOf(value);
    }
    return value.equals(1) ? hole.group(2) : hole.group(3);
  }

  /** A whole number, with a narrow space before every three digits. */
  private static String count(long number) {
    return Long.toString(number).replaceAll("(?<=\\d)(?=(?:\\d{3})+$)", "\u202f");
  }

  /**
   * A number that is not whole, in this language.
   *
   * @param spelled as machines read it, with a point
   */
  String figure(String spelled) {
    return texts.isEmpty() ? spelled : spelled.replace(".", say("number.point"));
  }

  /** A number with two digits that count. */
  String figure(double value) {
    return figure(String.format(Locale.ROOT, "%.2g", value));
  }

  /** The sentences of {@code key.1}, {@code key.2} and so on, one after the other. */
  List<String> all(String key) {
    return texts.keySet().stream()
        .filter(
            name -> name.startsWith(key + ".") && name.substring(key.length() + 1).matches("\\d"))
        .sorted()
        .map(this::say)
        .toList();
  }

  /** A sentence with its holes. */
  String text(String key) {
    return texts.get(key);
  }

  /** The names in the holes of a sentence, in the order of the alphabet. */
  Set<String> holes(String key) {
    return HOLE.matcher(texts.get(key))
        .results()
        .map(hole -> hole.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
