package org.cotsim.benchmarks.experiment.grade;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotsim.languages.input.InputException;

/** JSON with places; numbers that are none, which Python writes as NaN, are read too. */
final class JsonText {

  private static final Pattern PLACE = Pattern.compile("at line (\\d+) column (\\d+)");
  private static final Pattern NO_NUMBER = Pattern.compile("[:,\\[] *(NaN|-?Infinity)\\b");

  private JsonText() {}

  /** The value of a line. */
  static JsonElement parse(Place place) throws InputException {
    boolean python = NO_NUMBER.matcher(place.text()).find();
    JsonReader json = new JsonReader(new StringReader(place.text()));
    json.setStrictness(python ? Strictness.LENIENT : Strictness.STRICT);
    try {
      JsonElement value = JsonParser.parseReader(json);
      if (json.peek() != JsonToken.END_DOCUMENT) {
        throw place.problem(column(json), "only one JSON object per line is read");
      }
      return value;
    } catch (JsonParseException | IOException e) {
      throw place.problem(column(json), "not JSON: " + reason(e));
    }
  }

  /** An error where a reader of a whole file is now. */
  static InputException at(String source, JsonReader json, Exception failure) {
    Matcher place = PLACE.matcher(json.toString());
    return place.find()
        ? InputException.at(
            source,
            Integer.parseInt(place.group(1)),
            Integer.parseInt(place.group(2)),
            "not JSON: " + reason(failure))
        : InputException.in(source, "not JSON: " + reason(failure));
  }

  private static int column(JsonReader json) {
    Matcher place = PLACE.matcher(json.toString());
    return place.find() ? Integer.parseInt(place.group(2)) : 1;
  }

  private static String reason(Exception failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    if (message.contains("Strictness")) {
      return "unexpected text";
    }
    return message.startsWith("End of input") || message.startsWith("Unterminated")
        ? "it ends too early"
        : message.replaceFirst(" at line \\d+ column .*", "");
  }
}
