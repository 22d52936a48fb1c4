package org.cotsim.benchmarks.page;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML with holes such as {@code {{title}}}. */
final class Template {

  private static final Pattern HOLE = Pattern.compile("\\{\\{([a-z-]+)}}");

  private Template() {}

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
