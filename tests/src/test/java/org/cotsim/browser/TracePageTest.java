package org.cotsim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.cotsim.benchmarks.experiment.Budget;
import org.cotsim.benchmarks.experiment.Executors;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.run.DecodedInput;
import org.cotsim.benchmarks.experiment.run.InputDecoder;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.decode.FormulaException;
import org.cotsim.simulator.decode.StepBudget;
import org.cotsim.simulator.model.Arithmetic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

class TracePageTest extends BrowserTest {

  /** Goes forward by the button and collects what is said at each step. */
  private static final String TEXTS_OF_STEPS =
      """
      const texts = [];
      for (let step = 0; step < arguments[0]; step++) {
        texts.push(document.getElementById("said").innerText);
        document.getElementById("forward").click();
      }
      return texts;
      """;

  /** Moves the slider and collects what is said of each budget. */
  private static final String TEXTS_OF_BUDGETS =
      """
      const slider = document.getElementById("budget");
      const texts = [];
      for (let budget = 0; budget <= arguments[0]; budget++) {
        slider.value = budget;
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        texts.push(document.getElementById("budget-said").innerText);
      }
      return texts;
      """;

  /** The tokens in the row, from the left. */
  static final String ROW =
      "const left = (one) => parseFloat(one.style.left);"
          + "return [...document.querySelectorAll('.token')].sort((a, b) => left(a) - left(b))"
          + ".map((one) => one.textContent).join(' ')";

  private Path trace(String problem, String word) {
    Path page = folder().resolve("page.html");
    cot("trace", problem, "--word", word, "--out", page.toString());
    return page;
  }

  /** The library's own answer, by another executor than the one that the page was made with. */
  private static <I> DecodedInput decoded(Problem<I> problem, String word, Optional<String> budget)
      throws InputException, ExperimentException, FormulaException {
    ExperimentSetup setup =
        new ExperimentSetup(
            ConstructionOptions.defaults(),
            OptionalInt.empty(),
            Executors.named("indexed", Arithmetic.BINARY64));
    Optional<Budget> steps =
        budget.isPresent()
            ? Optional.of(new Budget(Currency.STEPS, StepBudget.parse(budget.get())))
            : Optional.empty();
    return InputDecoder.of(problem, problem.parse(word), steps, setup);
  }

  private static Problem<?> problem(String name) throws InputException {
    return Problems.find(name, Optional.empty(), 10_000);
  }

  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource({
    "parity, 01101",
    "dyck-2-3, ([])(",
    "word-a5, (12345) (123) (123)",
    "palindrome, abba",
    "palindrome-2tape, aba",
    "binary-increment, 1011"
  })
  void everyStepAndEveryBudgetSayWhatTheLibrarySays(String name, String word)
      throws InputException, ExperimentException, FormulaException {
    DecodedInput whole = decoded(problem(name), word, Optional.empty());
    browser().open(trace(name, word));
    List<String> chain = whole.chain();
    List<?> steps = (List<?>) browser().run(TEXTS_OF_STEPS, chain.size());
    for (int step = 0; step < chain.size(); step++) {
      assertThat((String) steps.get(step))
          .startsWith("Step " + (step + 1) + " of " + chain.size())
          .endsWith("the next token it writes is \u201c" + chain.get(step) + "\u201d.");
    }
    List<?> answers = (List<?>) browser().run(TEXTS_OF_BUDGETS, chain.size());
    boolean luck = false; // from the largest budget down: whether a larger one is wrong
    for (int budget = chain.size(); budget >= 0; budget--) {
      DecodedInput forced = decoded(problem(name), word, Optional.of(String.valueOf(budget)));
      luck |= !forced.right();
      assertThat((String) answers.get(budget))
          .contains("\u201c" + forced.answer().orElseThrow() + "\u201d")
          .endsWith(
              !forced.right()
                  ? "which is wrong."
                  : luck ? "by luck, for a larger budget is wrong." : "which is right.");
    }
  }

