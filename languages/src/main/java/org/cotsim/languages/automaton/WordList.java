package org.cotsim.languages.automaton;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.cotsim.languages.input.InputException;

/** Words as JSON lists of strings, for symbols that have a space in them or no character. */
final class WordList {

  private WordList() {}

  /** Whether a text begins and ends like a list. */
  static boolean isList(String text) {
    return text.strip().matches("(?s)\\[\\s*(\".*)?\\]");
  }

  /**
   * The symbols of a list.
   *
   * @throws InputException if it is no list of strings in JSON
   */
  static List<String> read(String text) throws InputException {
    List<String> word = new ArrayList<>();
    try (JsonReader json = new JsonReader(new StringReader(text.strip()))) {
      json.setStrictness(Strictness.STRICT);
      json.beginArray();
      while (json.hasNext()) {
        if (json.peek() != JsonToken.STRING) {
          throw InputException.in("word", "a symbol in quotes is expected after " + word);
        }
        word.add(json.nextString());
      }
      json.endArray();
      if (json.peek() == JsonToken.END_DOCUMENT) {
        return List.copyOf(word);
      }
    } catch (IOException e) {
      // what follows says what is expected instead
    }
    throw InputException.in("word", "this is no JSON list of symbols, such as [\"a b\", \"_\"]");
  }

  static String write(List<String> word) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginArray();
      for (String symbol : word) {
        json.value(symbol);
      }
      json.endArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a string takes all
    }
    return text.toString();
  }
}
