package org.cotsim.benchmarks.experiment.learn;

import de.learnlib.acex.AcexAnalyzers;
import de.learnlib.algorithm.LearningAlgorithm.DFALearner;
import de.learnlib.algorithm.lstar.dfa.ClassicLStarDFA;
import de.learnlib.algorithm.ttt.dfa.TTTLearnerDFA;
import de.learnlib.query.DefaultQuery;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.automatalib.common.util.collection.IteratorUtil;
import net.automatalib.word.Word;
import org.cotsim.benchmarks.experiment.Progress;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.languages.automaton.Conformance;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.automaton.Words;

/**
 * Learns an automaton from the answers of a decoder: a hypothesis from membership queries, a
 * conformance test of it, a better one from the first word that differs, and so on.
 *
 * <p>Cost: for m states the tests ask for up to m squared words times the letters to the power of
 * the extra states; the queries are fewer.
 *
 * @param algorithm how hypotheses are made
 * @param extraStates how many more states the decoder may have than a hypothesis that passes
 * @param random how many random words are tested besides, of up to {@link #LONGEST_RANDOM} letters
 * @param seed of these
 * @param mostStates where learning gives up
 */
public record Learning(
    Algorithm algorithm, int extraStates, int random, long seed, int mostStates) {

  /** The letters of the longest random word. */
  public static final int LONGEST_RANDOM = 32;

  private static final int TESTED_AT_ONCE = 256;

  /** The algorithms of LearnLib that can be chosen. */
  public enum Algorithm {
    /** Isberner, Howar and Steffen, The TTT algorithm, RV 2014. */
    TTT,
    /** Angluin, Learning regular sets from queries and counterexamples, 1987. */
    LSTAR;

    @Override
    public String toString() {
      return this == LSTAR ? "L*" : name();
    }
  }

  /**
   * Learns what a subject recognises.
   *
   * @param name of the language, as a person would call it
   * @param suite a language whose conformance words are tested as well, if there is one
   * @throws ExperimentException if the subject cannot answer
   */
  public Learned run(
      String name, Subject subject, Optional<RegularLanguage> suite, Progress progress)
      throws ExperimentException {
    Asked asked = new Asked(subject, progress);
    try {
      return run(name, subject, suite, asked);
    } catch (Asked.Failure e) {
      throw e.reason();
    }
  }

  private Learned run(String name, Subject subject, Optional<RegularLanguage> suite, Asked asked)
      throws ExperimentException {
    DFALearner<String> learner =
        switch (algorithm) {
          case TTT ->
              new TTTLearnerDFA<>(subject.alphabet(), asked, AcexAnalyzers.BINARY_SEARCH_FWD);
          case LSTAR -> new ClassicLStarDFA<>(subject.alphabet(), asked);
        };
    learner.startLearning();
    long tests = 0;
    for (int rounds = 1; ; rounds++) {
      RegularLanguage language =
          RegularLanguage.of(name, learner.getHypothesisModel(), subject.alphabet(), List.of());
      boolean small = language.size() <= mostStates;
      Test test =
          small ? test(language, words(language, suite), asked) : new Test(Optional.empty(), 0);
      tests += test.words();
      if (test.wrong().isEmpty()) {
        return new Learned(
            language,
            small,
            algorithm,
            asked.queries(),
            rounds,
            tests,
            asked.words(),
            asked.longest(),
            extraStates,
            suite.isPresent(),
            random);
      }
      learner.refineHypothesis(test.wrong().get());
    }
  }

  /**
   * The first word that a hypothesis answers otherwise than the decoder, and how many were asked.
   */
  private record Test(Optional<DefaultQuery<String, Boolean>> wrong, long words) {}

  /** Those of the hypothesis, then those of the suite, then random ones. */
  private Iterator<List<String>> words(
      RegularLanguage hypothesis, Optional<RegularLanguage> suite) {
    Iterator<List<String>> drawn =
        IntStream.range(0, random)
            .mapToObj(i -> Words.uniform(hypothesis.alphabet(), i % (LONGEST_RANDOM + 1), seed + i))
            .iterator();
    Iterator<List<String>> own = new Conformance(hypothesis, extraStates).words();
    return suite.isEmpty()
        ? IteratorUtil.concat(own, drawn)
        : IteratorUtil.concat(own, new Conformance(suite.get(), extraStates).words(), drawn);
  }

  private Test test(RegularLanguage hypothesis, Iterator<List<String>> words, Asked asked)
      throws ExperimentException {
    long count = 0;
    while (words.hasNext()) {
      List<List<String>> batch = new ArrayList<>();
      while (words.hasNext() && batch.size() < TESTED_AT_ONCE) {
        batch.add(words.next());
      }
      List<Boolean> answers = asked.answers(batch);
      for (int i = 0; i < batch.size(); i++) {
        count++;
        if (hypothesis.dfa().accepts(batch.get(i)) != answers.get(i)) {
          Word<String> word = Word.fromList(batch.get(i));
          return new Test(Optional.of(new DefaultQuery<>(word, answers.get(i))), count);
        }
      }
    }
    return new Test(Optional.empty(), count);
  }
}