  @Test
  void everyNameIsExplainedWithoutHovering() {
    browser().open(trace("parity", "0111"));
    browser().click(".names summary");
    assertThat(browser().text("#names"))
        .contains("1/count\n1/m, for m tokens seen among start and the own kind");
  }

  @Test
  void keysAndButtonsStepForwardAndBackAndToBothEnds() {
    browser().open(trace("parity", "0111"));
    String start = browser().text("#said");
    browser().press(Keys.ARROW_RIGHT);
    assertThat(browser().text("#said")).startsWith("Step 2 of 5");
    browser().press(Keys.ARROW_LEFT);
    assertThat(browser().text("#said")).isEqualTo(start).startsWith("Step 1 of 5");
    browser().press(Keys.END);
    assertThat(browser().text("#said"))
        .isEqualTo(
            "After 5 intermediate tokens the model answers by itself: \u201caccept\u201d. That is"
                + " right.");
    browser().press(Keys.HOME);
    assertThat(browser().text("#said")).isEqualTo(start);
    browser().click("#forward");
    browser().click("#forward");
    assertThat(browser().text("#said")).startsWith("Step 3 of 5");
    browser().click("#back");
    assertThat(browser().text("#said")).startsWith("Step 2 of 5");
    browser().click("#last");
    assertThat(browser().run("return document.getElementById('forward').disabled")).isEqualTo(true);
    browser().click("#first");
    browser().press(Keys.ARROW_LEFT);
    assertThat(browser().text("#said"))
        .startsWith("Reading the input: \u201c1\u201d at position 4");
  }

  @Test
  void playingGoesToTheAnswerAndStops() throws InterruptedException {
    browser().open(trace("parity", "01"));
    browser().run("document.getElementById('speed').value = '60'");
    browser().press(Keys.SPACE);
    for (int i = 0; i < 100 && !browser().text("#said").contains("answers by itself"); i++) {
      Thread.sleep(50);
    }
    Thread.sleep(200);
    assertThat(browser().text("#said")).contains("answers by itself: \u201caccept\u201d");
    assertThat(browser().text("#play")).contains("Play");
  }

  @Test
  void theHeadsShowWhereTheyLookAndWhatTheyFind() {
    browser().open(trace("parity", "01101"), "#step=4");
    assertThat(browser().text("#inside"))
        .contains("token: q1 \u2192 1/count: 1/4, so m = 4 \u2192 symbol: 1 \u2192 next: q0")
        .contains("Here it looks at \u201c1\u201d at 3 only.")
        .contains("each with weight 1/4.")
        .contains("The choice falls in layer 2, in the feed-forward part");
    assertThat(browser().run("return document.getElementById('arcs').childElementCount"))
        .as("four arcs of the head that counts and one of the head that reads")
        .isEqualTo(5L);
    assertThat(browser().text("#machine-said"))
        .isEqualTo(
            "After 2 symbols the automaton is in q1. Symbol 3 is \u201c1\u201d, so it goes to q0"
                + " next.");
    assertThat(browser().run("return document.querySelector('.node.on').id")).isEqualTo("node-1");
    browser().click("#legend li:first-child button");
    assertThat(browser().run("return document.getElementById('arcs').childElementCount"))
        .isEqualTo(1L);
  }

