package org.cotsim.benchmarks.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cotsim.benchmarks.experiment.run.TracedInput;
import org.cotsim.simulator.decode.Outcome;
import org.cotsim.simulator.model.Token;

/**
 * What happens at a position of a run under its largest budget, in the words of a page; {@code
 * situation} in words.js says the same of every budget.
 */
final class Situation {

  private final TracedInput run;
  private final Sentences say;
  private final List<Token> tokens;
  private final int[] known; // [position], the first one that the model still knows of, or 0

  /**
   * The sentences of a run.
   *
   * @param say the language
   */
  Situation(TracedInput run, Sentences say) {
    this.run = run;
    this.say = say;
    List<Integer> all = new ArrayList<>(IntStream.of(TraceData.whole(run)).boxed().toList());
    if (!(last() instanceof Outcome.Answered)) {
      last().answer().ifPresent(all::add);
    }
    this.tokens = all.stream().map(run.assembly().model().vocabulary()::token).toList();
    this.known = known();
  }

  /** The prompt, the chain, the output and the answer, also one that is forced. */
  List<Token> tokens() {
    return tokens;
  }

  /** The first position at which the model chooses. */
  int thinkAt() {
    return run.trace().prompt().size() - 1;
  }

  /** The positions at which it chooses: the steps of a page, and that of the answer. */
  int choices() {
    return run.trace().moments().size() - thinkAt();
  }

  /**
   * The sentence of a position.
   *
   * @param position at least {@link #thinkAt}
   */
  String at(int position) {
    String here = quoted(tokens.get(position).text());
    boolean chosen = position + 1 < tokens.size();
    if (isForced(position)) {
      int budget = run.trace().decoding().outcomes().size() - 1;
      return chosen
          ? say.say(
              "said.spent",
              Map.of(
                  "budget",
                  budget,
                  "here",
                  here,
                  "answer",
                  quoted(tokens.get(position + 1).text()),
                  "judged",
                  judged()))
          : say.say("said.spent.tie", Map.of("budget", budget, "here", here));
    }
    if (!chosen) {
      return say.say("said.tie", Map.of("here", here));
    }
    Token next = tokens.get(position + 1);
    return switch (next.role()) {
      case ANSWER ->
          say.say(
              "said.answers", Map.of("steps", steps(), "answer", answer(next), "judged", judged()));
      case OUTPUT -> say.say("said.output", Map.of("here", here, "next", quoted(next.text())));
      default -> step(position, here, quoted(next.text()));
    };
  }

  private String step(int position, String here, String next) {
    int first = known[position];
    boolean more = position > first && tokens.get(position).role() != Token.Role.RESTART;
    Map<String, Object> values =
        Map.of(
            "step", position - thinkAt() + 1,
            "steps", steps(),
            "known", first,
            "here", here,
            "next", next);
    return say.say(first == 0 ? "said.step" : more ? "said.summary.more" : "said.summary", values);
  }

  /** Where the latest summary begins, at every position. */
  private int[] known() {
    int[] firsts = new int[tokens.size()];
    for (int at = thinkAt() + 1; at < firsts.length; at++) {
      firsts[at] = firsts[at - 1];
      if (tokens.get(at).role() == Token.Role.RESTART) {
        firsts[at] = at;
        while (tokens.get(firsts[at] - 1).role() == Token.Role.SUMMARY) {
          firsts[at]--;
        }
      }
    }
    return firsts;
  }

  private int steps() {
    return run.trace().decoding().steps();
  }

  private Outcome last() {
    List<Outcome> outcomes = run.trace().decoding().outcomes();
    return outcomes.get(outcomes.size() - 1);
  }

  private boolean isForced(int position) {
    return !(last() instanceof Outcome.Answered)
        && position == thinkAt() + run.trace().decoding().outcomes().size() - 1;
  }

  private String answer(Token token) {
    return quoted(
        token.text().equals("end") ? run.answer().map(say::word).orElse("end") : token.text());
  }

  private String judged() {
    if (run.oracle().isEmpty()) {
      return say.say("judged.unknown");
    }
    return run.right()
        ? say.say("judged.right")
        : say.say("judged.wrong", Map.of("oracle", quoted(say.word(run.oracle().get()))));
  }

  private String quoted(String text) {
    return say.say("quotation", Map.of("text", text));
  }
}
