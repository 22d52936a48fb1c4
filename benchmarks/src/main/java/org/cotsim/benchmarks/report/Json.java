package org.cotsim.benchmarks.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;

/** Results as JSON for people and programs: indented, and a figure that is no number is null. */
public final class Json {
  private static final JsonSerializer<Double> FINITE_OR_NULL =
      (figure, type, context) -> figureOrNull(figure);

  private static final Gson GSON =
      new GsonBuilder()
          .setPrettyPrinting()
          .disableHtmlEscaping()
          .serializeNulls()
          .registerTypeAdapter(Double.class, FINITE_OR_NULL)
          .registerTypeAdapter(double.class, FINITE_OR_NULL)
          .create();

  private Json() {}

  /** The text of maps, lists, records, numbers and strings, without a line end. */
  public static String of(Object value) {
    return GSON.toJson(value);
  }

  private static JsonElement figureOrNull(double figure) {
    return Double.isFinite(figure) ? new JsonPrimitive(figure) : JsonNull.INSTANCE;
  }
}
