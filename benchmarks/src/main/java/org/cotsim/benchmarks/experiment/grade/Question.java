package org.cotsim.benchmarks.experiment.grade;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.cotsim.benchmarks.experiment.data.ChatText;
import org.cotsim.languages.input.InputException;

/**
 * What a model was asked, as far as a file says it.
 *
 * @param problem its name
 * @param input as a person writes it
 * @param n the length of the input
 * @param budget the intermediate tokens allowed
 * @param label the right answer as the file has it, a text or numbers of tokens
 * @param firstWrong the first wrong step of the chain as the file has it
 */
public record Question(
    Optional<String> problem,
    Optional<String> input,
    OptionalInt n,
    OptionalLong budget,
    Optional<JsonElement> label,
    OptionalInt firstWrong) {

  /** What the keys of an object say. */
  static Question of(JsonObject object, Place place) throws InputException {
    Fields fields = new Fields(object, place);
    OptionalLong n = fields.whole("n");
    OptionalLong wrong = fields.whole("first_wrong");
    return new Question(
        fields.text("problem"),
        fields.text("input"),
        n.isPresent() ? OptionalInt.of((int) n.getAsLong()) : OptionalInt.empty(),
        fields.whole("budget"),
        Optional.ofNullable(object.get("label")).filter(label -> !label.isJsonNull()),
        wrong.isPresent() ? OptionalInt.of((int) wrong.getAsLong()) : OptionalInt.empty());
  }

  /** This question, and what a text says where the keys say nothing. */
  Question orOf(String text) {
    Optional<String> asked = input.or(() -> after(text, ChatText.INPUT));
    OptionalLong steps = budget;
    Optional<String> most = after(text, ChatText.STEPS);
    if (steps.isEmpty() && most.isPresent() && most.get().matches("\\d{1,15}")) {
      steps = OptionalLong.of(Long.parseLong(most.get()));
    }
    return new Question(problem, asked, n, steps, label, firstWrong);
  }

  /** This question with a text as its input if there is no other. */
  Question orInput(String text) {
    return new Question(
        problem, input.or(() -> Optional.of(text.strip())), n, budget, label, firstWrong);
  }

  /** What stands behind a mark in the last line that begins with it. */
  private static Optional<String> after(String text, String mark) {
    return text.lines()
        .filter(line -> line.startsWith(mark.stripTrailing()))
        .reduce((earlier, later) -> later)
        .map(line -> line.substring(mark.stripTrailing().length()).strip());
  }
}
