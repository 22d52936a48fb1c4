package org.cotsim.benchmarks.experiment.grade;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.cotsim.languages.input.InputException;

/** A log of Inspect as an archive ({@code .eval}) with a JSON file for each sample. */
final class InspectArchive implements AnswerFile {

  private final String source;
  private final ZipFile archive;
  private final Iterator<? extends ZipEntry> samples;

  private InspectArchive(String source, ZipFile archive, List<? extends ZipEntry> samples) {
    this.source = source;
    this.archive = archive;
    this.samples = samples.iterator();
  }

  static InspectArchive open(Path path) throws InputException {
    try {
      ZipFile archive = new ZipFile(path.toFile());
      List<? extends ZipEntry> samples =
          archive.stream().filter(entry -> entry.getName().matches("samples/.*\\.json")).toList();
      if (samples.isEmpty()) {
        archive.close();
        throw InputException.in(path.toString(), "this archive has no samples/*.json");
      }
      return new InspectArchive(path.toString(), archive, samples);
    } catch (IOException e) {
      throw unreadable(path.toString(), e);
    }
  }

  private static InputException unreadable(String source, IOException e) {
    return InputException.in(
        source,
        "this archive cannot be read (%s); 'inspect log convert --to json' writes one that can"
            .formatted(e.getMessage()));
  }

  @Override
  public Optional<Completion> next() throws InputException {
    if (!samples.hasNext()) {
      return Optional.empty();
    }
    ZipEntry entry = samples.next();
    Place place = new Place(source + "!" + entry.getName(), 0, "");
    try (JsonReader json =
        new JsonReader(
            new InputStreamReader(archive.getInputStream(entry), StandardCharsets.UTF_8))) {
      json.setStrictness(Strictness.LENIENT); // Python writes NaN
      return Optional.of(read(json, place));
    } catch (IOException e) {
      throw unreadable(place.source(), e);
    }
  }

  private static Completion read(JsonReader json, Place place) throws InputException {
    try {
      JsonElement sample = JsonParser.parseReader(json);
      if (!(sample instanceof JsonObject object)) {
        throw place.problem(0, "found " + Fields.shown(sample) + ", expected an object");
      }
      return Form.INSPECT.completions(object, place).get(0);
    } catch (JsonParseException e) {
      throw JsonText.at(place.source(), json, e);
    }
  }

  @Override
  public String form() {
    return Form.INSPECT.toString();
  }

  @Override
  public void close() throws InputException {
    try {
      archive.close();
    } catch (IOException e) {
      throw unreadable(source, e);
    }
  }
}
