package org.cotsim.languages.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is checked in the text of a DOT file before AutomataLib's parser reads it. */
final class DotText {

  private static final Pattern UNDIRECTED =
      Pattern.compile("\\A\\s*(?:strict\\s+)?graph\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern GROUP =
      Pattern.compile("}\\s*->|->\\s*(?:\\{|subgraph\\b)", Pattern.CASE_INSENSITIVE);

  private DotText() {}

  /** Refuses undirected graphs, and edges between groups, which can stand for any number. */
  static void check(TextFile file) throws InputException {
    String text = withoutStringsAndComments(file.text());
    refuse(file, UNDIRECTED.matcher(text), "an undirected graph, expected 'digraph'");
    refuse(file, GROUP.matcher(text), "an edge from or to a group of nodes is not read");
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
