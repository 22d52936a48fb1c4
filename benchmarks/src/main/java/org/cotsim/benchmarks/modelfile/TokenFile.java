package org.cotsim.benchmarks.modelfile;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.model.Token;

/**
 * The tokens of a model that was made elsewhere: what {@code cot data} writes beside a data set, or
 * a vocabulary of whole tokens of Hugging Face, {@code vocab.json} or {@code tokenizer.json}.
 *
 * @param source where they stand, as a person named it
 * @param problem what the model was made for, if the file says so
 * @param entries by number, from 0
 */
public record TokenFile(String source, Optional<String> problem, List<Entry> entries) {

  /**
   * A token.
   *
   * @param role where it may stand, if the file says so
   */
  public record Entry(String text, Optional<Token.Role> role) {}

  public TokenFile {
    entries = List.copyOf(entries);
  }

  /**
   * Reads a file.
   *
   * @throws InputException if it cannot be read, or has not one token for each number from 0
   */
  public static TokenFile read(Path path) throws InputException {
    String source = path.toString();
    if (!Files.exists(path)) {
      throw InputException.in(source, "there is no such file");
    }
    if (!Files.isRegularFile(path)) {
      throw InputException.in(source, "this is not a file");
    }
    try (Reader text = Files.newBufferedReader(path)) {
      return of(source, parse(source, text));
    } catch (CharacterCodingException e) {
      throw InputException.in(source, "this is not UTF-8");
    } catch (IOException e) {
      throw InputException.in(source, "this file cannot be read: " + e.getMessage());
    }
  }

  /**
   * The tokens of an ONNX file that {@code cot export} wrote; empty if somebody else did.
   *
   * @param source the file
   * @throws InputException if what it says of itself cannot be read
   */
  public static Optional<TokenFile> ofMetadata(String source, Map<String, String> metadata)
      throws InputException {
    String vocabulary = metadata.get(OnnxMetadata.VOCABULARY);
    if (vocabulary == null) {
      return Optional.empty();
    }
    String place = source + ", " + OnnxMetadata.VOCABULARY;
    JsonElement tokens = parse(place, new StringReader(vocabulary));
    if (!(tokens instanceof JsonArray list)) {
      throw InputException.in(place, "found " + shown(tokens) + ", expected a list of tokens");
    }
    List<Entry> entries = new ArrayList<>();
    for (JsonElement token : list) {
      entries.add(entry(place, token));
    }
    return Optional.of(
        new TokenFile(source, Optional.ofNullable(metadata.get(OnnxMetadata.PROBLEM)), entries));
  }

  /**
   * These tokens, and unnamed ones behind them: many models have more scores than tokens, so that
   * their number is a multiple of 8 or 64.
   *
   * @param scores how many the model has
   */
  public TokenFile paddedTo(int scores) {
    boolean roles = entries.stream().allMatch(entry -> entry.role().isPresent());
    Optional<Token.Role> role = roles ? Optional.of(Token.Role.PADDING) : Optional.empty();
    List<Entry> padded = new ArrayList<>(entries);
    for (int id = entries.size(); id < scores; id++) {
      padded.add(new Entry("unnamed-" + id, role));
    }
    return new TokenFile(source, problem, padded);
  }

  private static JsonElement parse(String source, Reader text) throws InputException {
    JsonReader json = new JsonReader(text);
    json.setStrictness(Strictness.STRICT);
    try {
      JsonElement value = JsonParser.parseReader(json);
      if (json.peek() != JsonToken.END_DOCUMENT) {
        throw JsonErrors.at(source, json, "text after the end of the vocabulary");
      }
      return value;
    } catch (JsonParseException e) {
      Exception cause = e.getCause() instanceof IOException io ? io : e;
      throw JsonErrors.at(source, json, JsonErrors.message(cause));
    } catch (IOException e) {
      throw JsonErrors.at(source, json, JsonErrors.message(e));
    }
  }

  private static TokenFile of(String source, JsonElement value) throws InputException {
    if (value instanceof JsonObject object) {
      if (object.get("tokens") instanceof JsonArray tokens) {
        return ofData(source, object, tokens);
      }
      if (object.get("model") instanceof JsonObject model) {
        return ofTokenizer(source, object, model);
      }
      if (object.size() > 0 && object.entrySet().stream().allMatch(e -> isNumber(e.getValue()))) {
        Map<Integer, Entry> byId = new TreeMap<>();
        addWords(source, object, byId);
        return new TokenFile(source, Optional.empty(), numbered(source, byId));
      }
    }
    throw InputException.in(
        source,
        "found %s, expected a vocabulary: one that cot data wrote, a vocab.json or a tokenizer.json"
            .formatted(shown(value)));
  }

