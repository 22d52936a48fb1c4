package org.cotsim.benchmarks.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/**
 * One HTML file with everything in it.
 *
 * <p>Its content security policy names the hash of the one style and the one script and forbids
 * everything else, the network included: text that slipped into the page unescaped could not run.
 *
 * @param language of its sentences, as HTML has it
 * @param title of the window
 * @param style the CSS
 * @param body the HTML inside the body, but for data and script
 * @param script what drives it, if anything does
 */
record Page(String language, String title, String style, String body, Optional<Script> script) {

  /** A page in English. */
  Page(String title, String style, String body, Optional<Script> script) {
    this("en", title, style, body, script);
  }

  /**
   * A script and its data.
   *
   * @param code plain JavaScript
   * @param data JSON in which every {@code <} is escaped
   * @param sentences of the script, as such JSON
   */
  record Script(String code, String data, String sentences) {

    /** A script that says nothing of its own. */
    Script(String code, String data) {
      this(code, data, "{}");
    }

    Script {
      if (data.indexOf('<') >= 0 || sentences.indexOf('<') >= 0 || code.contains("</script")) {
        throw new IllegalArgumentException("text that could end a script element");
      }
    }
  }

  /** The whole file. */
  String toHtml() {
    return "<!doctype html>\n<html lang=\""
        + language
        + "\">\n<head>\n<meta charset=\"utf-8\">\n"
        + ("<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy() + "\">\n")
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + "<meta name=\"color-scheme\" content=\"light dark\">\n"
        + ("<meta name=\"generator\" content=\"cotsim\">\n<title>" + Html.escape(title))
        + ("</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>" + style + "</style>\n")
        + ("</head>\n<body>\n" + body + "\n")
        + script.map(Page::elements).orElse("")
        + "</body>\n</html>\n";
  }

  private static String elements(Script script) {
    return ("<script type=\"application/json\" id=\"data\">" + script.data() + "</script>\n")
        + ("<script type=\"application/json\" id=\"sentences\">" + script.sentences())
        + "</script>\n"
        + ("<script>" + script.code() + "</script>\n");
  }

  private String policy() {
    return "default-src 'none'; img-src data:; style-src '"
        + hash(style)
        + "'; script-src "
        + script.map(one -> "'" + hash(one.code()) + "'").orElse("'none'")
        + "; base-uri 'none'; form-action 'none'";
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
