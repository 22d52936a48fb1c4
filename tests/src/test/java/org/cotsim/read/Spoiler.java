package org.cotsim.read;

import java.util.List;
import java.util.SplittableRandom;
import org.cotsim.read.ReaderFuzz.Document;

/** Makes changes to a text such as people, editors and broken transfers make. */
final class Spoiler {

  private static final int MOST_COPIES = 300;
  private static final List<String> NOISE =
      List.of(
          "\"",
          "'",
          "\\",
          "{",
          "}",
          "[",
          "]",
          "(",
          ")",
          "<",
          ">",
          "->",
          "--",
          ",",
          ";",
          ":",
          "=",
          "~",
          "?",
          "*",
          "+",
          "|",
          "&",
          "^",
          "$",
          "#",
          "@",
          "!",
          "/",
          "//",
          "/*",
          "*/",
          "<!--",
          "&amp;",
          "&#27;",
          "\\n",
          "\\u001b",
          "\\ud800",
          "<eps>",
          "ε",
          "∅",
          "@0@",
          "-1",
          "0",
          "1.5",
          "Infinity",
          "NaN",
          "99999999999",
          " ",
          "\t",
          "\n",
          "\r\n",
          "\r",
          "\0",
          "\u0007",
          "\u001b",
          "\u0085",
          "\u00a0",
          "\u2028",
          "\u202e",
          "\ufeff",
          "\ufffd",
          "é",
          "𝒜",
          "\ud800");

  private final List<Document> others;
  private final SplittableRandom random;

  Spoiler(List<Document> others, SplittableRandom random) {
    this.others = others;
    this.random = random;
  }

  /** The text with one to four changes, seldom many. */
  String spoil(String text) {
    StringBuilder spoilt = new StringBuilder(text);
    int changes = 1 + Math.min(random.nextInt(4), random.nextInt(4));
    for (int i = 0; i < changes; i++) {
      change(spoilt);
    }
    return spoilt.toString();
  }

  private void change(StringBuilder text) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + 1 + random.nextInt(12));
    String part = text.substring(from, to);
    switch (random.nextInt(16)) {
      case 0, 1, 2 -> text.delete(from, Math.min(text.length(), from + 1));
      case 3, 4 -> text.delete(from, to);
      case 5, 6, 7, 8 -> text.insert(from, NOISE.get(random.nextInt(NOISE.size())));
      case 9 -> text.insert(from, (char) random.nextInt(1, 128));
      case 10 -> text.insert(random.nextInt(text.length() + 1), part);
      case 11 -> text.replace(from, to, NOISE.get(random.nextInt(NOISE.size())));
      case 12 -> text.insert(from, part.repeat(random.nextInt(MOST_COPIES)));
      case 13, 14 -> text.insert(from, partOfAnother());
      default -> text.setLength(from);
    }
  }

  private String partOfAnother() {
    String other = others.get(random.nextInt(others.size())).text();
    int from = random.nextInt(other.length() + 1);
    return other.substring(from, Math.min(other.length(), from + random.nextInt(40)));
  }
}