  @Test
  void aSpentBudgetEndsTheStepsWithTheForcedAnswer() {
    browser().open(trace("parity", "0111"), "#budget=2");
    browser().press(Keys.END);
    assertThat(browser().text("#said"))
        .isEqualTo(
            "The budget of 2 intermediate tokens is spent after \u201cq0\u201d, so the model must"
                + " answer now: \u201creject\u201d. That is wrong: the right answer is"
                + " \u201caccept\u201d.");
    assertThat(browser().text(".token.next")).isEqualTo("reject");
    assertThat(browser().run(ROW)).isEqualTo("$ 0 1 1 1 # q0 q0 reject");
    assertThat(browser().text("#track")).contains("forced answer");
    assertThat(browser().text("#verdict"))
        .isEqualTo("\u2192 reject, forced after 2 intermediate tokens; the oracle says accept");
    assertThat(browser().text("#machine-said"))
        .isEqualTo("After 1 symbol the automaton is in q0. Symbol 2 is \u201c1\u201d.");
    browser().press("#budget", Keys.ARROW_RIGHT);
    assertThat(browser().text("#budget-said")).startsWith("With at most 3 intermediate tokens");
    assertThat(browser().run(ROW)).isEqualTo("$ 0 1 1 1 # q0 q0 q1 accept");
    browser().run("document.getElementById('budget').value = 5");
    browser().run("document.getElementById('budget').dispatchEvent(new Event('input'))");
    assertThat(browser().run(ROW)).isEqualTo("$ 0 1 1 1 # q0 q0 q1 q0 q1 accept");
    assertThat(browser().text("#track")).doesNotContain("forced");
  }

  @Test
  void anAnswerThatIsTheEmptyWordIsNamedAndJudged() {
    browser().open(trace("palindrome", "--word", "aa", "--output", "tape"));
    assertThat(browser().text("#verdict"))
        .isEqualTo("\u2192 the empty word after 6 intermediate tokens; the oracle agrees");
    browser().press(Keys.END);
    assertThat(browser().text("#said"))
        .isEqualTo(
            "After 6 intermediate tokens the model answers by itself: \u201cthe empty word\u201d."
                + " That is right.");
  }

  @Test
  void itWorksInsideAFrameOfAnotherPage() throws IOException {
    trace("parity", "0111");
    Path host = folder().resolve("lecture.html");
    Files.writeString(
        host,
        "<!doctype html><title>lecture</title><link rel=icon href=data:,>"
            + "<iframe src='page.html#step=2' width=400 height=700></iframe>");
    browser().open(host);
    browser().enterFrame("iframe");
    assertThat(browser().text("#said")).startsWith("Step 2 of 5");
    browser().click("#forward");
    assertThat(browser().text("#said")).startsWith("Step 3 of 5");
    browser().press(Keys.ARROW_RIGHT);
    assertThat(browser().text("#said")).startsWith("Step 4 of 5");
  }

  @Test
  void aSymbolThatLooksLikeMarkupIsJustASymbol() throws IOException {
    Path automaton = folder().resolve("evil.att");
    String evil = "<script>window.evil=1</script><img/src=x/onerror=alert(1)>&amp;\"'";
    Files.writeString(
        automaton, "0\t1\t" + evil + "\t" + evil + "\n1\t0\t</script>\t</script>\n1\n");
    browser().open(trace(automaton.toString(), evil + " </script> " + evil), "#step=2");
    assertThat(browser().run("return window.evil || null")).isNull();
    assertThat(browser().run("return document.scripts.length")).isEqualTo(3L);
    assertThat(browser().run("return document.images.length")).isEqualTo(0L);
    assertThat(browser().text("#machine-said")).contains("\u201c" + evil + "\u201d");
    assertThat(browser().text("main > header .input code")).startsWith("<script>window.evil=1");
  }

  @Test
  void itLoadsNothingAndNamesEveryControl() {
    browser().open(trace("parity", "0111"));
    assertThat(browser().run("return performance.getEntriesByType('resource').length"))
        .isEqualTo(0L);
    assertThat(
            (String)
                browser()
                    .run(
                        "return document.querySelector('meta[http-equiv]').getAttribute('content')"))
        .startsWith("default-src 'none'");
    Object nameless =
        browser()
            .run(
                "return [...document.querySelectorAll('button, input, select')].filter(one =>"
                    + " !(one.textContent.trim() || one.getAttribute('aria-label')"
                    + " || one.getAttribute('aria-labelledby') || one.labels.length)).length");
    assertThat(nameless).isEqualTo(0L);
    assertThat(browser().run("return document.getElementById('said').getAttribute('aria-live')"))
        .isEqualTo("polite");
  }
}
