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
import org.cotsim.simulator.assemble.Phrase;

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

  /** What the keys of phrases begin with; their English is that of {@link Phrase}s. */
  static final String WORDS = "words.";

  /** What the keys of problems of the catalogue begin with, behind which their names stand. */
  static final String PROBLEMS = "problem.";

  private static final String PHRASES = "phrases"; // in JSON

  private final Map<String, String> texts;
  private final Map<String, String> phrases;

  Sentences(Map<String, String> texts) {
    this(texts, Map.of());
  }

  /**
   * Sentences.
   *
   * @param texts by their keys
   * @param phrases by their English; those that are missing stay English
   */
  Sentences(Map<String, String> texts, Map<String, String> phrases) {
    this.texts = new LinkedHashMap<>(texts);
    this.phrases = new LinkedHashMap<>(phrases);
  }

  /** No sentences yet, of a page that has not handed over its own: keys stand for them. */
  public static Sentences none() {
    return new Sentences(Map.of());
  }

  /** What {@link #toJson} wrote. */
  static Sentences of(JsonObject json) {
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, String> phrases = new LinkedHashMap<>();
    json.entrySet()
        .forEach(
            entry -> {
              if (entry.getKey().equals(PHRASES)) {
                phrases.putAll(texts(entry.getValue().getAsJsonObject()));
              } else {
                texts.put(entry.getKey(), entry.getValue().getAsString());
              }
            });
    return new Sentences(texts, phrases);
  }

  private static Map<String, String> texts(JsonObject json) {
    Map<String, String> texts = new LinkedHashMap<>();
    json.entrySet().forEach(entry -> texts.put(entry.getKey(), entry.getValue().getAsString()));
    return texts;
  }

  /** All that a page's decoder says, and the page's scripts. */
  JsonObject toJson() {
    JsonObject json = ofScripts();
    if (!phrases.isEmpty()) {
      JsonObject own = new JsonObject();
      phrases.forEach(own::addProperty);
      json.add(PHRASES, own);
    }
    return json;
  }

  /** The sentences of scripts, those of Java with them; phrases are said by Java alone. */
  JsonObject ofScripts() {
    JsonObject json = new JsonObject();
    texts.forEach(
        (key, text) -> {
          if (!isPhrase(key)) {
            json.addProperty(key, text);
          }
        });
    return json;
  }

  /** Whether a key is that of a phrase, which is looked up by its English. */
  static boolean isPhrase(String key) {
    return key.startsWith(WORDS) || key.startsWith(PROBLEMS);
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
    return fill(key, text, values);
  }

  /** A word, also one without a symbol. */
  String word(String text) {
    return text.isEmpty() ? say("input.empty") : text;
  }

  /** What a construction says, in this language if it is known there, else in English. */
  String say(Phrase phrase) {
    String template = phrases.getOrDefault(phrase.template(), phrase.template());
    return fill(template, template, phrase.values());
  }

  /**
   * A text of ours as an element: in this language if it, or all its parts between semicolons, are
   * known there, else marked as English.
   */
  String element(String tag, String english) {
    String own = phrases.get(english);
    if (own != null) {
      return Html.element(tag, own);
    }
    List<String> parts = List.of(english.split("; ", -1));
    return phrases.keySet().containsAll(parts)
        ? Html.element(tag, parts.stream().map(phrases::get).collect(Collectors.joining("; ")))
        : Html.english(tag, english);
  }

  /** The English of what a construction says that is not known in this language. */
  public Set<String> unknown(Phrase phrase) {
    Set<String> unknown = new TreeSet<>();
    if (!phrase.isBare() && !phrases.containsKey(phrase.template())) {
      unknown.add(phrase.template());
    }
    phrase.values().values().forEach(value -> addUnknown(value, unknown));
    return unknown;
  }

  private void addUnknown(Object value, Set<String> unknown) {
    if (value instanceof Phrase phrase) {
      unknown.addAll(unknown(phrase));
    } else if (value instanceof List<?> list) {
      list.forEach(one -> addUnknown(one, unknown));
    }
  }

  private String fill(String key, String text, Map<String, ?> values) {
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
      return said(value);
    }
    return value.equals(1) ? hole.group(2) : hole.group(3);
  }

  private String said(Object value) {
    if (value instanceof Integer || value instanceof Long) {
      return count(((Number) value).longValue());
    }
    if (value instanceof Phrase phrase) {
      return say(phrase);
    }
    if (value instanceof Phrase.Figure figure) {
      return figure(figure.spelled());
    }
    if (value instanceof List<?> list) {
      String between = list.stream().anyMatch(Phrase.Figure.class::isInstance) ? figures() : ", ";
      return list.stream().map(this::said).collect(Collectors.joining(between));
    }
    return String.valueOf(value);
  }

  /** What stands between numbers. */
  private String figures() {
    return texts.isEmpty() ? ", " : say("number.list") + " ";
  }

  private static String count(long number) {
    return grouped(Long.toString(number));
  }

  /** Whole numbers, with a narrow space before every three digits. */
  private static String grouped(String spelled) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < spelled.length(); i++) {
      int follow = i;
      while (follow < spelled.length() && Character.isDigit(spelled.charAt(follow))) {
        follow++;
      }
      boolean within = i > 0 && Character.isDigit(spelled.charAt(i - 1));
      text.append(within && follow > i && (follow - i) % 3 == 0 ? "\u202f" : "");
      text.append(spelled.charAt(i));
    }
    return text.toString();
  }

  /**
   * A number that is not whole, in this language.
   *
   * @param spelled as machines read it, with a point
   */
  String figure(String spelled) {
    int point = spelled.indexOf('.');
    return texts.isEmpty()
        ? spelled
        : point < 0
            ? grouped(spelled)
            : grouped(spelled.substring(0, point))
                + say("number.point")
                + spelled.substring(point + 1);
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
