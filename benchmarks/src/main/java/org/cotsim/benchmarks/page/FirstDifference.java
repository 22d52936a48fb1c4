package org.cotsim.benchmarks.page;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotsim.benchmarks.experiment.run.TracedInput;
import org.cotsim.simulator.assemble.Blueprint;
import org.cotsim.simulator.assemble.ScoreClaim;
import org.cotsim.simulator.decode.Outcome;
import org.cotsim.simulator.trace.Attended;
import org.cotsim.simulator.trace.Score;
import org.cotsim.simulator.trace.Span;

/**
 * Where a chain first leaves the oracle's, and why: the scores there, the closest call of the
 * certificate, and the first head that does not look where that of a certified decoder looks.
 *
 * @param run that went wrong
 * @param place in its sequence, from which on nothing agrees
 * @param say the language
 */
record FirstDifference(TracedInput run, int place, Sentences say) {

  private static final double NEARLY_ALL = 0.999; // of the weight of a head

  /** The difference, if there is one. */
  static Optional<FirstDifference> of(TracedInput run, Sentences say) {
    int[] made = made(run);
    int[] right = run.expected().continuation();
    int same = Arrays.mismatch(made, right);
    boolean stopped = same == right.length && !run.expected().answered();
    return same < 0 || stopped
        ? Optional.empty()
        : Optional.of(new FirstDifference(run, run.trace().prompt().size() + same, say));
  }

  /** Chain, output and answer. */
  private static int[] made(TracedInput run) {
    List<Outcome> outcomes = run.trace().decoding().outcomes();
    Outcome last = outcomes.get(outcomes.size() - 1);
    List<Integer> made = new ArrayList<>();
    Arrays.stream(run.trace().decoding().chain()).forEach(made::add);
    Arrays.stream(run.trace().decoding().output()).forEach(made::add);
    if (last instanceof Outcome.Answered) {
      last.answer().ifPresent(made::add);
    }
    return made.stream().mapToInt(token -> token).toArray();
  }

  /**
   * {@code place}, and {@code said} in words.
   *
   * @param sound the same input with a certified decoder
   */
  JsonObject toJson(Optional<TracedInput> sound) {
    JsonObject json = new JsonObject();
    json.addProperty("place", place);
    json.addProperty(
        "said",
        Stream.of(Optional.of(tokens()), closestCall(), sound.flatMap(this::astray))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" ")));
    return json;
  }

  private int step() {
    return place - run.trace().prompt().size();
  }

  private String tokens() {
    int[] made = made(run);
    int[] right = run.expected().continuation();
    String oracle =
        step() < right.length
            ? say.say("broken.oracle", Map.of("token", token(right[step()])))
            : say.say("broken.ended");
    return say.say(
        "broken.first", Map.of("step", step() + 1, "oracle", oracle, "model", model(made, right)));
  }

  private String model(int[] made, int[] right) {
    if (step() >= made.length) {
      return say.say("broken.tie");
    }
    String token = token(made[step()]);
    return step() < right.length
        ? lead(right[step()])
            .map(by -> say.say("broken.lead", Map.of("token", token, "lead", say.figure(by))))
            .orElse(say.say("broken.model", Map.of("token", token)))
        : say.say("broken.model", Map.of("token", token));
  }

  private String token(int id) {
    return quoted(run.assembly().model().vocabulary().token(id).text());
  }

  /** How far the token that is right stays behind, if its score is among those kept. */
  private Optional<Double> lead(int right) {
    List<Score> scores =
        run.trace().moments().get(place - 1).decision().map(one -> one.scores()).orElse(List.of());
    return scores.stream()
        .filter(score -> score.token() == right && score.score() < scores.get(0).score())
        .map(score -> scores.get(0).score() - score.score())
        .findFirst();
  }

  private Optional<String> closestCall() {
    ScoreClaim call = run.certificate().tightest();
    return call.holds()
        ? Optional.empty()
        : Optional.of(
            say.say(
                "broken.call",
                Map.of(
                    "name", quoted(call.name()),
                    "gap", say.figure(call.gap()),
                    "arithmetic", run.certificate().arithmetic(),
                    "noise", say.figure(call.noise()))));
  }

  /** The first head, by layers, that looks elsewhere when the token is chosen. */
  private Optional<String> astray(TracedInput sound) {
    if (place > sound.trace().moments().size()) {
      return Optional.empty();
    }
    List<List<Attended>> here = run.trace().moments().get(place - 1).heads();
    List<List<Attended>> there = sound.trace().moments().get(place - 1).heads();
    List<Blueprint.LayerNotes> notes = run.assembly().blueprint().layers();
    for (int layer = 0; layer < Math.min(here.size(), there.size()); layer++) {
      if (here.get(layer).size() != there.get(layer).size()) {
        return Optional.empty(); // built in another way
      }
      for (int head = 0; head < here.get(layer).size(); head++) {
        Attended right = there.get(layer).get(head);
        double share = share(here.get(layer).get(head), right);
        if (right.omitted() == 0 && share < NEARLY_ALL) {
          return Optional.of(
              say.say(
                  "broken.head",
                  Map.of(
                      "name", quoted(notes.get(layer).heads().get(head).name()),
                      "layer", layer + 1,
                      "places", places(right),
                      "positions", right.positions(),
                      "share", Math.round(100 * share))));
        }
      }
    }
    return Optional.of(say.say("broken.later"));
  }

  private static double share(Attended attended, Attended right) {
    double share = 0;
    for (Span span : attended.spans()) {
      for (Span wanted : right.spans()) {
        int from = Math.max(span.from(), wanted.from());
        int to = Math.min(span.from() + span.length(), wanted.from() + wanted.length());
        share += Math.max(0, to - from) * span.weight();
      }
    }
    return share;
  }

  private String places(Attended right) {
    Span first = right.spans().get(0);
    if (right.positions() == 1) {
      return say.say("broken.position", Map.of("position", first.from()));
    }
    return right.spans().size() == 1
        ? say.say(
            "broken.positions",
            Map.of("from", first.from(), "to", first.from() + first.length() - 1))
        : say.say("broken.several", Map.of("count", right.positions()));
  }

  private String quoted(String text) {
    return say.say("quotation", Map.of("text", text));
  }
}
