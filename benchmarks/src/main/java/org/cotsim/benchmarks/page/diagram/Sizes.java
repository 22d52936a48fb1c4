package org.cotsim.benchmarks.page.diagram;

import java.util.List;

/**
 * How large things are in a picture; the style sheet says the same of its fonts.
 *
 * <p>Labels are in a monospaced font: its letters are as wide on every machine, up to a few
 * hundredths. A letter beyond the alphabets may be drawn in another font, and wider.
 *
 * @param radius of the nodes
 * @param named whether there is room for names in them
 */
record Sizes(double radius, boolean named) {

  static final double LABEL_FONT = 13;
  static final double LINE = 15;
  private static final double LETTER = 0.62; // of the font size
  private static final double WIDE_LETTER = 1.3;
  private static final int WIDE = 0x2E80; // from here on letters of East Asia, and pictures
  private static final int ROOMY = 12; // nodes with much room each
  private static final int NAMED = 40;
  private static final double NAME_LETTER = 9.6; // width in the larger of two fonts
  private static final double SMALL_NAME_LETTER = 6.6;

  static Sizes of(Diagram diagram) {
    int nodes = diagram.nodes().size();
    return new Sizes(nodes <= ROOMY ? 25 : nodes <= NAMED ? 18 : 6, nodes <= NAMED);
  }

  /** The room that lines of a label need. */
  static Area labelAt(Spot middle, List<String> lines) {
    return Area.around(middle, width(lines), LINE * lines.size() + 2);
  }

  static double width(List<String> lines) {
    return LABEL_FONT * lines.stream().mapToDouble(Sizes::letters).max().orElse(0) + 2;
  }

  private static double letters(String line) {
    return line.codePoints().mapToDouble(c -> c < WIDE ? LETTER : WIDE_LETTER).sum();
  }

  boolean isShort(String name) {
    return length(name) * NAME_LETTER <= 2 * radius - 6;
  }

  /** The name in one or two lines that fit into a node, cut with an ellipsis if need be. */
  List<String> nameLines(String name) {
    int room = (int) ((2 * radius - 3) / SMALL_NAME_LETTER);
    if (isShort(name) || length(name) <= room) {
      return List.of(name);
    }
    String first = head(name, room - 1);
    String rest = name.substring(first.length());
    return List.of(first, length(rest) < room ? rest : head(rest, room - 2) + "\u2026");
  }

  /** As many characters from the left as there is room for. */
  private static String head(String text, int room) {
    int end = 0;
    int used = 0;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      used += letterOf(c);
      if (used > room) {
        break;
      }
      end += Character.charCount(c);
    }
    return text.substring(0, end);
  }

  private static int length(String text) {
    return text.codePoints().map(Sizes::letterOf).sum();
  }

  private static int letterOf(int character) {
    return character < WIDE ? 1 : 2;
  }
}
