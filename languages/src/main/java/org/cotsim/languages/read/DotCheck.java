package org.cotsim.languages.read;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a DOT text says about itself, and mistakes that jgrapht-io's parser lets pass. */
final class DotCheck {

  /** A comment, an edge operator, a word, or any other character. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<comment>//[^\\n]*|/\\*(?s:.*?)\\*/|#[^\\n]*)" + "|->|--|[\\w.\\u0080-\\uffff]+|\\S");

  private static final int MAX_DEPTH = 200;

  private final String source;
  private final String text;
  private final Matcher matcher;
  private boolean strict;
  private boolean directed;
  private int depth;
  private boolean ended;
  private String previous = "";

  private DotCheck(String source, String text) {
    this.source = source;
    this.text = text;
    this.matcher = TOKEN.matcher(text);
  }

  static DotCheck of(String source, String text) throws InputException {
    DotCheck check = new DotCheck(source, text);
    check.header();
    int from = check.matcher.end();
    while (check.matcher.find(from)) {
      from = check.token();
    }
    return check;
  }

  /** Whether parallel edges are to be merged. */
  boolean strict() {
    return strict;
  }

  /** Whether it is a {@code digraph}. */
  boolean directed() {
    return directed;
  }

  private void header() throws InputException {
    String word = nextWord();
    strict = word.equals("strict");
    String kind = strict ? nextWord() : word;
    directed = kind.equals("digraph");
    if (!directed && !kind.equals("graph")) {
      throw problem("a DOT file starts with \"graph\" or \"digraph\"");
    }
  }

  private String nextWord() throws InputException {
    while (matcher.find()) {
      if (matcher.group("comment") == null) {
        return matcher.group().toLowerCase(Locale.ROOT);
      }
    }
    throw InputException.in(source, "a DOT file starts with \"graph\" or \"digraph\"");
  }

  /** Looks at the token just found and says where the next one may start. */
  private int token() throws InputException {
    if (matcher.group("comment") != null) {
      return matcher.end();
    }
    if (ended) {
      throw problem("only one graph is read, and this follows its end");
    }
    String token = matcher.group();
    switch (token) {
      case "{" -> open();
      case "}" -> close();
      case "->", "--" -> operator(token);
      default -> {
        if (token.equalsIgnoreCase("subgraph") && isOperator(previous)) {
          throw subgraphAsEnd();
        }
      }
    }
    previous = token;
    return switch (token) {
      case "\"" -> endOfString();
      case "<" -> endOfHtml();
      default -> matcher.end();
    };
  }

  private void open() throws InputException {
    if (isOperator(previous)) {
      throw subgraphAsEnd();
    }
    if (++depth > MAX_DEPTH) {
      throw problem("subgraphs are nested more than " + MAX_DEPTH + " deep");
    }
  }

  private void close() throws InputException {
    if (--depth < 0) {
      throw problem("this brace closes nothing");
    }
    ended = depth == 0;
  }

  private void operator(String token) throws InputException {
    if (previous.equals("}")) {
      throw subgraphAsEnd();
    }
    if (token.equals("->") != directed) {
      throw problem(
          directed
              ? "\"--\" in a digraph; \"->\" is expected"
              : "\"->\" in a graph; \"--\" is expected");
    }
  }

  /** jgrapht-io loses edges of such a subgraph where its vertices occurred before. */
  private InputException subgraphAsEnd() {
    return problem("a subgraph as the end of an edge is not read; write the edges one by one");
  }

  private static boolean isOperator(String token) {
    return token.equals("->") || token.equals("--");
  }

  private int endOfString() throws InputException {
    for (int i = matcher.end(); i < text.length(); i++) {
      if (text.charAt(i) == '"') {
        return i + 1;
      }
      i += text.charAt(i) == '\\' ? 1 : 0;
    }
    throw problem("this quote is not closed");
  }

  private int endOfHtml() throws InputException {
    int open = 0;
    for (int i = matcher.start(); i < text.length(); i++) {
      open += text.charAt(i) == '<' ? 1 : text.charAt(i) == '>' ? -1 : 0;
      if (open == 0) {
        return i + 1;
      }
    }
    throw problem("this HTML string is not closed");
  }

  private InputException problem(String message) {
    int start = matcher.start();
    int line = 1 + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
    int column = start - text.lastIndexOf('\n', start - 1);
    return InputException.at(source, line, column, message);
  }
}
