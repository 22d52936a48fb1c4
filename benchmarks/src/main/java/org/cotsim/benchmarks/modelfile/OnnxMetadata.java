package org.cotsim.benchmarks.modelfile;

import com.google.gson.Gson;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.export.OnnxExport;

/** What an exported ONNX file says about itself: keys that begin with {@code cotsim.}. */
public final class OnnxMetadata {

  /** The tokens: a list of texts and roles. */
  static final String VOCABULARY = "cotsim.vocabulary";

  /** The problem, as the person named it. */
  static final String PROBLEM = "cotsim.problem";

  /** Scores within this distance of the largest are tied with it. */
  public static final String TIE_TOLERANCE = "cotsim.output_tie_tolerance";

  private static final Gson GSON = Adapters.gson();

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
    fields.put(PROBLEM, problem);
    fields.put("cotsim.form", export.form().toString());
    fields.put("cotsim.arithmetic", export.arithmetic().name());
    fields.put(VOCABULARY, GSON.toJson(decoder.model().vocabulary()));
    fields.put(TIE_TOLERANCE, Double.toString(decoder.model().output().tieTolerance()));
    fields.put("cotsim.certificate", GSON.toJson(decoder.certificate()));
    fields.put("cotsim.certificate_holds", Boolean.toString(decoder.certificate().holds()));
    fields.put("cotsim.blueprint", GSON.toJson(decoder.blueprint()));
    return fields;
  }
}
