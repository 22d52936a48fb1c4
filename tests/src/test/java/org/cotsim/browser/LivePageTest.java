package org.cotsim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cotsim.benchmarks.page.LivePage;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.Entry;
import org.cotsim.languages.catalogue.RegularEntry;
import org.cotsim.languages.input.InputException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;

/** The decoder in the page, typed to; and beside it the same classes in this JVM. */
class LivePageTest extends BrowserTest {

  private static final Pattern LIVE = Pattern.compile("\"live\":(\\{.*?})[,}]");
  private static final int FAR_AWAY = 2_000_000; // bytes that a page may have

  private final LivePage here = new LivePage();

  /** Puts the decoder of the pages where scripts of this test can call it. */
  @BeforeAll
  void loadDecoder() throws IOException {
    Path blank = folder().resolve("blank.html");
    Files.writeString(blank, "<!doctype html><title>decoder</title><link rel=icon href=data:,>");
    browser().open(blank);
    try (InputStream code = LivePage.class.getResourceAsStream("live/decoder.js")) {
      assertThat(code).as("the decoder, compiled").isNotNull();
      browser().run(new String(code.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private Path trace(String... arguments) {
    Path page = folder().resolve("page.html");
    String[] all = Stream.of(new String[] {"trace"}, arguments, new String[] {"--out", page + ""})
        .flatMap(Stream::of)
        .toArray(String[]::new);
    cot(all);
    return page;
  }

  /** The problem as the page hands it to its decoder. */
  private static String live(Path page) throws IOException {
    Matcher found = LIVE.matcher(Files.readString(page));
    assertThat(found.find()).isTrue();
    return found.group(1).replace("\\u003d", "=").replace("\\u0027", "'");
  }

  static Stream<String> catalogue() {
    return Catalogue.entries().stream().filter(RegularEntry.class::isInstance).map(Entry::name);
  }

  private static <I> String word(Problem<I> problem, int length)
      throws InputException, org.cotsim.benchmarks.problem.ExperimentException {
    return problem.format(RandomInputs.of(problem).random(length, length).next());
  }
}
