package org.cotsim.benchmarks.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * An SVG picture under construction: elements are opened, given attributes, filled and closed.
 *
 * <p>Text is escaped, characters that XML does not have become U+FFFD, and figures are cut to two
 * decimals, so that the same calls give the same bytes on every machine. The picture has a white
 * background of its own and is read on light and dark pages.
 */
public final class Svg {
  private static final String SPAN = "tspan"; // a new line before it would be drawn as a space

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();
  private boolean inTag;

  /**
   * Starts a picture.
   *
   * @param title its name, for screen readers
   * @param description what it shows, for screen readers
   */
  Svg(double width, double height, String title, String description) {
    open("svg").set("xmlns", "http://www.w3.org/2000/svg").set("width", width);
    set("height", height).set("viewBox", "0 0 " + number(width) + " " + number(height));
    set("role", "img").set("aria-labelledby", "title description");
    set("font-family", "Helvetica, Arial, 'DejaVu Sans', sans-serif").set("font-size", 13);
    open("title").set("id", "title").text(title).close();
    open("desc").set("id", "description").text(description).close();
    open("rect").set("width", width).set("height", height).set("fill", "#ffffff").close();
  }

  private Svg() {}

  /** Starts a picture that stands on its own, see the constructor. */
  public static Svg standing(double width, double height, String title, String description) {
    return new Svg(width, height, title, description);
  }

  /**
   * Starts a picture that is part of a page: it has the page's background, colours and fonts, and
   * its own size unless the page has less room.
   *
   * @param title its name, for screen readers
   * @param left where the picture begins, as {@code top}
   */
  public static Svg inline(String title, double left, double top, double width, double height) {
    Svg svg = new Svg();
    String box = number(left) + " " + number(top) + " " + number(width) + " " + number(height);
    svg.open("svg").set("viewBox", box).set("width", width).set("height", height);
    return svg.set("role", "img").set("aria-label", title);
  }

  /** Opens an element inside the one that is open. */
  public Svg open(String element) {
    endTag();
    if (!open.isEmpty() && !element.equals(SPAN)) {
      out.append('\n');
    }
    out.append('<').append(element);
    open.push(element);
    inTag = true;
    return this;
  }

  /** Sets an attribute of the element just opened. */
  public Svg set(String attribute, String value) {
    if (!inTag) {
      throw new IllegalStateException("attribute " + attribute + " comes after content");
    }
    out.append(' ').append(attribute).append("=\"").append(escape(value)).append('"');
    return this;
  }

  /** Sets an attribute of the element just opened. */
  public Svg set(String attribute, double value) {
    return set(attribute, number(value));
  }

  /** Adds text to the open element. */
  public Svg text(String text) {
    endTag();
    out.append(escape(text));
    return this;
  }

  /** Closes the element opened last. */
  public Svg close() {
    String element = open.pop();
    if (inTag) {
      out.append("/>");
      inTag = false;
    } else {
      out.append("</").append(element).append('>');
    }
    return this;
  }

  /** A line of text with its left end at x and its base line at y. */
  public Svg label(double x, double y, String text) {
    return open("text").set("x", x).set("y", y).text(text).close();
  }

  /** A straight line in the colours of the open group. */
  Svg line(double x1, double y1, double x2, double y2) {
    open("path");
    return set("d", "M" + number(x1) + " " + number(y1) + "L" + number(x2) + " " + number(y2))
        .close();
  }

  /** The finished picture; every element must be closed. */
  public String finish() {
    close();
    if (!open.isEmpty()) {
      throw new IllegalStateException("still open: " + open);
    }
    return out.append('\n').toString();
  }

  /** A figure with at most two decimals. */
  public static String number(double value) {
    BigDecimal rounded = new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** About how wide a text is in this picture's font; the real font is the reader's. */
  static double width(String text, double fontSize) {
    return 0.54 * fontSize * text.codePointCount(0, text.length());
  }

  /** The text, cut with an ellipsis if it would be wider than the room. */
  static String fit(String text, double fontSize, double room) {
    int characters = (int) (room / width("x", fontSize));
    if (text.codePointCount(0, text.length()) <= characters) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, Math.max(0, characters - 1))) + "\u2026";
  }

  private void endTag() {
    if (inTag) {
      out.append('>');
      inTag = false;
    }
  }

  private static String escape(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints().forEach(c -> appendEscaped(safe, c));
    return safe.toString();
  }

  private static void appendEscaped(StringBuilder safe, int c) {
    switch (c) {
      case '<' -> safe.append("&lt;");
      case '>' -> safe.append("&gt;");
      case '&' -> safe.append("&amp;");
      case '"' -> safe.append("&quot;");
      default -> safe.appendCodePoint(isXml(c) ? c : 0xFFFD);
    }
  }

  private static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= 0x20 && c < 0xD800)
        || (c > 0xDFFF && c != 0xFFFE && c != 0xFFFF);
  }
}
