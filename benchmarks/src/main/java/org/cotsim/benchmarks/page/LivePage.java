package org.cotsim.benchmarks.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotsim.benchmarks.experiment.run.TracedInput;
import org.cotsim.benchmarks.page.diagram.Layout;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.input.Point;

/**
 * What a page shows when its reader types another word: made in the browser by the same classes
 * that made the page.
 *
 * <p>Problems are JSON as {@link LiveProblem#read} has it; the latest one is kept, as words of one
 * problem follow each other.
 */
public final class LivePage {

  /** The letters of the longest word that a page decodes; its script says the same. */
  public static final int MOST_LETTERS = 400;

  /** The field of a problem that says where its machine's nodes stand. */
  static final String DRAWING = "drawing";

  private final LiveProblems problems;
  private Sentences say = Sentences.none();
  private String latest = "";
  private Optional<LiveProblem> kept = Optional.empty();

  /** A page whose problems are made in this way. */
  public LivePage(LiveProblems problems) {
    this.problems = problems;
  }

  /**
   * Makes it answer in a language.
   *
   * @param sentences as JSON
   */
  public void speak(String sentences) {
    say = Sentences.of(JsonText.read(sentences));
  }

  /**
   * Decodes a word.
   *
   * @return JSON: {@code title}, {@code parts} and {@code data} of the page, and {@code broken} if
   *     the chain is not the oracle's, see {@link FirstDifference#toJson}; or {@code refused} with
   *     what is wrong in words
   */
  public String answer(String problem, String word) {
    JsonObject answer = new JsonObject();
    try {
      LiveProblem live = live(problem);
      TracedInput run = live.run(word);
      JsonObject parts = new JsonObject();
      JsonObject asked = JsonText.read(problem);
      Heading heading = heading(run, asked);
      TracePage.parts(run, heading, say, drawing(asked)).forEach(parts::addProperty);
      answer.addProperty("title", new TraceWords(run, say).title(heading));
      answer.add("parts", parts);
      JsonObject data = TraceData.of(run, say);
      if (asked.has(DRAWING) && data.has("live")) {
        data.getAsJsonObject("live").add(DRAWING, asked.get(DRAWING)); // for the next word
      }
      answer.add("data", data);
      Optional<FirstDifference> difference = FirstDifference.of(run, say);
      if (difference.isPresent()) {
        answer.add("broken", difference.get().toJson(live.sound(word)));
      }
    } catch (InputException | ExperimentException e) {
      answer.addProperty("refused", e.getMessage());
    }
    return JsonText.of(answer);
  }

  /** What somebody wrote stands there as long as it is the page's own problem. */
  private static Heading heading(TracedInput run, JsonObject asked) {
    Heading own = Heading.of(run);
    boolean theirs =
        asked.has(Heading.ENGLISH)
            && !asked.get(Heading.ENGLISH).getAsBoolean()
            && own.summary().equals(asked.get("summary").getAsString());
    return theirs ? new Heading(own.name(), own.summary(), false) : own;
  }

  /** The nodes where they stood on the page, as long as it is the page's own machine. */
  private static Layout drawing(JsonObject problem) {
    List<Point> places = new ArrayList<>();
    if (problem.has(DRAWING)) {
      for (JsonElement place : problem.getAsJsonArray(DRAWING)) {
        JsonArray pair = place.getAsJsonArray();
        places.add(new Point(pair.get(0).getAsInt(), pair.get(1).getAsInt()));
      }
    }
    return Layout.at(places);
  }

  /**
   * The weights, scores and certificate of a decoding, see {@link RunBits}.
   *
   * @return what is wrong in words if it cannot be decoded
   */
  public String bits(String problem, String word) {
    try {
      return RunBits.of(live(problem).run(word));
    } catch (InputException | ExperimentException e) {
      return e.getMessage();
    }
  }

  private LiveProblem live(String problem) throws InputException, ExperimentException {
    if (kept.isEmpty() || !problem.equals(latest)) {
      kept = Optional.of(LiveProblem.read(JsonText.read(problem), problems));
      latest = problem;
    }
    return kept.orElseThrow();
  }
}
