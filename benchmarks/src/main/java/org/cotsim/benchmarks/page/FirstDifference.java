package org.cotsim.benchmarks.page;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cotsim.benchmarks.experiment.run.TracedInput;
import org.cotsim.simulator.assemble.Blueprint;
import org.cotsim.simulator.assemble.ScoreClaim;
import org.cotsim.simulator.decode.Outcome;
import org.cotsim.simulator.model.Vocabulary;
import org.cotsim.simulator.trace.Attended;
import org.cotsim.simulator.trace.Score;
import org.cotsim.simulator.trace.Span;

/**
 * Where a chain first leaves the oracle's, and why: the scores there, the closest call of the
 * certificate, and the first head that does not look where that of a certified decoder looks.
 *
 * @param run that went wrong
 * @param place in its sequence, from which on nothing agrees
 */
record FirstDifference(TracedInput run, int place) {

  private static final double NEARLY_ALL = 0.999; // of the weight of a head

  /** The difference, if there is one. */
  static Optional<FirstDifference> of(TracedInput run) {
    int[] made = made(run);
    int[] right = run.expected().continuation();
    int same = Arrays.mismatch(made, right);
    boolean stopped = same == right.length && !run.expected().answered();
    return same < 0 || stopped
        ? Optional.empty()
        : Optional.of(new FirstDifference(run, run.trace().prompt().size() + same));
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
    json.addProperty("said", tokens() + closestCall() + sound.map(this::astray).orElse(""));
    return json;
  }

  private int step() {
    return place - run.trace().prompt().size();
  }

  private String tokens() {
    Vocabulary vocabulary = run.assembly().model().vocabulary();
    int[] made = made(run);
    int[] right = run.expected().continuation();
    String written =
        step() < made.length
            ? "the model writes " + quoted(vocabulary.token(made[step()]).text())
            : "several tokens tie there, and the model writes none of them";
    String so =
        step() < right.length
            ? "the oracle writes " + quoted(vocabulary.token(right[step()]).text())
            : "the oracle has ended";
    return "Step %d is the first that differs: %s, %s%s. "
        .formatted(
            step() + 1,
            so,
            written,
            step() < Math.min(made.length, right.length) ? lead(right[step()]) : "");
  }

  /** How far the token that is right stays behind, if its score is among those kept. */
  private String lead(int right) {
    List<Score> scores =
        run.trace().moments().get(place - 1).decision().map(one -> one.scores()).orElse(List.of());
    return scores.stream()
        .filter(score -> score.token() == right && score.score() < scores.get(0).score())
        .map(score -> ", whose score is larger by " + figure(scores.get(0).score() - score.score()))
        .findFirst()
        .orElse("");
  }

  private String closestCall() {
    ScoreClaim call = run.certificate().tightest();
    return call.holds()
        ? ""
        : ("The closest call is %s: there the right score leads by %s, and rounding in %s can blur"
                + " it by %s. ")
            .formatted(
                quoted(call.name()),
                figure(call.gap()),
                run.certificate().arithmetic(),
                figure(call.noise()));
  }

  /** The first head, by layers, that looks elsewhere when the token is chosen. */
  private String astray(TracedInput sound) {
    if (place > sound.trace().moments().size()) {
      return "";
    }
    List<List<Attended>> here = run.trace().moments().get(place - 1).heads();
    List<List<Attended>> there = sound.trace().moments().get(place - 1).heads();
    List<Blueprint.LayerNotes> notes = run.assembly().blueprint().layers();
    for (int layer = 0; layer < Math.min(here.size(), there.size()); layer++) {
      if (here.get(layer).size() != there.get(layer).size()) {
        return ""; // built in another way
      }
      for (int head = 0; head < here.get(layer).size(); head++) {
        Attended right = there.get(layer).get(head);
        double share = share(here.get(layer).get(head), right);
        if (right.omitted() == 0 && share < NEARLY_ALL) {
          return "The head %s of layer %d should look at %s then, and gives %s %s of its weight."
              .formatted(
                  quoted(notes.get(layer).heads().get(head).name()),
                  layer + 1,
                  places(right),
                  right.positions() == 1 ? "it" : "them",
                  percent(share));
        }
      }
    }
    return "Every head looks where it should; what is made of the numbers that they bring is off.";
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

  private static String places(Attended right) {
    Span first = right.spans().get(0);
    if (right.positions() == 1) {
      return "position " + first.from();
    }
    return right.spans().size() == 1
        ? "positions %d to %d".formatted(first.from(), first.from() + first.length() - 1)
        : right.positions() + " positions";
  }

  private static String percent(double share) {
    return Math.round(100 * share) + "%";
  }

  private static String quoted(String text) {
    return "\u201c" + text + "\u201d";
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.2g", value);
  }
}
