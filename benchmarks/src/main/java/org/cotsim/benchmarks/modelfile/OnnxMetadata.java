package org.cotsim.benchmarks.modelfile;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cotsim.simulator.assemble.Blueprint;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.export.OnnxExport;
import org.cotsim.simulator.model.Vocabulary;

/** What an exported ONNX file says about itself: keys that begin with {@code cotsim.}. */
public final class OnnxMetadata {

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private OnnxMetadata() {}

  /**
   * The metadata of an exported decoder, in the order in which it is written.
   *
   * @param problem as the person named it
   * @param version of cotsim
   */
  public static Map<String, String> of(
      String problem, ConstructedDecoder<?> decoder, OnnxExport export, String version) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("cotsim.version", version);
    fields.put("cotsim.problem", problem);
    fields.put("cotsim.form", export.form().toString());
    fields.put("cotsim.arithmetic", export.arithmetic().name());
    fields.put("cotsim.vocabulary", GSON.toJson(vocabulary(decoder.model().vocabulary())));
    fields.put(
        "cotsim.output_tie_tolerance", Double.toString(decoder.model().output().tieTolerance()));
    fields.put("cotsim.certificate", GSON.toJson(certificate(decoder.certificate())));
    fields.put("cotsim.residual_stream", GSON.toJson(decoder.blueprint().subspaces()));
    fields.put("cotsim.heads", GSON.toJson(heads(decoder.blueprint())));
    return fields;
  }

  private static List<Map<String, Object>> vocabulary(Vocabulary vocabulary) {
    return vocabulary.tokens().stream()
        .map(token -> ordered("text", token.text(), "role", inWords(token.role())))
        .toList();
  }

  private static Map<String, Object> certificate(Certificate certificate) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("holds", certificate.holds());
    fields.put("arithmetic", certificate.arithmetic().name());
    fields.put("max_length", certificate.maxLength());
    fields.put("max_steps", certificate.maxSteps());
    fields.put("claims", certificate.claims());
    return fields;
  }

  private static List<List<Blueprint.Note>> heads(Blueprint blueprint) {
    return blueprint.layers().stream().map(Blueprint.LayerNotes::heads).toList();
  }

  private static String inWords(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> ordered(String key, Object value, String other, Object more) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(key, value);
    fields.put(other, more);
    return fields;
  }
}
