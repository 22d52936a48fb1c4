package org.cotsim.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.automatalib.alphabet.Alphabet;
import org.cotsim.benchmarks.onnxruntime.OnnxRuntimeExecutor;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.languages.automaton.Words;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.execute.nd4j.Nd4jExecutor;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Arithmetic;

/**
 * Asks all the decoders of a language about the same words and compares them with what is right.
 *
 * @param alphabet the letters of the words
 * @param drawing where random words come from
 * @param right whether a word is in the language
 * @param voters the decoders
 * @param seed of the random words
 */
record Agreement(
    Alphabet<String> alphabet,
    RandomInputs<List<String>> drawing,
    Predicate<List<String>> right,
    List<Voter> voters,
    long seed) {

  /** The longest random word. */
  static final int LONGEST = Integer.getInteger("cotsim.longest", 100);

  private static final int LENGTHS = 12; // all words of so many letters and fewer, if they fit
  private static final int RANDOM_LENGTHS = 5;
  private static final long WORDS = Long.getLong("cotsim.words", 130);
  private static final int RANDOM_WORDS = Integer.getInteger("cotsim.randomWords", 10);
  private static final long WORDS_ON_ALL = Long.getLong("cotsim.wordsOnAll", 3);
  private static final int RANDOM_WORDS_ON_ALL = Integer.getInteger("cotsim.randomWordsOnAll", 1);
  private static final int ON_ALL = Integer.getInteger("cotsim.onAll", 5);
  private static final int BATCH = 512;
  private static final List<Executor> INDEXED = List.of(new IndexedExecutor());
  private static final List<Executor> ALL =
      List.of(
          new IndexedExecutor(),
          new ReferenceExecutor(),
          new Nd4jExecutor(Arithmetic.BINARY64),
          new OnnxRuntimeExecutor(Arithmetic.BINARY64));

  /** How many words were asked about, and how many of them are in the language. */
  record Count(long words, long accepted) {

    Count plus(Count more) {
      return new Count(words + more.words, accepted + more.accepted);
    }
  }

  /**
   * Asks about all the words of the first lengths, as many as fit, and about random ones; every so
   * manieth seed, some of them on every executor.
   */
  Count ask() throws InputException {
    boolean everywhere = seed % ON_ALL == 0;
    Count count = new Count(0, 0);
    long total = 0;
    for (int n = 0; n <= LENGTHS; n++) {
      total += Words.count(alphabet, n).longValueExact();
      if (total <= WORDS) {
        List<Executor> executors = everywhere && total <= WORDS_ON_ALL ? ALL : INDEXED;
        count = count.plus(ask(Words.exhaustive(alphabet, n).iterator(), executors));
      }
    }
    Random random = new Random(seed);
    for (int i = 0; i < RANDOM_LENGTHS; i++) {
      Iterator<List<String>> words = drawing.random(random.nextInt(LONGEST + 1), seed);
      int all = everywhere ? share(RANDOM_WORDS_ON_ALL, i) : 0;
      count = count.plus(ask(some(words, all), ALL));
      count = count.plus(ask(some(words, share(RANDOM_WORDS, i) - all), INDEXED));
    }
    return count;
  }

  private static int share(int words, int i) {
    return words / RANDOM_LENGTHS + (i < words % RANDOM_LENGTHS ? 1 : 0);
  }

  private static Iterator<List<String>> some(Iterator<List<String>> words, int count) {
    return Stream.generate(words::next).limit(count).iterator();
  }

  /** Words of one length, in batches. */
  private Count ask(Iterator<List<String>> words, List<Executor> executors) {
    Count count = new Count(0, 0);
    while (words.hasNext()) {
      List<List<String>> batch = new ArrayList<>();
      while (words.hasNext() && batch.size() < BATCH) {
        batch.add(words.next());
      }
      count = count.plus(askBatch(batch, executors));
    }
    return count;
  }

  private Count askBatch(List<List<String>> words, List<Executor> executors) {
    List<String> expected =
        words.stream().map(word -> right.test(word) ? "accept" : "reject").toList();
    for (Executor executor : executors) {
      for (Voter voter : voters) {
        List<String> answers = voter.answers(words, executor);
        for (int i = 0; i < words.size(); i++) {
          assertThat(answers.get(i))
              .as(
                  "%s, %s, %s, seed %d",
                  voter.problem().name(), executor.name(), words.get(i), seed)
              .isEqualTo(expected.get(i));
        }
      }
    }
    return new Count(words.size(), expected.stream().filter("accept"::equals).count());
  }
}