  private static TokenFile ofData(String source, JsonObject object, JsonArray tokens)
      throws InputException {
    Map<Integer, Entry> byId = new TreeMap<>();
    for (JsonElement token : tokens) {
      Entry entry = entry(source, token);
      put(source, byId, token.getAsJsonObject().get("id"), entry);
    }
    Optional<String> problem = Optional.empty();
    if (object.has("problem")) {
      problem = Optional.of(text(source, object, "problem"));
    }
    return new TokenFile(source, problem, numbered(source, byId));
  }

  private static TokenFile ofTokenizer(String source, JsonObject object, JsonObject model)
      throws InputException {
    String type = text(source, model, "type");
    if (!type.equals("WordLevel")) {
      throw InputException.in(
          source,
          "the tokenizer is %s, which takes words apart; expected WordLevel, a number for each whole token"
              .formatted(type));
    }
    if (!(model.get("vocab") instanceof JsonObject words)) {
      throw InputException.in(source, "the key \"vocab\" of \"model\" has no object");
    }
    Map<Integer, Entry> byId = new TreeMap<>();
    addWords(source, words, byId);
    if (object.get("added_tokens") instanceof JsonArray added) {
      for (JsonElement token : added) {
        if (!(token instanceof JsonObject one)) {
          throw InputException.in(source, "found " + shown(token) + ", expected an added token");
        }
        Entry entry = new Entry(text(source, one, "content"), Optional.empty());
        JsonElement id = one.get("id");
        boolean known = isNumber(id) && entry.equals(byId.get(id.getAsInt()));
        if (!known) {
          put(source, byId, id, entry);
        }
      }
    }
    return new TokenFile(source, Optional.empty(), numbered(source, byId));
  }

  private static void addWords(String source, JsonObject words, Map<Integer, Entry> byId)
      throws InputException {
    for (Map.Entry<String, JsonElement> word : words.entrySet()) {
      put(source, byId, word.getValue(), new Entry(word.getKey(), Optional.empty()));
    }
  }

  private static Entry entry(String source, JsonElement token) throws InputException {
    if (!(token instanceof JsonObject one)) {
      throw InputException.in(
          source, "found " + shown(token) + ", expected a token with text and role");
    }
    String role = text(source, one, "role");
    for (Token.Role known : Token.Role.values()) {
      if (known.name().equalsIgnoreCase(role)) {
        return new Entry(text(source, one, "text"), Optional.of(known));
      }
    }
    throw InputException.in(
        source,
        "the role of the token %s is \"%s\", expected one of %s"
            .formatted(shown(one.get("text")), role, List.of(Token.Role.values())));
  }

  private static String text(String source, JsonObject object, String key) throws InputException {
    JsonElement value = object.get(key);
    if (value instanceof JsonPrimitive primitive && primitive.isString()) {
      return primitive.getAsString();
    }
    throw InputException.in(
        source,
        value == null
            ? "the key \"%s\" is missing in %s".formatted(key, shown(object))
            : "found %s at \"%s\", expected a text".formatted(shown(value), key));
  }

  private static void put(String source, Map<Integer, Entry> byId, JsonElement id, Entry entry)
      throws InputException {
    if (!isNumber(id)) {
      throw InputException.in(
          source,
          "the number of the token \"%s\" is %s, expected a whole number from 0"
              .formatted(entry.text(), shown(id)));
    }
    Entry other = byId.putIfAbsent(id.getAsInt(), entry);
    if (other != null) {
      throw InputException.in(
          source,
          "the number %d is that of \"%s\" and of \"%s\""
              .formatted(id.getAsInt(), other.text(), entry.text()));
    }
  }

  private static List<Entry> numbered(String source, Map<Integer, Entry> byId)
      throws InputException {
    int id = 0;
    for (int number : byId.keySet()) {
      if (number != id++) {
        throw InputException.in(
            source,
            "there is a token %d and none of the number %d; expected all from 0"
                .formatted(number, id - 1));
      }
    }
    return List.copyOf(byId.values());
  }

  private static boolean isNumber(JsonElement value) {
    return value instanceof JsonPrimitive primitive
        && primitive.isNumber()
        && primitive.getAsString().matches("\\d{1,9}");
  }

  private static String shown(JsonElement value) {
    String text = String.valueOf(value);
    return text.length() <= 60 ? text : text.substring(0, 60) + "...";
  }
}
