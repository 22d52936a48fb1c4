package org.cotsim.benchmarks.experiment.grade;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotsim.languages.input.InputException;

/** The forms in which completions are written down. */
public enum Form {
  /** An object with {@code input}, {@code chain} and {@code answer}, or with {@code completion}. */
  PLAIN("plain lines") {
    @Override
    List<Completion> completions(JsonObject object, Place place) throws InputException {
      Question question = Question.of(object, place);
      if (question.input().isEmpty()) {
        throw place.problem(1, "the key \"input\" is missing");
      }
      return List.of(new Completion(place, question, PlainFields.said(object, place)));
    }
  },

  /** A conversation in {@code messages}, whose last message of the assistant is graded. */
  CHAT("conversations") {
    @Override
    List<Completion> completions(JsonObject object, Place place) throws InputException {
      JsonArray messages =
          new Fields(object, place)
              .list("messages")
              .orElseThrow(() -> place.problem(1, "the key \"messages\" has no list"));
      Question question =
          Question.of(object, place).orOf(Messages.last(messages, "user").orElse(""));
      requireInput(question, place);
      return List.of(new Completion(place, question, said(Messages.last(messages, "assistant"))));
    }
  },

  /** A line of the samples that lm-evaluation-harness logs: {@code doc} and {@code resps}. */
  LM_EVAL("samples of lm-evaluation-harness") {
    @Override
    List<Completion> completions(JsonObject object, Place place) throws InputException {
      Fields fields = new Fields(object, place);
      Question question =
          Question.of(fields.object("doc").orElse(new JsonObject()), place)
              .orOf(prompt(fields.get("arguments")));
      requireInput(question, place);
      List<Completion> completions = new ArrayList<>();
      for (Said said : HarnessResponses.of(fields)) {
        completions.add(new Completion(place, question, said));
      }
      return completions;
    }
  },

  /** A sample of a log of Inspect: {@code input}, {@code metadata} and {@code output}. */
  INSPECT("log of Inspect") {
    @Override
    List<Completion> completions(JsonObject object, Place place) throws InputException {
      return List.of(InspectSample.of(object, place));
    }
  };

  private final String name;

  Form(String name) {
    this.name = name;
  }

  /** The completions of an object of this form. */
  abstract List<Completion> completions(JsonObject object, Place place) throws InputException;

  /**
   * The form of a line.
   *
   * @throws InputException if it has none
   */
  static Form of(JsonObject object, Place place) throws InputException {
    if (object.has("doc") && object.has("resps")) {
      return LM_EVAL;
    }
    if (object.has("messages")) {
      return CHAT;
    }
    if (object.has("completion") || object.has("chain") || object.has("answer")) {
      return PLAIN;
    }
    throw place.problem(
        1,
        "found the keys %s, expected input with chain and answer or completion, messages, or doc and resps"
            .formatted(String.join(", ", object.keySet())));
  }

  private static void requireInput(Question question, Place place) throws InputException {
    if (question.input().isEmpty()) {
      throw place.problem(
          1, "no input: neither a key \"input\" nor a line \"Input: ...\" in the question");
    }
  }

  private static Said said(Optional<String> text) {
    return text.isPresent() ? new Said.Text(text.get()) : new Said.Nothing("nobody answered");
  }

  /** The prompt of the first request, however its arguments are wrapped. */
  private static String prompt(Optional<JsonElement> arguments) {
    JsonElement first = arguments.orElse(new JsonArray());
    while (first instanceof JsonArray || first instanceof JsonObject) {
      if (first instanceof JsonArray list) {
        first = list.isEmpty() ? null : list.get(0);
      } else {
        JsonObject object = first.getAsJsonObject();
        first = object.size() == 0 ? null : object.entrySet().iterator().next().getValue();
      }
    }
    return first != null && Fields.isText(first) ? first.getAsString() : "";
  }

  @Override
  public String toString() {
    return name;
  }
}
