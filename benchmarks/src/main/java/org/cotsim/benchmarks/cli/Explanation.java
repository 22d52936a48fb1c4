package org.cotsim.benchmarks.cli;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.simulator.assemble.Blueprint;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.assemble.RangeClaim;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.model.Feedback;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Norm;
import org.cotsim.simulator.model.PositionEmbedding;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.model.Weighting;

/** A model as nested fields, in the order in which a person reads them. */
final class Explanation {

  private Explanation() {}

  static Map<String, Object> of(
      Problem<?> problem, Construction<?> construction, ConstructedDecoder<?> decoder) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("problem", problem.name());
    fields.put("summary", problem.summary());
    fields.put("class", problem.languageClass());
    fields.put("notes", notes(problem, construction, decoder.certificate()));
    fields.put("claimed_steps", construction.steps());
    fields.put("model", sizes(decoder.model()));
    fields.put("residual_stream", subspaces(decoder.blueprint()));
    fields.put("layers", layers(decoder));
    decoder
        .model()
        .feedback()
        .ifPresent(fed -> fields.put("feedback", feedback(fed, decoder.blueprint())));
    fields.put("indexed_executor", indexed(decoder.model()));
    fields.put("certificate", certificate(decoder.certificate(), construction.largestCertified()));
    return fields;
  }

  private static List<String> notes(
      Problem<?> problem, Construction<?> construction, Certificate certificate) {
    List<String> notes = new ArrayList<>(problem.notes());
    notes.addAll(construction.notes(Extent.of(certificate)));
    return notes;
  }

  private static List<String> indexed(Transformer model) {
    try {
      return IndexedExecutor.plan(model);
    } catch (IllegalArgumentException refused) {
      return List.of(refused.getMessage());
    }
  }

  /** Which subspaces hold what a thought takes over, and which take it. */
  private static Map<String, Object> feedback(Feedback feedback, Blueprint blueprint) {
    BitSet from = new BitSet();
    BitSet to = new BitSet();
    Matrix map = feedback.map();
    for (int row = 0; row < map.rows(); row++) {
      for (int e = map.rowStart(row); e < map.rowStart(row + 1); e++) {
        to.set(row);
        from.set(map.column(e));
      }
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("from", names(blueprint, from));
    fields.put("to", names(blueprint, to));
    fields.put("non_zeros", map.nonZeros());
    return fields;
  }

  private static List<String> names(Blueprint blueprint, BitSet coordinates) {
    return blueprint.subspaces().stream()
        .filter(subspace -> coordinates.stream().anyMatch(subspace::holds))
        .map(Subspace::name)
        .toList();
  }

  private static Map<String, Object> sizes(Transformer model) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("layers", model.layers().size());
    fields.put("distinct_layers", model.distinctLayers().size());
    fields.put("heads", model.heads());
    fields.put("width", model.width());
    fields.put("feed_forward", model.hidden());
    fields.put("non_zeros", model.nonZeros());
    fields.put("vocabulary", model.vocabulary().size());
    for (Token.Role role : Token.Role.values()) {
      fields.put(
          role.name().toLowerCase(Locale.ROOT) + "_tokens",
          model.vocabulary().withRole(role).size());
    }
    fields.put(
        "positions",
        model.positions() instanceof PositionEmbedding.None
            ? "none"
            : "table of " + model.longestSequence());
    return fields;
  }

  private static List<Map<String, Object>> subspaces(Blueprint blueprint) {
    List<Map<String, Object>> list = new ArrayList<>();
    blueprint
        .subspaces()
        .forEach(
            subspace -> {
              Map<String, Object> fields = new LinkedHashMap<>();
              fields.put("name", subspace.name());
              fields.put("offset", subspace.offset());
              fields.put("width", subspace.width());
              fields.put("meaning", subspace.meaning().toString());
              list.add(fields);
            });
    return list;
  }

  private static List<Map<String, Object>> layers(ConstructedDecoder<?> decoder) {
    List<Map<String, Object>> list = new ArrayList<>();
    IdentityHashMap<Layer, Integer> first = new IdentityHashMap<>();
    for (int l = 0; l < decoder.model().layers().size(); l++) {
      Layer layer = decoder.model().layers().get(l);
      Blueprint.LayerNotes notes = decoder.blueprint().layers().get(l);
      List<Map<String, Object>> heads = new ArrayList<>();
      for (int h = 0; h < layer.attention().heads().size(); h++) {
        heads.add(head(layer.attention().heads().get(h), notes.heads().get(h)));
      }
      Map<String, Object> fields = new LinkedHashMap<>();
      Integer same = first.putIfAbsent(layer, l + 1);
      if (same != null) {
        fields.put("same_as", same);
      }
      fields.put("attention_norm", norm(layer.attention().norm()));
      fields.put("heads", heads);
      fields.put("feed_forward_norm", norm(layer.feedForward().norm()));
      fields.put("hidden", layer.feedForward().hidden());
      fields.put("feed_forward", notes.feedForward().stream().map(Explanation::note).toList());
      list.add(fields);
    }
    return list;
  }

  private static Map<String, Object> head(Head head, Blueprint.Note note) {
    Map<String, Object> fields = note(note);
    fields.put(
        "attention", head.weighting() instanceof Weighting.Saturated ? "saturated" : "softmax");
    fields.put("mask", head.mask().toString());
    fields.put("key_size", head.keySize());
    fields.put("value_size", head.valueSize());
    return fields;
  }

  private static Map<String, Object> note(Blueprint.Note note) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", note.name());
    fields.put("does", note.words().toString());
    return fields;
  }

  private static String norm(Norm norm) {
    if (norm instanceof Norm.Standard) {
      return "standard pre-norm";
    }
    if (norm instanceof Norm.Separate separate) {
      return norm(separate.others()) + ", apart for some tokens: " + norm(separate.own());
    }
    return norm instanceof Norm.Projected
        ? "projected pre-norm"
        : "multi-pre-norm of " + norm.projections().size();
  }

  private static Map<String, Object> range(RangeClaim claim) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", claim.name());
    fields.put("needed", claim.needed());
    fields.put("limit", claim.limit());
    fields.put("holds", claim.holds());
    return fields;
  }

  private static Map<String, Object> certificate(Certificate certificate, int largestCertified) {
    List<Map<String, Object>> claims = new ArrayList<>();
    certificate
        .claims()
        .forEach(
            claim -> {
              Map<String, Object> fields = new LinkedHashMap<>();
              fields.put("name", claim.name());
              fields.put("gap", claim.gap());
              fields.put("noise", claim.noise());
              fields.put("tolerance", claim.tolerance());
              fields.put("holds", claim.holds());
              claims.add(fields);
            });
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("arithmetic", certificate.arithmetic().name());
    fields.put("length", certificate.maxLength());
    fields.put("steps", certificate.maxSteps());
    certificate.maxContext().ifPresent(most -> fields.put("context", most));
    fields.put("holds", certificate.holds());
    fields.put("largest_certified_length", largestCertified);
    fields.put("claims", claims);
    fields.put("ranges", certificate.ranges().stream().map(Explanation::range).toList());
    return fields;
  }
}
