package org.cotsim.languages.read.automaton;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import net.automatalib.automaton.fsa.impl.CompactDFA;
import org.cotsim.languages.automaton.EpsilonNfa;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.input.Characters;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.input.InputException.Problem;
import org.cotsim.languages.input.InputProblems;
import org.cotsim.languages.input.Point;
import org.cotsim.languages.read.ReservedSpellings;

/**
 * An automaton as a file describes it, with its problems and what is to be said of how it was read:
 * the same for all formats.
 */
final class AutomatonBuilder {

  private static final int ENOUGH = 20;
  private static final Pattern PROBABILITY =
      Pattern.compile("(?:[01]|[01]?\\.\\d+)(?:[eE]-?\\d+)?");

  private final String source;
  private final InputProblems problems;
  private final EpsilonNfa nfa;
  private final List<Problem> badLabels = new ArrayList<>(); // told unless there is more to tell
  private final Set<String> notes = new LinkedHashSet<>();
  private final Set<String> emptyWords = new LinkedHashSet<>();
  private int states;
  private boolean someAccepting;
  private boolean someLabel;
  private boolean allOutputs = true;
  private boolean allProbabilities = true;

  AutomatonBuilder(String source) {
    this.source = source;
    this.problems = new InputProblems(source);
    this.nfa = new EpsilonNfa(source);
  }

  /** A problem at a place counted from 1. */
  void problem(int line, int column, String message) throws InputException {
    problems.add(line, column, message);
  }

  /** The problem that makes all others useless, with those before it. */
  InputException refusal(int line, int column, String message) {
    try {
      problems.add(line, column, message);
      problems.throwIfAny();
      throw new AssertionError(message);
    } catch (InputException e) {
      return e;
    }
  }

  /** Says how the file was read, once. */
  void note(String sentence) {
    notes.add(sentence);
  }

  /** Adds a state that the file names. */
  int addState(String name) throws InputException {
    states++;
    return nfa.addState(name);
  }

  /** Says where a state stands in the file's drawing. */
  void place(int state, Point place) {
    nfa.place(state, place);
  }

  /** Adds a state on the way between two that the file names. */
  int addInnerState(String name) throws InputException {
    return nfa.addState(name);
  }

  void setInitial(int state) {
    nfa.setInitial(state);
  }

  void setAccepting(int state) {
    someAccepting = true;
    nfa.setAccepting(state);
  }

  /** Makes all states accepting, as the file names none. */
  void acceptAll() {
    for (int q = 0; q < nfa.size(); q++) {
      nfa.setAccepting(q);
    }
    note("no state is named as accepting, so that all accept");
  }

  /** Adds a move that reads nothing. */
  void addEpsilon(int from, int to) throws InputException {
    nfa.addEpsilon(from, to);
  }

  /** Adds a move as its label has it, at a place counted from 1. */
  void addMove(int from, String label, int to, int line, int column) throws InputException {
    if (ReservedSpellings.isEmptyWord(label)) {
      emptyWords.add(label);
      nfa.addEpsilon(from, to);
      return;
    }
    someLabel = true;
    allOutputs = allOutputs && isPair(label, label.indexOf('/'));
    allProbabilities = allProbabilities && isProbability(label);
    Optional<String> problem = Characters.notASymbol(label);
    if (problem.isEmpty()) {
      nfa.addTransition(from, label, to);
    } else if (badLabels.size() < ENOUGH) {
      badLabels.add(
          new Problem(source, line, column, Characters.quoted(label) + " " + problem.get()));
    }
  }

  private static boolean isPair(String label, int separator) {
    return separator > 0
        && !label.substring(0, separator).isBlank()
        && !label.substring(separator + 1).isBlank();
  }

  /** {@code x:0.5}, {@code x/0.5}, or a fraction alone. */
  private static boolean isProbability(String label) {
    int separator = Math.max(label.lastIndexOf(':'), label.lastIndexOf('/'));
    String number = label.substring(separator + 1).strip();
    return PROBABILITY.matcher(number).matches()
        && (isPair(label, separator) || (separator < 0 && number.indexOf('.') >= 0));
  }

  /**
   * The language of it all.
   *
   * @throws InputException with every problem, or if this is no acceptor
   */
  RegularLanguage language(String name) throws InputException {
    if (!someAccepting && someLabel && (allOutputs || allProbabilities)) {
      throw InputException.in(
          source,
          allProbabilities
              ? "no state accepts and every label is a probability:"
                  + " this is a Markov model, expected an automaton that accepts words"
              : "no state accepts and every label is 'input/output':"
                  + " this is a Mealy machine, expected an automaton that accepts words");
    }
    for (Problem bad : badLabels) {
      problems.add(bad.line(), bad.column(), bad.message());
    }
    problems.throwIfAny();
    if (!emptyWords.isEmpty()) {
      note(
          ReservedSpellings.quoted(emptyWords)
              + (emptyWords.size() == 1 ? " reads nothing" : " read nothing"));
    }
    ReservedSpellings.notes(nfa.symbols()).forEach(this::note);
    RegularLanguage language = nfa.language(name, List.copyOf(notes));
    return acceptance(language).map(sentence -> language.withNote(sentence)).orElse(language);
  }

  /** What is to be said if no state accepts, or none that matters, or all do. */
  private Optional<String> acceptance(RegularLanguage language) {
    CompactDFA<String> dfa = language.dfa();
    boolean alike = dfa.size() == 1;
    boolean everything = alike && dfa.isAccepting(0);
    if (nfa.acceptingStates() == 0) {
      return Optional.of("no state accepts, so that no word is accepted");
    }
    if (alike && !everything) {
      return Optional.of("no accepting state is reached, so that no word is accepted");
    }
    if (nfa.acceptingStates() == states) {
      return Optional.of(
          "every state accepts, so that "
              + (everything ? "every word is accepted" : "only words without a path are rejected"));
    }
    return everything ? Optional.of("every word is accepted") : Optional.empty();
  }
}
