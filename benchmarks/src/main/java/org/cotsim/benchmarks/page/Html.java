package org.cotsim.benchmarks.page;

/** Text inside HTML. */
final class Html {

  private Html() {}

  /** The text so that it reads the same between tags and inside quoted attributes. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** An element with text in it. */
  static String element(String tag, String text) {
    return "<" + tag + ">" + escape(text) + "</" + tag + ">";
  }

  /** An element with text that is English whatever the language of the page. */
  static String english(String tag, String text) {
    return "<" + tag + " lang=\"en\">" + escape(text) + "</" + tag + ">";
  }

  /** A wide picture with English words, given as HTML, that can be scrolled by keyboard too. */
  static String chart(String label, String picture) {
    return ("<div class=\"chart\" role=\"group\" tabindex=\"0\" aria-label=\"" + escape(label))
        + ("\"><div lang=\"en\">" + picture + "</div></div>\n");
  }
}
