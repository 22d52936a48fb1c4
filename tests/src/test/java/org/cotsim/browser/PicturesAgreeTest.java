package org.cotsim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.run.TracedInput;
import org.cotsim.benchmarks.page.Sentences;
import org.cotsim.benchmarks.page.SentencesFile;
import org.cotsim.benchmarks.page.StepPicture;
import org.cotsim.benchmarks.page.TracePage;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Arithmetic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of steps say what the page says at the same steps, in its language. */
class PicturesAgreeTest extends BrowserTest {

  private static final Pattern DESCRIPTION = Pattern.compile("<desc[^>]*>([^<]*)</desc>");

  private static final int MOST_STEPS = 40; // of machines that run for longer

  /** What is said from the first step on until there is none further. */
  private static final String SAID =
      """
      const texts = [];
      document.getElementById("first").click();
      for (;;) {
        texts.push(document.getElementById("said").textContent);
        if (document.getElementById("forward").disabled) {
          return texts;
        }
        document.getElementById("forward").click();
      }
      """;

  private static <I> TracedInput traced(
      Problem<I> problem, String word, ConstructionOptions options) throws Exception {
    return TracedInput.of(
        problem,
        problem.parse(word),
        new ExperimentSetup(
            options, OptionalInt.empty(), new ReferenceExecutor(options.arithmetic())));
  }

  private static String description(String svg) {
    Matcher found = DESCRIPTION.matcher(svg);
    assertThat(found.find()).isTrue();
    return found.group(1).replace("&gt;", ">");
  }

  @ParameterizedTest
  @CsvSource({
    "parity, THEOREM1, 0110, 53, en, Step 3 of 5",
    "parity, THEOREM1, 0110111011, 6, de, Das ist falsch: Die richtige Antwort",
    "busy-beaver-5, THEOREM2, '', 53, de, Das Budget von 40 Zwischentokens ist",
    "word-a5, LOOPS, (12345) (123), 53, de, antwortet das Modell",
    "binary-increment, THEOREM2, 1011, 53, de, das nächste Zeichen seiner Antwort",
    "palindrome, FORGETTING, abba, 53, de, die Zusammenfassung ab Position"
  })
  void everyStepOfAPageIsOneOfThePictures(
      String name, Recipe way, String word, int precision, String language, String said)
      throws Exception {
    Problem<?> problem =
        ((WaysToBuild<?>) Problems.find(name, Optional.empty(), MOST_STEPS)).by(way);
    ConstructionOptions options =
        precision == 53
            ? ConstructionOptions.defaults()
            : ConstructionOptions.defaults()
                .withArithmetic(Arithmetic.bits(precision))
                .uncertified();
    TracedInput run = traced(problem, word, options);
    Sentences say = SentencesFile.in(language);
    Path page = Files.writeString(folder().resolve("page.html"), TracePage.of(run, say));
    browser().open(page);
    List<?> texts = (List<?>) browser().run(SAID);
    StepPicture picture = new StepPicture(run, say);
    assertThat(
            IntStream.rangeClosed(1, picture.steps())
                .mapToObj(step -> description(picture.svg(step)))
                .toList())
        .isEqualTo(texts)
        .anyMatch(text -> text.contains(said));
  }
}
