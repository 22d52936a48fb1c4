package org.cotsim.benchmarks.experiment.learn;

import java.util.List;
import java.util.Optional;
import net.automatalib.util.automaton.Automata;
import net.automatalib.word.Word;
import org.cotsim.languages.automaton.RegularLanguage;

/**
 * What was learned of a decoder.
 *
 * @param language the last hypothesis, with its minimal automaton
 * @param complete whether it passed its conformance test; else it had too many states to go on
 * @param algorithm that learned it
 * @param queries how often the learner asked for a word
 * @param rounds how many hypotheses there were
 * @param tests the words of all conformance tests, up to the first that differs
 * @param words the different words that the decoder answered
 * @param longest the length of the longest of them
 * @param extraStates how many more states the last test allows for
 * @param suite whether the conformance words of the oracle were among the tests
 * @param random how many random words were
 */
public record Learned(
    RegularLanguage language,
    boolean complete,
    Learning.Algorithm algorithm,
    long queries,
    int rounds,
    long tests,
    int words,
    int longest,
    int extraStates,
    boolean suite,
    int random) {

  /** A shortest word on which this and what is right differ; empty if they are equal. */
  public Optional<List<String>> difference(RegularLanguage right) {
    Word<String> word =
        Automata.findShortestSeparatingWord(right.dfa(), language.dfa(), right.alphabet());
    return Optional.ofNullable(word).map(Word::asList);
  }

  private String more() {
    return "the same answers to "
        + (suite ? "the words that tell the oracle's automaton from others and to " : "")
        + random
        + " random words;";
  }

  /** What was shown, and what was not. */
  public String evidence() {
    if (!complete) {
      return "none: no automaton of at most %d states answers as the decoder did"
          .formatted(language.size() - 1);
    }
    return "if some DFA of at most %d states decides as the decoder does, then this one does (Wp-method); %s no word of more than %d letters was asked"
        .formatted(language.size() + extraStates, more(), longest);
  }
}
