package org.cotsim.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.automatalib.alphabet.Alphabet;
import org.cotsim.benchmarks.onnxruntime.OnnxRuntimeExecutor;
import org.cotsim.languages.automaton.Words;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.execute.nd4j.Nd4jExecutor;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Arithmetic;

/**
 * Asks all the decoders of a language about the same words and compares them with what is right.
 *
 * @param alphabet the letters of the words
 * @param right whether a word is in the language
 * @param voters the decoders
 * @param seed of the random words
 */
record Agreement(
    Alphabet<String> alphabet, Predicate<List<String>> right, List<Voter> voters, long seed) {

  /** The longest random word. */
  static final int LONGEST = Integer.getInteger("cotsim.longest", 100);

  private static final int LONGEST_OF_ALL = 12;
  private static final long WORDS = Long.getLong("cotsim.words", 130);
  private static final long WORDS_ON_ALL = Long.getLong("cotsim.wordsOnAll", 3);
  private static final int RANDOM_WORDS = Integer.getInteger("cotsim.randomWords", 10);
  private static final int RANDOM_ON_ALL = Integer.getInteger("cotsim.randomWordsOnAll", 2);
  private static final int LENGTHS = 5; // of random words
  private static final int BATCH = 512;
  private static final List<Executor> FAST = List.of(new IndexedExecutor());
  private static final List<Executor> SLOW =
      List.of(
          new ReferenceExecutor(),
          new Nd4jExecutor(Arithmetic.BINARY64),
          new OnnxRuntimeExecutor(Arithmetic.BINARY64));

  /** How many words were asked about. */
  record Count(long onIndexed, long onAll, long accepted) {

    Count plus(Count more) {
      return new Count(onIndexed + more.onIndexed, onAll + more.onAll, accepted + more.accepted);
    }
  }

  /** Asks about all the words of the first lengths, as many as fit, and about random ones. */
  Count ask() {
    Count count = new Count(0, 0, 0);
    long total = 0;
    for (int n = 0; n <= LONGEST_OF_ALL; n++) {
      total += Words.count(alphabet, n).longValueExact();
      if (total <= WORDS) {
        count = count.plus(ask(Words.exhaustive(alphabet, n), total <= WORDS_ON_ALL));
      }
    }
    Random random = new Random(seed);
    for (int i = 0; i < LENGTHS; i++) {
      int n = random.nextInt(LONGEST + 1);
      count = count.plus(ask(random(random, n, RANDOM_ON_ALL / LENGTHS), true));
      count = count.plus(ask(random(random, n, (RANDOM_WORDS - RANDOM_ON_ALL) / LENGTHS), false));
    }
    return count;
  }

  private List<List<String>> random(Random random, int n, int count) {
    List<String> letters = List.copyOf(alphabet);
    return Stream.generate(
            () ->
                Stream.generate(() -> letters.get(random.nextInt(letters.size())))
                    .limit(n)
                    .toList())
        .limit(count)
        .toList();
  }

  /** Words of one length, in batches. */
  private Count ask(Iterable<List<String>> words, boolean onAll) {
    Count count = new Count(0, 0, 0);
    List<List<String>> batch = new ArrayList<>();
    for (List<String> word : words) {
      batch.add(word);
      if (batch.size() == BATCH) {
        count = count.plus(askBatch(batch, onAll));
        batch.clear();
      }
    }
    return batch.isEmpty() ? count : count.plus(askBatch(batch, onAll));
  }

  private Count askBatch(List<List<String>> words, boolean onAll) {
    List<String> expected =
        words.stream().map(word -> right.test(word) ? "accept" : "reject").toList();
    for (Executor executor : onAll ? Stream.concat(FAST.stream(), SLOW.stream()).toList() : FAST) {
      for (Voter voter : voters) {
        List<String> answers = voter.answers(words, executor);
        for (int i = 0; i < words.size(); i++) {
          assertThat(answers.get(i))
              .as(
                  "%s, %s, word %s, seed %d",
                  voter.problem().name(), executor.name(), words.get(i), seed)
              .isEqualTo(expected.get(i));
        }
      }
    }
    return new Count(
        words.size(), onAll ? words.size() : 0, expected.stream().filter("accept"::equals).count());
  }
}
