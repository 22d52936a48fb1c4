package org.cotsim.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.run.TracedInput;
import org.cotsim.benchmarks.live.PageProblems;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page is headed by, before and after another word is typed. */
class HeadingTest {

  private static final Pattern LIVE = Pattern.compile("\"live\":(\\{.*?\"drawing\".*?})");
  private static final String HIS = "Wörter, die ich mir ausgedacht habe";

  @TempDir private Path folder;

  private static <I> TracedInput traced(Problem<I> problem, String word) throws Exception {
    return TracedInput.of(
        problem,
        problem.parse(word),
        new ExperimentSetup(
            ConstructionOptions.defaults(), OptionalInt.empty(), new ReferenceExecutor()));
  }

  private static String after(String page, String word) {
    Matcher live = LIVE.matcher(page);
    assertThat(live.find()).isTrue();
    JsonObject answer =
        JsonParser.parseString(new LivePage(new PageProblems()).answer(live.group(1), word))
            .getAsJsonObject();
    return answer.getAsJsonObject("parts").get("heading").getAsString();
  }

  @Test
  void aSentenceOfSomebodyStaysHisAfterTheNextWord() throws Exception {
    TracedInput run = traced(Problems.find("parity"), "011");
    Sentences say = SentencesFile.english();
    String own = TracePage.of(run, new Heading("Meine", HIS, false), say, "", "");
    assertThat(own).contains("<small>" + HIS + "</small>");
    assertThat(after(own, "01")).isEqualTo("Meine <small>" + HIS + "</small>");
    String ours = TracePage.of(run, say);
    assertThat(after(ours, "01"))
        .isEqualTo("parity <small lang=\"en\">bit strings with an odd number of 1s</small>");
  }

  @Test
  void aProblemOfTheCatalogueIsSaidInTheLanguage() throws Exception {
    TracedInput run = traced(Problems.find("parity"), "011");
    assertThat(TracePage.of(run, SentencesFile.in("de")))
        .contains("<small>Bitfolgen mit ungerade vielen Einsen</small>");
  }

  @Test
  void aFileGoesByItsName() throws Exception {
    Path file = folder.resolve("mine.txt");
    Files.writeString(file, "init: q0\naccept: q1\nq0,0\nq1,0,>\n");
    assertThat(Heading.of(traced(Problems.find(file.toString()), "0")).summary())
        .isEqualTo("the machine in mine.txt");
    Path graph = Files.writeString(folder.resolve("mine.csv"), "s,t\n");
    assertThat(Problems.find("graph:" + graph).summary()).endsWith(" graph of mine.csv");
  }
}
