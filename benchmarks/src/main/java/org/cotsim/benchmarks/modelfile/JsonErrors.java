package org.cotsim.benchmarks.modelfile;

import com.google.gson.stream.JsonReader;
import java.io.EOFException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotsim.languages.input.InputException;

/** Gson's exceptions as sentences with a place. */
final class JsonErrors {

  private static final Pattern PLACE = Pattern.compile(" at line (\\d+) column (\\d+) path (.*)");
  private static final Pattern EXPECTED = Pattern.compile("Expected an? (.*) but was (.*)");

  private JsonErrors() {}

  /** An error where the reader is now; only its {@code toString()} tells. */
  static InputException at(String source, JsonReader json, String message) {
    Matcher place = PLACE.matcher(json.toString());
    if (!place.find()) {
      throw new IllegalStateException("Gson gives no position: " + json);
    }
    return InputException.at(
        source,
        Integer.parseInt(place.group(1)),
        Integer.parseInt(place.group(2)),
        message + " (at " + place.group(3) + ")");
  }

  /** What went wrong, in Gson's words without the place or in ours. */
  static String message(Exception failure) {
    String message = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    if (failure instanceof EOFException || message.startsWith("Unterminated string")) {
      return "the file ends too early";
    }
    message = PLACE.matcher(message).replaceFirst("");
    if (message.contains("Strictness")) {
      return "this is not JSON";
    }
    Matcher expected = EXPECTED.matcher(message);
    if (expected.matches()) {
      return "expected %s, found %s"
          .formatted(inWords(expected.group(1)), inWords(expected.group(2)));
    }
    return message.replace("java.lang.NumberFormatException: ", "");
  }

  private static String inWords(String token) {
    return switch (token) {
      case "BEGIN_ARRAY" -> "a list";
      case "BEGIN_OBJECT" -> "an object";
      case "END_ARRAY" -> "the end of the list";
      case "END_OBJECT" -> "the end of the object";
      case "STRING" -> "a text";
      case "int", "long" -> "a whole number";
      case "double", "NUMBER" -> "a number";
      default -> token.toLowerCase(Locale.ROOT);
    };
  }
}
