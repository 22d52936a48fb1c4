package org.cotsim.benchmarks.modelfile;

import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.assemble.Blueprint;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.model.Transformer;

/**
 * Decoders as JSON: the format and the version of its schema first, then the problem, the
 * certificate, the named subspaces of the residual stream in declared order, what every head does,
 * and all weights.
 *
 * <p>Numbers are written such that they are read back bit for bit. Reading costs memory for the
 * weights, not for the text.
 */
public final class ModelJson {

  private static final String FORMAT = "cotsim-model";
  private static final int VERSION = 1;

  private static final Gson GSON = Adapters.gson();

  private ModelJson() {}

  /** What stands after the format and the version; the alphabet is empty if none was given. */
  record Fields(
      String cotsimVersion,
      String problem,
      String alphabet,
      Certificate certificate,
      Blueprint blueprint,
      Transformer model) {}

  /**
   * Writes a decoder in UTF-8.
   *
   * @throws IllegalArgumentException if it normalises some tokens apart from the others
   */
  public static void write(ModelFile file, String cotsimVersion, OutputStream out)
      throws IOException {
    file.model().requireSharedNorms("a model in JSON");
    JsonWriter json = new JsonWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    json.setFormattingStyle(FormattingStyle.PRETTY);
    json.beginObject().name("format").value(FORMAT).name("schema_version").value(VERSION);
    Fields fields =
        new Fields(
            cotsimVersion,
            file.problem(),
            file.alphabet().orElse(""),
            file.certificate(),
            file.blueprint(),
            file.model());
    RecordAdapters.of(GSON, Fields.class).writeFields(json, fields);
    json.endObject().flush();
  }

  /**
   * Reads a decoder.
   *
   * @throws InputException if there is no such file, or it is no such model; with line and column
   */
  public static ModelFile read(Path path) throws InputException {
    if (!Files.exists(path)) {
      throw InputException.in(path.toString(), "there is no such file");
    }
    if (!Files.isRegularFile(path)) {
      throw InputException.in(path.toString(), "this is not a file");
    }
    try (Reader text = Files.newBufferedReader(path)) {
      JsonReader json = new JsonReader(text);
      json.setStrictness(Strictness.STRICT);
      return read(path.toString(), json);
    } catch (IOException e) {
      throw InputException.in(path.toString(), "this file cannot be read: " + e.getMessage());
    }
  }

  private static ModelFile read(String source, JsonReader json) throws InputException {
    try {
      json.beginObject();
      requireHeader(json);
      Fields fields = RecordAdapters.of(GSON, Fields.class).readFields(json);
      if (json.peek() != JsonToken.END_DOCUMENT) {
        throw new JsonParseException("text after the end of the model");
      }
      return new ModelFile(
          fields.problem,
          Optional.of(fields.alphabet).filter(symbols -> !symbols.isEmpty()),
          fields.certificate,
          fields.blueprint,
          fields.model);
    } catch (CharacterCodingException e) {
      throw JsonErrors.at(source, json, "this is not UTF-8");
    } catch (IOException | RuntimeException e) {
      throw JsonErrors.at(source, json, JsonErrors.message(e));
    } catch (OutOfMemoryError e) {
      throw InputException.in(
          source,
          "the model needs more memory than the "
              + (Runtime.getRuntime().maxMemory() >> 20)
              + " MiB that Java has; java -Xmx gives it more");
    }
  }

  private static void requireHeader(JsonReader json) throws IOException {
    if (!json.hasNext() || !json.nextName().equals("format")) {
      throw new JsonParseException("the first key must be \"format\"");
    }
    String format = json.nextString();
    if (!format.equals(FORMAT)) {
      throw new JsonParseException("the format is \"" + format + "\", not \"" + FORMAT + "\"");
    }
    if (!json.hasNext() || !json.nextName().equals("schema_version")) {
      throw new JsonParseException("the second key must be \"schema_version\"");
    }
    int version = json.nextInt();
    if (version != VERSION) {
      throw new JsonParseException(
          "the version of the schema is " + version + ", and this program reads " + VERSION);
    }
  }
}
