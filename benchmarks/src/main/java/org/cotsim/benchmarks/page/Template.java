package org.cotsim.benchmarks.page;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML with holes such as {@code {{title}}}. */
final class Template {

  private static final Pattern HOLE = Pattern.compile("\\{\\{([a-z-]+)}}");

  private static final Pattern SENTENCE = Pattern.compile("\\{\\{=([a-z0-9.-]+)}}");

  private Template() {}

  /** Fills holes such as {@code {{=trace.play}}} with sentences, then all others. */
  static String fill(String template, Sentences sentences, Map<String, String> parts) {
    String said =
        SENTENCE
            .matcher(template)
            .replaceAll(
                hole -> Matcher.quoteReplacement(Html.escape(sentences.say(hole.group(1)))));
    return fill(said, parts);
  }

  /**
   * Fills every hole.
   *
   * @param parts HTML by the names of the holes, text in it already escaped
   * @throws IllegalArgumentException for a hole without a part
   */
  static String fill(String template, Map<String, String> parts) {
    return HOLE.matcher(template)
        .replaceAll(
            hole -> {
              String part = parts.get(hole.group(1));
              if (part == null) {
                throw new IllegalArgumentException("nothing for " + hole.group());
              }
              return Matcher.quoteReplacement(part);
            });
  }
}
