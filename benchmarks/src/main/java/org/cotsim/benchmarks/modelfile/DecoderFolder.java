package org.cotsim.benchmarks.modelfile;

import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Norm;
import org.cotsim.simulator.model.PositionEmbedding;
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.model.Weighting;

/**
 * A decoder as a folder for PyTorch: {@code model.safetensors}, {@code config.json} (how the
 * tensors are put together, with the named subspaces of the residual stream and the certificate),
 * {@code vocab.json} (the tokens with their roles, in the order of their numbers) and {@code
 * cotsim_torch.py}, which runs it.
 */
public final class DecoderFolder {

  private static final String WEIGHTS = "model.safetensors";
  private static final String CONFIG = "config.json";
  private static final String VOCABULARY = "vocab.json";
  private static final String LOADER = "cotsim_torch.py";
  private static final String FORMAT = "cotsim-decoder";
  private static final int VERSION = 1;

  private static final Gson GSON = Adapters.gson();

  private DecoderFolder() {}

  /** The names of all its files. */
  public static Set<String> files() {
    return Set.of(WEIGHTS, CONFIG, VOCABULARY, LOADER);
  }

  /** How a saturated head or a softmax head weighs scores, and what it may see. */
  private record HeadFields(Mask mask, Weighting weighting) {}

  /** How many projections a sublayer normalises apart; none if it reads the stream itself. */
  private record NormFields(int projections) {

    private static NormFields of(Norm norm) {
      return new NormFields(norm.projections().size());
    }
  }

  private record LayerFields(
      NormFields attentionNorm, List<HeadFields> heads, NormFields feedForwardNorm) {

    private static LayerFields of(Layer layer) {
      return new LayerFields(
          NormFields.of(layer.attention().norm()),
          layer.attention().heads().stream()
              .map(head -> new HeadFields(head.mask(), head.weighting()))
              .toList(),
          NormFields.of(layer.feedForward().norm()));
    }
  }

  /**
   * Writes the files into an empty folder.
   *
   * @throws IllegalArgumentException if the model normalises some tokens apart from the others, the
   *     arithmetic is neither binary64 nor binary32, or the dense weights have more than 8 GiB
   */
  public static void write(ModelFile file, Arithmetic arithmetic, String cotsimVersion, Path folder)
      throws IOException {
    file.model().requireSharedNorms("a folder for PyTorch");
    Safetensors weights = new Safetensors(file.model(), arithmetic);
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(folder.resolve(WEIGHTS)))) {
      weights.write(
          Map.of("format", "pt", "cotsim.version", cotsimVersion, "cotsim.problem", file.problem()),
          out);
    }
    Files.writeString(folder.resolve(CONFIG), indented(config(file, arithmetic, cotsimVersion)));
    Files.writeString(folder.resolve(VOCABULARY), indented(file.model().vocabulary()));
    try (InputStream loader = DecoderFolder.class.getResourceAsStream(LOADER)) {
      Files.copy(loader, folder.resolve(LOADER));
    }
  }

  private static JsonObject config(ModelFile file, Arithmetic arithmetic, String cotsimVersion) {
    Transformer model = file.model();
    JsonObject config = new JsonObject();
    config.addProperty("format", FORMAT);
    config.addProperty("format_version", VERSION);
    config.addProperty("cotsim_version", cotsimVersion);
    config.addProperty("problem", file.problem());
    config.addProperty("arithmetic", arithmetic.name());
    config.addProperty("width", model.width());
    config.addProperty("vocabulary_size", model.vocabulary().size());
    if (model.positions() instanceof PositionEmbedding.Table) {
      config.addProperty("longest_sequence", model.longestSequence());
    }
    config.add("order", GSON.toJsonTree(order(model)));
    config.add(
        "layers", GSON.toJsonTree(model.distinctLayers().stream().map(LayerFields::of).toList()));
    config.addProperty("output_tie_tolerance", model.output().tieTolerance());
    config.add("blueprint", GSON.toJsonTree(file.blueprint()));
    config.addProperty("certificate_holds", file.certificate().holds());
    config.add("certificate", GSON.toJsonTree(file.certificate()));
    return config;
  }

  /** Which of the distinct layers is applied, one after the other. */
  private static List<Integer> order(Transformer model) {
    IdentityHashMap<Layer, Integer> numbers = new IdentityHashMap<>();
    model.distinctLayers().forEach(layer -> numbers.put(layer, numbers.size()));
    return model.layers().stream().map(numbers::get).toList();
  }

  private static String indented(Object value) {
    StringWriter text = new StringWriter();
    JsonWriter json = new JsonWriter(text);
    json.setFormattingStyle(FormattingStyle.PRETTY);
    GSON.toJson(value, value.getClass(), json);
    return text + "\n";
  }
}
