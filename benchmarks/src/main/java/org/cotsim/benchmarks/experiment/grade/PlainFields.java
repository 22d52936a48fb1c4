package org.cotsim.benchmarks.experiment.grade;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotsim.languages.input.InputException;

/** The completion of a plain line. */
final class PlainFields {

  private PlainFields() {}

  static Said said(JsonObject object, Place place) throws InputException {
    Fields fields = new Fields(object, place);
    Optional<String> completion = fields.text("completion");
    if (completion.isPresent()) {
      return new Said.Text(completion.get());
    }
    Optional<JsonElement> chain = fields.get("chain");
    Optional<JsonElement> answer = fields.get("answer");
    boolean numbers = isNumbers(chain) && isNumbers(answer) && (has(chain) || has(answer));
    if (numbers) {
      return new Said.Ids(numbers(chain), numbers(answer));
    }
    Optional<String> said = fields.text("answer");
    if (chain.isPresent() && Fields.isText(chain.get())) {
      String text = chain.get().getAsString();
      return new Said.Text(
          text + said.map(one -> "\n" + TranscriptReader.ANSWER_MARK + one).orElse(""));
    }
    List<String> tokens = new ArrayList<>();
    for (JsonElement token : fields.list("chain").orElse(new JsonArray())) {
      if (!Fields.isText(token)) {
        throw place.problem("chain", "a token of \"chain\" is no text: " + Fields.shown(token));
      }
      tokens.add(token.getAsString());
    }
    return new Said.Tokens(tokens, said.filter(one -> !one.isEmpty() || tokens.isEmpty()));
  }

  private static boolean has(Optional<JsonElement> value) {
    return value.isPresent() && !(value.get() instanceof JsonArray list && list.isEmpty());
  }

  private static boolean isNumbers(Optional<JsonElement> value) {
    return value.isEmpty()
        || Fields.isNumber(value.get())
        || (value.get() instanceof JsonArray list
            && list.asList().stream().allMatch(Fields::isNumber));
  }

  private static List<Integer> numbers(Optional<JsonElement> value) {
    if (value.isPresent() && value.get() instanceof JsonArray list) {
      return list.asList().stream().map(JsonElement::getAsInt).toList();
    }
    return value
        .filter(JsonPrimitive.class::isInstance)
        .map(one -> List.of(one.getAsInt()))
        .orElse(List.of());
  }
}
