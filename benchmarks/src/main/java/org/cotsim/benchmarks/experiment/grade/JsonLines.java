package org.cotsim.benchmarks.experiment.grade;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.LineFile;

/** A file of JSON objects, one a line; blank lines are passed over. */
final class JsonLines implements AnswerFile {

  private final LineFile lines;
  private final Queue<Completion> waiting = new ArrayDeque<>();
  private final Set<Form> forms = new LinkedHashSet<>();
  private final Map<String, Long> passedOver = new LinkedHashMap<>();
  private Optional<String> filter = Optional.empty();

  private JsonLines(LineFile lines) {
    this.lines = lines;
  }

  static JsonLines open(Path path) throws InputException {
    return new JsonLines(LineFile.open(path));
  }

  @Override
  public Optional<Completion> next() throws InputException {
    while (waiting.isEmpty()) {
      Optional<String> line = lines.next();
      if (line.isEmpty()) {
        if (forms.isEmpty()) {
          throw InputException.in(lines.source(), "the file has no lines");
        }
        return Optional.empty();
      }
      if (!line.get().isBlank()) {
        take(new Place(lines.source(), lines.line(), line.get()));
      }
    }
    return Optional.of(waiting.remove());
  }

  private void take(Place place) throws InputException {
    JsonElement value = JsonText.parse(place);
    if (!(value instanceof JsonObject object)) {
      throw place.problem(1, "found " + Fields.shown(value) + ", expected a JSON object");
    }
    Form form = Form.of(object, place);
    forms.add(form);
    if (form != Form.LM_EVAL || isOfFirstFilter(object, place)) {
      waiting.addAll(form.completions(object, place));
    }
  }

  /** The harness writes every response once for each of its filters. */
  private boolean isOfFirstFilter(JsonObject object, Place place) throws InputException {
    String name = new Fields(object, place).text("filter").orElse("");
    if (filter.isEmpty()) {
      filter = Optional.of(name);
    }
    if (filter.get().equals(name)) {
      return true;
    }
    passedOver.merge(
        "lines of the filter %s repeat the responses of %s".formatted(name, filter.get()),
        1L,
        Long::sum);
    return false;
  }

  @Override
  public String form() {
    return forms.stream().map(Form::toString).collect(Collectors.joining(" and "));
  }

  @Override
  public Map<String, Long> passedOver() {
    return passedOver;
  }

  @Override
  public void close() throws InputException {
    lines.close();
  }
}
