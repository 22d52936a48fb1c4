package org.cotsim.benchmarks.experiment.grade;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.List;
import org.cotsim.languages.input.InputException;

/**
 * The responses of a line that lm-evaluation-harness logged: {@code resps} has a list for each
 * request, of a text for each repetition; what its filters made of them is not read.
 */
final class HarnessResponses {

  private HarnessResponses() {}

  static List<Said> of(Fields fields) throws InputException {
    JsonArray requests = fields.list("resps").orElse(new JsonArray());
    if (requests.size() != 1) {
      return List.of(
          new Said.Nothing(
              requests.size() + " requests for one question, as of a choice by likelihood"));
    }
    List<Said> said = new ArrayList<>();
    JsonElement first = requests.get(0);
    List<JsonElement> repetitions =
        first instanceof JsonArray list ? list.asList() : List.of(first);
    for (JsonElement response : repetitions) {
      said.add(
          Fields.isText(response)
              ? new Said.Text(response.getAsString())
              : new Said.Nothing("a response is no text: " + Fields.shown(response)));
    }
    return said;
  }
}
