package org.cotsim.benchmarks.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** JSON as text that may stand inside a script element; written and read without reflection. */
final class JsonText {

  private JsonText() {}

  /** The text; what could end an element or an entity in HTML is escaped. */
  static String of(JsonElement json) {
    StringWriter text = new StringWriter();
    JsonWriter writer = new JsonWriter(text);
    writer.setHtmlSafe(true);
    try {
      write(json, writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a string takes all
    }
    return text.toString();
  }

  private static void write(JsonElement json, JsonWriter writer) throws IOException {
    if (json.isJsonObject()) {
      writer.beginObject();
      for (Map.Entry<String, JsonElement> field : json.getAsJsonObject().entrySet()) {
        writer.name(field.getKey());
        write(field.getValue(), writer);
      }
      writer.endObject();
    } else if (json.isJsonArray()) {
      writer.beginArray();
      for (JsonElement element : json.getAsJsonArray()) {
        write(element, writer);
      }
      writer.endArray();
    } else {
      write(json.getAsJsonPrimitive(), writer);
    }
  }

  private static void write(JsonPrimitive json, JsonWriter writer) throws IOException {
    if (json.isNumber()) {
      writer.value(json.getAsNumber());
    } else if (json.isBoolean()) {
      writer.value(json.getAsBoolean());
    } else {
      writer.value(json.getAsString());
    }
  }

  /**
   * Reads an object.
   *
   * @throws IllegalArgumentException if the text is no JSON object
   */
  static JsonObject read(String text) {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    try {
      return read(reader).getAsJsonObject();
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static JsonElement read(JsonReader reader) throws IOException {
    switch (reader.peek()) {
      case BEGIN_OBJECT -> {
        JsonObject json = new JsonObject();
        reader.beginObject();
        while (reader.hasNext()) {
          json.add(reader.nextName(), read(reader));
        }
        reader.endObject();
        return json;
      }
      case BEGIN_ARRAY -> {
        JsonArray json = new JsonArray();
        reader.beginArray();
        while (reader.hasNext()) {
          json.add(read(reader));
        }
        reader.endArray();
        return json;
      }
      case BOOLEAN -> {
        return new JsonPrimitive(reader.nextBoolean());
      }
      case NUMBER -> {
        double number = reader.nextDouble();
        int whole = (int) number;
        return whole == number ? new JsonPrimitive(whole) : new JsonPrimitive(number);
      }
      default -> {
        return new JsonPrimitive(reader.nextString());
      }
    }
  }
}
