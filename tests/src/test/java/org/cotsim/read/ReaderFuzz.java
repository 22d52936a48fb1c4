package org.cotsim.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.input.InputException.Problem;

/**
 * Spoils documents at random and demands that each is read or refused: with a place inside the
 * document, in words fit for a terminal, and within five seconds.
 *
 * <p>{@code cotsim.fuzz.count} documents are tried by each test, beginning with the seed {@code
 * cotsim.fuzz.seed}.
 */
final class ReaderFuzz {

  private static final int COUNT = Integer.getInteger("cotsim.fuzz.count", 3000);
  private static final long SEED = Long.getLong("cotsim.fuzz.seed", 1);
  private static final int SECONDS = 5;
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

  /** How many documents were read and how many refused, and the longest time one of them took. */
  record Outcome(int read, int refused, long slowestMillis) {}

  private final Path folder;
  private final Pattern concernsTheWhole;
  private final List<Document> documents;

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
  Outcome run(Reader reader) throws IOException, InterruptedException {
    ExecutorService worker = Executors.newSingleThreadExecutor(ReaderFuzz::daemon);
    int refused = 0;
    long slowest = 0;
    for (int trial = 0; trial < COUNT; trial++) {
      SplittableRandom random = new SplittableRandom(SEED + trial);
      Document document = documents.get(trial % documents.size());
      String spoilt = new Spoiler(documents, random).spoil(document.text());
      Path file = folder.resolve(document.name());
      Files.write(file, spoilt.getBytes(StandardCharsets.UTF_8));
      long start = System.nanoTime();
      String described = "seed %d, %s:%n%s".formatted(SEED + trial, file.getFileName(), spoilt);
      try {
        String shown = worker.submit(() -> reader.read(file)).get(SECONDS, TimeUnit.SECONDS);
        assertThat(shown).as(described).doesNotContainPattern("[\\p{Cc}\\p{Cs}&&[^\n]]");
      } catch (TimeoutException e) {
        throw new AssertionError("not done after " + SECONDS + " s; " + described, e);
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof InputException refusal)) {
          throw new AssertionError(described, e.getCause());
        }
        refusal.problems().forEach(problem -> check(problem, spoilt, described));
        refused++;
      }
      slowest = Math.max(slowest, System.nanoTime() - start);
    }
    worker.shutdown();
    assertThat(refused).isBetween(COUNT / 20, COUNT - COUNT / 20);
    return new Outcome(COUNT - refused, refused, TimeUnit.NANOSECONDS.toMillis(slowest));
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "reader");
    thread.setDaemon(true);
    return thread;
  }

  private void check(Problem problem, String text, String described) {
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
