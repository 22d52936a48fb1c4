package org.cotsim.benchmarks.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.Vocabulary;

/** The tokens that a page mentions, renumbered in the order of their first mention. */
final class MentionedTokens {

  private final Vocabulary vocabulary;
  private final Map<Integer, Integer> numbers = new HashMap<>();
  private final JsonArray tokens = new JsonArray();

  MentionedTokens(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The page's number of a token of the vocabulary. */
  int number(int id) {
    return numbers.computeIfAbsent(
        id,
        added -> {
          Token token = vocabulary.token(added);
          JsonObject json = new JsonObject();
          json.addProperty("text", token.text());
          json.addProperty("role", token.role().name().toLowerCase(Locale.ROOT));
          tokens.add(json);
          return tokens.size() - 1;
        });
  }

  JsonArray toJson() {
    return tokens;
  }
}
