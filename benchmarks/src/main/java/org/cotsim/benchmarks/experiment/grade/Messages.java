package org.cotsim.benchmarks.experiment.grade;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The messages of a conversation: {@code role} and {@code content}, a text or a list of parts. */
final class Messages {

  private Messages() {}

  /** The text of the last message of a role. */
  static Optional<String> last(JsonArray messages, String role) {
    Optional<String> last = Optional.empty();
    for (JsonElement message : messages) {
      if (message instanceof JsonObject one
          && one.get("role") != null
          && role.equals(text(one.get("role")).orElse(""))) {
        last = content(one);
      }
    }
    return last;
  }

  /** The text of a message; parts of other kinds, such as reasoning, are left out. */
  static Optional<String> content(JsonObject message) {
    JsonElement content = message.get("content");
    if (!(content instanceof JsonArray parts)) {
      return content == null ? Optional.empty() : text(content);
    }
    List<String> texts = new ArrayList<>();
    for (JsonElement part : parts) {
      if (part instanceof JsonObject one && text(one.get("type")).orElse("").equals("text")) {
        text(one.get("text")).ifPresent(texts::add);
      }
    }
    return Optional.of(String.join("\n", texts));
  }

  private static Optional<String> text(JsonElement value) {
    return value != null && Fields.isText(value)
        ? Optional.of(value.getAsString())
        : Optional.empty();
  }
}
