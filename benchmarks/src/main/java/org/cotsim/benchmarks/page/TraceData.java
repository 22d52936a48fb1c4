package org.cotsim.benchmarks.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cotsim.benchmarks.experiment.run.TracedInput;
import org.cotsim.benchmarks.experiment.run.UsualChain;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.decode.Outcome;
import org.cotsim.simulator.trace.Trace;

/**
 * What the script of a trace page reads, as JSON.
 *
 * <p>{@code tokens} are those mentioned; {@code sequence} is the prompt, the chain, the output and
 * the answer as indices into them; {@code forced} has, for every budget from 0 up, the answer under
 * it and whether it is right; {@code usual} is the chain of the usual way, if there is one to
 * compare with; {@code live} is what {@link LiveProblem} says. The rest is made by {@link
 * ModelData}, {@link MomentData}, {@link LoopsData}, {@link ThoughtsData} and {@link SceneData}.
 */
final class TraceData {

  private final TracedInput run;
  private final Sentences say;
  private final Trace trace;
  private final MentionedTokens tokens;

  private TraceData(TracedInput run, Sentences say) {
    this.say = say;
    this.run = run;
    this.trace = run.trace();
    this.tokens = new MentionedTokens(run.assembly().model().vocabulary());
  }

  static JsonObject of(TracedInput run, Sentences say) {
    return new TraceData(run, say).toJson();
  }

  private JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("problem", run.problem().name());
    json.addProperty("input", run.input());
    json.addProperty("n", run.n());
    json.addProperty("promptLength", trace.prompt().size());
    json.addProperty("steps", trace.decoding().steps());
    json.add("sequence", sequence());
    json.add("forced", forced());
    json.addProperty("answer", run.answer().map(say::word).orElse(""));
    json.addProperty("oracle", run.oracle().map(say::word).orElse(""));
    json.addProperty("firstWrong", firstWrong());
    new ModelData(run.assembly(), say).addTo(json);
    new MomentData(run.assembly(), trace, tokens, say).addTo(json);
    run.usual().ifPresent(usual -> json.add("usual", usual(usual)));
    LoopsData.of(run).ifPresent(loops -> json.add("loops", loops.toJson(say)));
    ThoughtsData.of(run).ifPresent(thoughts -> json.add("thoughts", thoughts.toJson()));
    json.add("scene", SceneData.of(run.scene()));
    json.add("tokens", tokens.toJson());
    LiveProblem.of(run).ifPresent(live -> json.add("live", live));
    return json;
  }

  private int[] whole() {
    return whole(run);
  }

  /** The prompt, the chain, the output and the answer. */
  static int[] whole(TracedInput run) {
    Trace trace = run.trace();
    Decoding decoding = trace.decoding();
    List<Outcome> outcomes = decoding.outcomes();
    Outcome last = outcomes.get(outcomes.size() - 1);
    IntStream answer =
        last instanceof Outcome.Answered ? last.answer().stream() : IntStream.empty();
    IntStream thought =
        IntStream.concat(
            trace.prompt().stream().mapToInt(token -> token), Arrays.stream(decoding.chain()));
    return IntStream.concat(IntStream.concat(thought, Arrays.stream(decoding.output())), answer)
        .toArray();
  }

  private JsonArray sequence() {
    return numbers(Arrays.stream(whole()).map(tokens::number));
  }

  /** Per budget: the answer token or -1, 1 if right, 1 if the model answered by itself. */
  private JsonArray forced() {
    JsonArray json = new JsonArray();
    for (Outcome outcome : trace.decoding().outcomes()) {
      JsonArray one = new JsonArray();
      one.add(outcome.answer().isPresent() ? tokens.number(outcome.answer().getAsInt()) : -1);
      one.add(run.expected().isGivenBy(trace.decoding(), outcome) ? 1 : 0);
      one.add(outcome instanceof Outcome.Answered ? 1 : 0);
      json.add(one);
    }
    return json;
  }

  private static JsonObject usual(UsualChain usual) {
    JsonObject json = new JsonObject();
    json.addProperty("way", usual.way().toString());
    json.add("chain", texts(usual.run().chain()));
    json.addProperty("answer", usual.run().answer().orElse("no answer"));
    json.add("scene", SceneData.of(usual.scene()));
    return json;
  }

  /** The place in the sequence of the first token that is not the oracle's, or -1. */
  private int firstWrong() {
    int[] made = whole();
    int start = trace.prompt().size();
    int[] right = run.expected().continuation();
    int different = Arrays.mismatch(made, start, made.length, right, 0, right.length);
    return different < 0 || start + different >= made.length ? -1 : start + different;
  }

  static JsonArray numbers(IntStream numbers) {
    JsonArray json = new JsonArray();
    numbers.forEach(json::add);
    return json;
  }

  static JsonArray texts(List<String> texts) {
    JsonArray json = new JsonArray();
    texts.forEach(json::add);
    return json;
  }
}
