package org.cotsim.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.cotsim.benchmarks.experiment.divergence.Comparison;
import org.cotsim.benchmarks.experiment.divergence.DivergenceResult;
import org.cotsim.benchmarks.experiment.divergence.DivergenceRun;
import org.cotsim.benchmarks.experiment.divergence.Parting;
import org.cotsim.benchmarks.experiment.divergence.Place;

/** Where two sides part as nested fields, for JSON, and as a table; what is not there is null. */
public final class DivergenceFields {

  private static final List<String> HEADER =
      List.of(
          "problem",
          "one",
          "other",
          "length",
          "input",
          "tokens_certain",
          "certain_ends",
          "tokens_agreed",
          "parted_at_token",
          "position",
          "said_by_one",
          "said_by_other",
          "lead_of_one",
          "lead_of_other",
          "first_head_elsewhere",
          "first_open_head");

  private DivergenceFields() {}

  /** The fields, always in the same order. */
  public static Map<String, Object> of(DivergenceResult result) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("command", result.command());
    fields.put("problem", result.problem());
    fields.put("built", result.built());
    fields.put("between", List.of(result.one(), result.other()));
    fields.put("longest_tried", result.longest());
    fields.put("certified_length", figure(result.certified()));
    fields.put("certain_length", figure(result.certain()));
    fields.put("parted_length", figure(result.parted()));
    fields.put("bounds_kept", result.isKept());
    fields.put("runs", result.runs().stream().map(DivergenceFields::run).toList());
    return fields;
  }

  /** The runs as comma-separated values. */
  static String csv(DivergenceResult result) {
    return Csv.of(HEADER, result.runs().stream().map(run -> row(result, run)).toList());
  }

  private static List<Object> row(DivergenceResult result, DivergenceRun run) {
    List<Object> row =
        new ArrayList<>(
            List.of(
                result.problem(),
                result.one(),
                result.other(),
                run.length(),
                run.input(),
                run.certain(),
                DivergenceText.end(run.end()),
                run.tokens()));
    Optional<Parting> parting = run.parting();
    row.add(parting.<Object>map(Parting::token).orElse(""));
    row.add(parting.<Object>map(Parting::position).orElse(""));
    row.add(parting.map(Parting::one).orElse(""));
    row.add(parting.map(Parting::other).orElse(""));
    row.add(parting.<Object>map(Parting::leadOfOne).orElse(""));
    row.add(parting.<Object>map(Parting::leadOfOther).orElse(""));
    row.add(parting.flatMap(Parting::head).map(DivergenceText::at).orElse(""));
    row.add(run.openHead().map(open -> DivergenceText.at(open.place())).orElse(""));
    return row;
  }

  private static Map<String, Object> run(DivergenceRun run) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("length", run.length());
    fields.put("input", run.input());
    fields.put("tokens_certain", run.certain());
    fields.put("certain_ends", DivergenceText.end(run.end()));
    fields.put("doubt", run.doubt().map(DivergenceFields::comparison).orElse(null));
    fields.put("first_open_head", run.openHead().map(DivergenceFields::comparison).orElse(null));
    fields.put("tokens_agreed", run.tokens());
    fields.put("parting", run.parting().map(DivergenceFields::parting).orElse(null));
    fields.put("tightest", run.tightest().stream().map(DivergenceFields::comparison).toList());
    return fields;
  }

  private static Map<String, Object> parting(Parting parting) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("token", parting.token());
    fields.put("position", parting.position());
    fields.put("said", List.of(parting.one(), parting.other()));
    fields.put("lead", List.of(parting.leadOfOne(), parting.leadOfOther()));
    fields.put("first_head_elsewhere", parting.head().map(DivergenceFields::place).orElse(null));
    return fields;
  }

  private static Map<String, Object> comparison(Comparison comparison) {
    Map<String, Object> fields = place(comparison.place());
    fields.put("gap", comparison.margin().gap());
    fields.put("noise", comparison.margin().noise());
    return fields;
  }

  private static Map<String, Object> place(Place place) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("layer", place.layer() == 0 ? null : place.layer());
    fields.put("head", figure(place.head()));
    fields.put("name", place.head().isEmpty() ? "output" : place.name());
    fields.put("position", place.position());
    return fields;
  }

  private static Object figure(OptionalInt figure) {
    return figure.isPresent() ? figure.getAsInt() : null;
  }
}
