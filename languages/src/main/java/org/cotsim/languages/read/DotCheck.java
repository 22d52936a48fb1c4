package org.cotsim.languages.read;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotsim.languages.input.InputException;

/**
 * What a DOT text says about itself, and mistakes that the parsers of jgrapht-io and of AutomataLib
 * let pass, or on which they fail without a sentence.
 */
public final class DotCheck {

  /** A comment, an edge operator, a word, or any other character. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<comment>//[^\\n]*|/\\*(?s:.*?)\\*/|#[^\\n]*)" + "|->|--|[\\w.\\u0080-\\uffff]+|\\S");

  private static final int MAX_DEPTH = 200;
  private static final String START = "a DOT file starts with \"graph\" or \"digraph\"";

  private final TextFile file;
  private final String text;
  private final Matcher matcher;
  private final StringBuilder plain;
  private boolean strict;
  private boolean directed;
  private int kind;
  private int depth;
  private boolean ended;
  private String previous = "";

  private DotCheck(TextFile file) {
    this.file = file;
    this.text = file.text();
    this.matcher = TOKEN.matcher(text);
    this.plain = new StringBuilder(text);
  }

  public static DotCheck of(TextFile file) throws InputException {
    DotCheck check = new DotCheck(file);
    check.header();
    int from = check.matcher.end();
    while (check.matcher.find(from)) {
      from = check.token();
    }
    return check;
  }

  /** Whether parallel edges are to be merged. */
  public boolean strict() {
    return strict;
  }

  /** Whether it is a {@code digraph}. */
  public boolean directed() {
    return directed;
  }

  /** The offset of the word {@code graph} or {@code digraph}. */
  public int kind() {
    return kind;
  }

  /** The text with blanks in place of strings and comments, its other characters unmoved. */
  public String plain() {
    return plain.toString();
  }

  private void header() throws InputException {
    String word = nextWord();
    strict = word.equals("strict");
    String type = strict ? nextWord() : word;
    kind = matcher.start();
    directed = type.equals("digraph");
    if (!directed && !type.equals("graph")) {
      throw problem(START);
    }
  }

  private String nextWord() throws InputException {
    while (matcher.find()) {
      if (matcher.group("comment") == null) {
        return matcher.group().toLowerCase(Locale.ROOT);
      }
      blank(matcher.end());
    }
    throw InputException.in(file.source(), START);
  }

  /** Looks at the token just found and says where the next one may start. */
  private int token() throws InputException {
    if (matcher.group("comment") != null) {
      return blank(matcher.end());
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
      case "\"" -> blank(endOfString());
      case "<" -> blank(endOfHtml());
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

  /**
   * A short edge between subgraphs stands for any number of edges, and jgrapht-io loses some of
   * them where the vertices occurred before.
   */
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

  /** Blanks out what began with the token just found, and returns its end. */
  private int blank(int end) {
    for (int i = matcher.start(); i < end; i++) {
      plain.setCharAt(i, text.charAt(i) == '\n' ? '\n' : ' ');
    }
    return end;
  }

  private InputException problem(String message) {
    return file.error(matcher.start(), message);
  }
}
