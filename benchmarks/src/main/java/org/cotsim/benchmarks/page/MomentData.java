package org.cotsim.benchmarks.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.cotsim.simulator.assemble.Assembly;
import org.cotsim.simulator.assemble.Phrase;
import org.cotsim.simulator.trace.Attended;
import org.cotsim.simulator.trace.Decision;
import org.cotsim.simulator.trace.Moment;
import org.cotsim.simulator.trace.Score;
import org.cotsim.simulator.trace.Span;
import org.cotsim.simulator.trace.Stage;
import org.cotsim.simulator.trace.Trace;

/**
 * What happened at each position, as JSON: {@code texts}, {@code readings}, {@code stages}, {@code
 * attention}, {@code decided} and {@code scores}.
 *
 * <p>{@code readings[subspace][position]} is an index into the texts; {@code stages} are {@code
 * [subspace, sublayer, readings by position]}. {@code attention[layer][head][position]} is {@code
 * [omitted, from, length, from, length, ...]} where all positions share the weight equally, else
 * {@code {"omitted": , "spans": [from, length, weight, ...]}}. {@code decided} and {@code scores}
 * begin with the last token of the prompt.
 */
final class MomentData {

  private static final MathContext DIGITS = new MathContext(4);

  private final Assembly assembly;
  private final List<Stage> stages;
  private final List<Moment> moments;
  private final MentionedTokens tokens;
  private final Sentences say;

  MomentData(Assembly assembly, Trace trace, MentionedTokens tokens, Sentences say) {
    this.say = say;
    this.assembly = assembly;
    this.stages = trace.stages();
    this.moments = trace.moments();
    this.tokens = tokens;
  }

  void addTo(JsonObject json) {
    Map<Phrase, Integer> texts = new LinkedHashMap<>();
    JsonArray readings = new JsonArray();
    for (int s = 0; s < assembly.blueprint().subspaces().size(); s++) {
      int subspace = s;
      readings.add(numbers(texts, moment -> moment.readings().get(subspace)));
    }
    JsonArray between = new JsonArray();
    for (int s = 0; s < stages.size(); s++) {
      int stage = s;
      JsonArray one = new JsonArray();
      one.add(stages.get(s).subspace());
      one.add(stages.get(s).sublayer());
      one.add(numbers(texts, moment -> moment.stages().get(stage)));
      between.add(one);
    }
    json.add("texts", TraceData.texts(texts.keySet().stream().map(say::say).toList()));
    json.add("readings", readings);
    json.add("stages", between);
    json.add("attention", attention());
    List<Decision> decisions = moments.stream().flatMap(m -> m.decision().stream()).toList();
    json.add("decided", TraceData.numbers(decisions.stream().mapToInt(Decision::sublayers)));
    JsonArray scores = new JsonArray();
    decisions.forEach(decision -> scores.add(scores(decision)));
    json.add("scores", scores);
  }

  /** A text of every moment, as its number. */
  private JsonArray numbers(Map<Phrase, Integer> texts, Function<Moment, Phrase> text) {
    return TraceData.numbers(
        moments.stream()
            .map(text)
            .mapToInt(one -> texts.computeIfAbsent(one, added -> texts.size())));
  }

  private JsonArray attention() {
    JsonArray layers = new JsonArray();
    for (int l = 0; l < assembly.model().layers().size(); l++) {
      JsonArray heads = new JsonArray();
      for (int h = 0; h < assembly.model().layers().get(l).attention().heads().size(); h++) {
        JsonArray positions = new JsonArray();
        for (Moment moment : moments) {
          Attended attended = moment.heads().get(l).get(h);
          if (isShared(attended)) {
            positions.add(shared(attended));
          } else {
            positions.add(weighted(attended));
          }
        }
        heads.add(positions);
      }
      layers.add(heads);
    }
    return layers;
  }

  private static boolean isShared(Attended attended) {
    double each = 1.0 / attended.positions();
    return attended.spans().stream().allMatch(span -> Math.abs(span.weight() - each) < 1e-9);
  }

  private static JsonArray shared(Attended attended) {
    return TraceData.numbers(
        IntStream.concat(
            IntStream.of(attended.omitted()),
            attended.spans().stream()
                .flatMapToInt(span -> IntStream.of(span.from(), span.length()))));
  }

  private static JsonObject weighted(Attended attended) {
    JsonArray spans = new JsonArray();
    for (Span span : attended.spans()) {
      spans.add(span.from());
      spans.add(span.length());
      spans.add(figure(span.weight()));
    }
    JsonObject json = new JsonObject();
    json.addProperty("omitted", attended.omitted());
    json.add("spans", spans);
    return json;
  }

  private JsonArray scores(Decision decision) {
    JsonArray json = new JsonArray();
    for (Score score : decision.scores()) {
      json.add(tokens.number(score.token()));
      json.add(figure(score.score()));
    }
    return json;
  }

  private static BigDecimal figure(double value) {
    return Math.abs(value) < 1e-12
        ? BigDecimal.ZERO
        : new BigDecimal(value).round(DIGITS).stripTrailingZeros();
  }
}
