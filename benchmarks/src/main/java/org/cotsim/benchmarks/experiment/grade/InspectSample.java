package org.cotsim.benchmarks.experiment.grade;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Optional;
import org.cotsim.languages.input.InputException;

/**
 * A sample of a log of Inspect: the question in {@code metadata} or {@code input}, the completion
 * in {@code output.choices} or {@code output.completion}; long texts may stand in {@code
 * attachments}.
 */
final class InspectSample {

  private static final String ATTACHMENT = "attachment://";

  private InspectSample() {}

  static Completion of(JsonObject sample, Place place) throws InputException {
    Fields fields = new Fields(sample, place);
    String asked = resolved(sample, input(fields));
    Question question = Question.of(fields.object("metadata").orElse(new JsonObject()), place);
    question = question.orOf(asked).orInput(asked);
    Optional<String> completion = completion(fields);
    Said said =
        completion.isPresent()
            ? new Said.Text(resolved(sample, completion.get()))
            : new Said.Nothing("the sample has no output");
    return new Completion(place, question, said);
  }

  private static String input(Fields fields) throws InputException {
    Optional<JsonElement> input = fields.get("input");
    if (input.isPresent() && input.get() instanceof JsonArray messages) {
      return Messages.last(messages, "user").orElse("");
    }
    return fields
        .text("input")
        .orElseThrow(() -> fields.place().problem("input", "a sample has no \"input\""));
  }

  private static Optional<String> completion(Fields fields) throws InputException {
    Optional<JsonObject> output = fields.object("output");
    if (output.isEmpty()) {
      return Optional.empty();
    }
    Fields inside = new Fields(output.get(), fields.place());
    JsonArray choices = inside.list("choices").orElse(new JsonArray());
    if (!choices.isEmpty() && choices.get(0) instanceof JsonObject choice) {
      Optional<String> content =
          new Fields(choice, fields.place()).object("message").flatMap(Messages::content);
      if (content.isPresent()) {
        return content;
      }
    }
    return inside.text("completion").filter(text -> !text.isEmpty());
  }

  private static String resolved(JsonObject sample, String text) {
    if (text.startsWith(ATTACHMENT)
        && sample.get("attachments") instanceof JsonObject attachments
        && attachments.get(text.substring(ATTACHMENT.length())) instanceof JsonPrimitive whole
        && whole.isString()) {
      return whole.getAsString();
    }
    return text;
  }
}
