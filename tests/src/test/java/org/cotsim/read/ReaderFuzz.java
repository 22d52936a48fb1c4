package org.cotsim.read;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.input.InputException.Problem;

/**
 * Spoils documents at random and demands that each is read or refused: with a place inside the
 * document, in words fit for a terminal, and within five seconds of a processor's time.
 *
 * <p>{@code cotsim.fuzz.count} documents are tried by each test, beginning with the seed {@code
 * cotsim.fuzz.seed}.
 */
final class ReaderFuzz {

  private static final int COUNT = Integer.getInteger("cotsim.fuzz.count", 3000);
  private static final long SEED = Long.getLong("cotsim.fuzz.seed", 1);
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final int SECONDS_ON_THE_CLOCK = 120;
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\n]]");
  private static final Pattern UNFIT =
      Pattern.compile("[\\p{Cc}\\p{Cs}]|\\b(?:java|javax|org|net|com|dk)\\.\\w|Exception\\b");

  /** Reads a document, and gives all that may be shown of the result. */
  interface Reader {
    String read(Path file) throws Exception;
  }

  /**
   * A document that is good.
   *
   * @param name of its file
   */
  record Document(String name, String text) {}

  /** How many documents were read and how many refused, and the most time that one of them took. */
  record Outcome(int read, int refused, Duration slowest) {}

  /** What became of one document. */
  private record Trial(Optional<String> shown, List<Problem> problems, Duration time) {}

  private final Path folder;
  private final Pattern concernsTheWhole;
  private final List<Document> documents;
  private volatile int trial;
  private volatile String described = "";

  /**
   * A run over documents.
   *
   * @param folder where the spoilt ones are written
   * @param concernsTheWhole the messages that may come without a place, as they concern no one
   *     place in the document
   */
  ReaderFuzz(Path folder, String concernsTheWhole, List<Document> documents) {
    this.folder = folder;
    this.concernsTheWhole = Pattern.compile(concernsTheWhole);
    this.documents = List.copyOf(documents);
  }

  /** Tries them in turn; some must be read and some refused. */
  Outcome run(Reader reader) throws InterruptedException {
    FutureTask<Outcome> all = new FutureTask<>(() -> tryAll(reader));
    Thread thread = new Thread(all, "reader");
    thread.setDaemon(true);
    thread.start();
    int last = -1;
    while (true) {
      try {
        return all.get(SECONDS_ON_THE_CLOCK, SECONDS);
      } catch (ExecutionException e) {
        throw e.getCause() instanceof AssertionError failed ? failed : new AssertionError(e);
      } catch (TimeoutException e) {
        assertThat(trial).as("no end: " + described).isNotEqualTo(last);
        last = trial;
      }
    }
  }

  private Outcome tryAll(Reader reader) throws IOException {
    int refused = 0;
    Duration slowest = Duration.ZERO;
    for (int i = trial; i < COUNT; i++) {
      trial = i;
      SplittableRandom random = new SplittableRandom(SEED + trial);
      Document document = documents.get(trial % documents.size());
      String text = new Spoiler(documents, random).spoil(document.text());
      Path file = folder.resolve(document.name());
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
      described = "seed %d, %s:%n%s".formatted(SEED + trial, file.getFileName(), text);
      Trial result = read(reader, file);
      check(result, text);
      refused += result.shown.isPresent() ? 0 : 1;
      slowest = result.time.compareTo(slowest) > 0 ? result.time : slowest;
    }
    assertThat(refused).isBetween(COUNT / 20, COUNT - COUNT / 20);
    return new Outcome(COUNT - refused, refused, slowest);
  }

  private Trial read(Reader reader, Path file) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    Optional<String> shown = Optional.empty();
    List<Problem> problems = List.of();
    try {
      shown = Optional.of(reader.read(file));
    } catch (InputException e) {
      problems = e.problems();
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      throw new AssertionError(described, e);
    }
    return new Trial(shown, problems, Duration.ofNanos(threads.getCurrentThreadCpuTime() - start));
  }

  private void check(Trial result, String text) {
    assertThat(result.time).as(described).isLessThan(LONGEST);
    assertThat(UNSEEN.matcher(result.shown.orElse("")).find()).as(described).isFalse();
    result.problems.forEach(problem -> check(problem, text));
  }

  private void check(Problem problem, String text) {
    assertThat(problem.message()).as(described).isNotBlank().doesNotContainPattern(UNFIT);
    if (problem.line() > 0 && problem.column() > 0) {
      List<String> lines = text.lines().toList();
      String place = problem + "; " + described;
      assertThat(problem.line()).as(place).isLessThanOrEqualTo(Math.max(1, lines.size()));
      String line = lines.isEmpty() ? "" : lines.get(problem.line() - 1);
      assertThat(problem.column()).as(place).isLessThanOrEqualTo(line.length() + 1);
    } else if (problem.line() > 0 || problem.column() == 0) {
      assertThat(problem.message()).as(described).matches(concernsTheWhole);
    }
  }
}
