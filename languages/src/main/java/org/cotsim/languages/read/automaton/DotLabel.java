package org.cotsim.languages.read.automaton;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotsim.languages.read.DotGraph.Edge;
import org.cotsim.languages.read.DotToken;

/**
 * The label of an edge as Graphviz draws it, without white space around it.
 *
 * @param text empty if the edge has no label
 * @param html whether markup was taken out of it
 * @param place the label, or the operator of an edge that has none
 */
record DotLabel(String text, boolean html, DotToken place) {

  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u(\\p{XDigit}{4})|([nlr])|(.))");
  private static final Pattern MARKUP = Pattern.compile("<[^<>]*>");
  private static final Pattern ENTITY = Pattern.compile("&(#x?)?(\\w{1,8});");
  private static final Map<String, String> ENTITIES =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "epsilon", "ε");

  static DotLabel of(Edge edge) {
    DotToken label = edge.attributes().get("label");
    if (label == null) {
      return new DotLabel("", false, edge.operator());
    }
    boolean html = label.kind() == DotToken.Kind.HTML;
    String text = html ? withoutMarkup(label.text()) : unescaped(label.text());
    return new DotLabel(text.strip(), html, label);
  }

  /**
   * {@code \\} is a backslash, {@code \n \l \r} end a line; brics writes {@code \}{@code u0041}.
   */
  private static String unescaped(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    return ESCAPE
        .matcher(text)
        .replaceAll(
            found -> {
              String character =
                  found.group(1) != null
                      ? Character.toString((char) Integer.parseInt(found.group(1), 16))
                      : found.group(2) != null ? "\n" : found.group(3);
              return Matcher.quoteReplacement(character);
            });
  }

  private static String withoutMarkup(String html) {
    String text = MARKUP.matcher(html).replaceAll("");
    return ENTITY
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(character(found.group(1), found.group(2), found.group())));
  }

  private static String character(String number, String name, String entity) {
    if (number == null) {
      return ENTITIES.getOrDefault(name, entity);
    }
    try {
      return Character.toString(Integer.parseInt(name, number.length() == 2 ? 16 : 10));
    } catch (IllegalArgumentException e) {
      return entity;
    }
  }
}
