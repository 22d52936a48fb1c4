package org.cotsim.benchmarks.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cotsim.benchmarks.experiment.data.Example;
import org.cotsim.simulator.model.Token;

/** The tokens of a problem as JSON, one a line: number, text and role. */
final class DataVocabulary {

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private DataVocabulary() {}

  static String of(Example.Source source) {
    List<String> lines = new ArrayList<>();
    List<Token> tokens = source.vocabulary().tokens();
    for (int id = 0; id < tokens.size(); id++) {
      JsonObject token = new JsonObject();
      token.addProperty("id", id);
      token.addProperty("text", tokens.get(id).text());
      token.addProperty("role", tokens.get(id).role().name().toLowerCase(Locale.ROOT));
      lines.add(GSON.toJson(token));
    }
    return "{\"problem\":%s,%s\"tokens\":[\n%s\n]}\n"
        .formatted(
            GSON.toJson(source.problem()),
            source.byLength() ? "\"n\":" + source.n() + "," : "",
            String.join(",\n", lines));
  }

  /**
   * What follows the name of the problem in the name of the file.
   *
   * @param i from 1; names of different problems may look alike
   */
  static String suffix(Example.Source source, int i) {
    return (source.byLength() ? "-" + source.n() : "") + (i == 1 ? "" : "-" + i);
  }
}
