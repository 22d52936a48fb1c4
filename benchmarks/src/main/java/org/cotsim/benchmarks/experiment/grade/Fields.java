package org.cotsim.benchmarks.experiment.grade;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Optional;
import java.util.OptionalLong;
import org.cotsim.languages.input.InputException;

/** The keys of a JSON object; one that is null is as good as absent. */
record Fields(JsonObject object, Place place) {

  private static final long MOST = Integer.MAX_VALUE;
  private static final int SHOWN = 60; // characters of a value in a sentence

  Optional<JsonElement> get(String key) {
    return Optional.ofNullable(object.get(key)).filter(value -> !value.isJsonNull());
  }

  Optional<String> text(String key) throws InputException {
    Optional<JsonElement> value = get(key);
    if (value.isPresent() && !isText(value.get())) {
      throw place.problem(key, "\"" + key + "\" is no text: " + shown(value.get()));
    }
    return value.map(JsonElement::getAsString);
  }

  /** A whole number from 0 on. */
  OptionalLong whole(String key) throws InputException {
    Optional<JsonElement> value = get(key);
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    String number = value.get().isJsonPrimitive() ? value.get().getAsString() : "";
    if (!number.matches("\\d{1,10}(\\.0)?")) {
      throw place.problem(
          key, "\"%s\" is no whole number from 0 on: %s".formatted(key, shown(value.get())));
    }
    long whole = Long.parseLong(number.replace(".0", ""));
    if (whole > MOST) {
      throw place.problem(key, "\"%s\" is more than %d: %d".formatted(key, MOST, whole));
    }
    return OptionalLong.of(whole);
  }

  Optional<JsonObject> object(String key) throws InputException {
    Optional<JsonElement> value = get(key);
    if (value.isPresent() && !value.get().isJsonObject()) {
      throw place.problem(key, "\"" + key + "\" is no object: " + shown(value.get()));
    }
    return value.map(JsonElement::getAsJsonObject);
  }

  Optional<JsonArray> list(String key) throws InputException {
    Optional<JsonElement> value = get(key);
    if (value.isPresent() && !value.get().isJsonArray()) {
      throw place.problem(key, "\"" + key + "\" is no list: " + shown(value.get()));
    }
    return value.map(JsonElement::getAsJsonArray);
  }

  static boolean isText(JsonElement value) {
    return value instanceof JsonPrimitive primitive && primitive.isString();
  }

  static boolean isNumber(JsonElement value) {
    return value instanceof JsonPrimitive primitive
        && primitive.isNumber()
        && primitive.getAsString().matches("\\d{1,9}");
  }

  static String shown(JsonElement value) {
    String text = value.toString();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }

  static String quoted(String text) {
    return shown(new JsonPrimitive(text));
  }
}
