package org.cotsim.languages.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is checked and changed in the text of a DOT file before AutomataLib's parser reads it. */
final class DotText {

  private static final Pattern NUMERAL =
      Pattern.compile("(?<![\\w.-])-?(?:\\.\\d++|\\d++(?:\\.\\d*+)?)(?![\\w.])");

  private static final Pattern UNDIRECTED =
      Pattern.compile("\\A\\s*(?:strict\\s+)?graph\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern GROUP =
      Pattern.compile("}\\s*->|->\\s*(?:\\{|subgraph\\b)", Pattern.CASE_INSENSITIVE);

  private DotText() {}

  /**
   * The text with quotes around its numerals, which AutomataLib's parser does not take otherwise.
   *
   * @throws InputException at an undirected graph, and at an edge between groups of nodes, because
   *     a short one can stand for any number of edges
   */
  static String prepare(TextFile file) throws InputException {
    String text = withoutStringsAndComments(file.text());
    refuse(file, UNDIRECTED.matcher(text), "an undirected graph, expected 'digraph'");
    refuse(file, GROUP.matcher(text), "an edge from or to a group of nodes is not read");
    StringBuilder quoted = new StringBuilder();
    int done = 0;
    Matcher numeral = NUMERAL.matcher(text);
    while (numeral.find()) {
      quoted.append(file.text(), done, numeral.start()).append('"');
      quoted.append(numeral.group()).append('"');
      done = numeral.end();
    }
    return quoted.append(file.text(), done, file.text().length()).toString();
  }

  private static void refuse(TextFile file, Matcher matcher, String message) throws InputException {
    if (matcher.find()) {
      throw file.error(matcher.start(), message);
    }
  }

  /** The text with blanks in place of quoted strings and comments. */
  private static String withoutStringsAndComments(String text) {
    StringBuilder plain = new StringBuilder(text);
    int at = 0;
    while (at < text.length()) {
      int end = end(text, at);
      for (int i = at; i < end; i++) {
        plain.setCharAt(i, text.charAt(i) == '\n' ? '\n' : ' ');
      }
      at = Math.max(end, at + 1);
    }
    return plain.toString();
  }

  /** The place after the string or comment that begins here, or this place if none does. */
  private static int end(String text, int at) {
    if (text.startsWith("//", at)) {
      return after(text, "\n", at);
    }
    if (text.startsWith("/*", at)) {
      return after(text, "*/", at + 2);
    }
    if (text.charAt(at) != '"') {
      return at;
    }
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != '"') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end + 1, text.length());
  }

  private static int after(String text, String mark, int from) {
    int found = text.indexOf(mark, from);
    return found < 0 ? text.length() : found + mark.length();
  }
}
