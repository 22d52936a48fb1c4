package org.cotsim.benchmarks.experiment.grade;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cotsim.languages.input.InputException;

/** A log of Inspect as one JSON object, whose {@code samples} are read one at a time. */
final class InspectLog implements AnswerFile {

  private final String source;
  private final JsonReader json;
  private boolean inSamples;
  private int samples;

  private InspectLog(String source, JsonReader json) {
    this.source = source;
    this.json = json;
  }

  static InspectLog open(Path path) throws InputException {
    try {
      JsonReader json = new JsonReader(Files.newBufferedReader(path));
      json.setStrictness(Strictness.LENIENT); // Python writes NaN
      return new InspectLog(path.toString(), json);
    } catch (IOException e) {
      throw InputException.in(path.toString(), "cannot be read: " + e.getMessage());
    }
  }

  @Override
  public Optional<Completion> next() throws InputException {
    try {
      if (!inSamples) {
        openSamples();
      }
      if (!json.hasNext()) {
        return Optional.empty();
      }
      samples++;
      JsonElement sample = JsonParser.parseReader(json);
      Place place = new Place(source + ", sample " + samples, 0, "");
      if (!(sample instanceof JsonObject object)) {
        throw place.problem(0, "found " + Fields.shown(sample) + ", expected an object");
      }
      return Optional.of(Form.INSPECT.completions(object, place).get(0));
    } catch (JsonParseException | IllegalStateException | IOException e) {
      throw JsonText.at(source, json, e);
    }
  }

  private void openSamples() throws IOException, InputException {
    json.beginObject();
    while (json.hasNext()) {
      if (json.nextName().equals("samples") && json.peek() == JsonToken.BEGIN_ARRAY) {
        json.beginArray();
        inSamples = true;
        return;
      }
      json.skipValue();
    }
    throw InputException.in(
        source,
        "this log of Inspect has no samples; it may be a header, or be logged without them");
  }

  @Override
  public String form() {
    return Form.INSPECT.toString();
  }

  @Override
  public void close() throws InputException {
    try {
      json.close();
    } catch (IOException e) {
      throw InputException.in(source, "cannot be closed: " + e.getMessage());
    }
  }
}
