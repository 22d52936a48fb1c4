package org.cotsim.languages.read.automaton;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import dk.brics.automaton.State;
import dk.brics.automaton.Transition;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.automaton.fsa.impl.CompactDFA;
import net.automatalib.util.automaton.fsa.DFAs;
import org.cotsim.languages.automaton.EpsilonNfa;
import org.cotsim.languages.automaton.Limits;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.automaton.Work;
import org.cotsim.languages.input.InputException;

/**
 * Turns expressions into automata: Thompson's construction, and minimal automata below complement
 * and intersection.
 *
 * <p>Every step is bounded by {@link Limits}; that is why brics compiles no expression itself. A
 * complement or intersection that is repeated is compiled once.
 */
final class RegexCompiler {

  private final String source;
  private final Alphabet<String> alphabet;
  private final Work work;
  private final IdentityHashMap<Regex, CompactDFA<String>> compiled = new IdentityHashMap<>();

  RegexCompiler(String source, Alphabet<String> alphabet) {
    this.source = source;
    this.alphabet = alphabet;
    this.work = new Work(source);
  }

  RegularLanguage compile(Regex regex) throws InputException {
    EpsilonNfa nfa = new EpsilonNfa(source, work);
    int start = nfa.addState();
    int end = nfa.addState();
    nfa.setInitial(start);
    nfa.setAccepting(end);
    build(regex, nfa, start, end);
    return nfa.language(source, alphabet, List.of());
  }

  /** Adds paths between two states that spell what the expression matches. */
  private void build(Regex regex, EpsilonNfa nfa, int from, int to) throws InputException {
    if (regex instanceof Regex.OneOf one) {
      for (String symbol : alphabet) {
        if (one.symbols().contains(symbol) != one.negated()) {
          nfa.addTransition(from, symbol, to);
        }
      }
    } else if (regex instanceof Regex.Sequence sequence) {
      int end = from;
      for (Regex part : sequence.parts()) {
        end = append(part, nfa, end);
      }
      nfa.addEpsilon(end, to);
    } else if (regex instanceof Regex.Union union) {
      for (Regex part : union.parts()) {
        build(part, nfa, from, to);
      }
    } else if (regex instanceof Regex.Repeat repeat) {
      buildRepeat(repeat, nfa, from, to);
    } else {
      CompactDFA<String> dfa = compiled.get(regex);
      if (dfa == null) {
        dfa = automaton(regex);
        compiled.put(regex, dfa);
      }
      embed(dfa, nfa, from, to);
    }
  }

  private int append(Regex part, EpsilonNfa nfa, int from) throws InputException {
    int end = nfa.addState();
    build(part, nfa, from, end);
    return end;
  }

  private void buildRepeat(Regex.Repeat repeat, EpsilonNfa nfa, int from, int to)
      throws InputException {
    int end = from;
    for (int i = 0; i < repeat.min(); i++) {
      end = append(repeat.part(), nfa, end);
    }
    if (repeat.max() == Regex.Repeat.UNBOUNDED) {
      int loop = nfa.addState();
      nfa.addEpsilon(end, loop);
      build(repeat.part(), nfa, loop, loop);
      nfa.addEpsilon(loop, to);
      return;
    }
    for (int i = repeat.min(); i < repeat.max(); i++) {
      nfa.addEpsilon(end, to);
      end = append(repeat.part(), nfa, end);
    }
    nfa.addEpsilon(end, to);
  }

  private CompactDFA<String> automaton(Regex regex) throws InputException {
    if (regex instanceof Regex.Complement complement) {
      return DFAs.complement(compile(complement.part()).dfa(), alphabet);
    }
    if (regex instanceof Regex.Intersection both) {
      RegularLanguage left = compile(both.left());
      RegularLanguage right = compile(both.right());
      if ((long) left.size() * right.size() * alphabet.size() > Limits.TABLE) {
        throw InputException.in(
            source,
            "an intersection of automata of %d and %d states is too large"
                .formatted(left.size(), right.size()));
      }
      work.spend((long) left.size() * right.size() * alphabet.size());
      CompactDFA<String> product = DFAs.and(left.dfa(), right.dfa(), alphabet);
      return RegularLanguage.of(source, product, alphabet, List.of()).dfa();
    }
    Regex.Interval interval = (Regex.Interval) regex;
    return numbers(BasicAutomata.makeInterval(interval.min(), interval.max(), interval.digits()));
  }

  private CompactDFA<String> numbers(Automaton interval) {
    CompactDFA<String> dfa = new CompactDFA<>(alphabet);
    Map<State, Integer> states = new HashMap<>();
    interval.determinize();
    interval.getStates().forEach(q -> states.put(q, dfa.addIntState(q.isAccept())));
    dfa.setInitialState(states.get(interval.getInitialState()));
    states.forEach(
        (state, number) -> {
          for (Transition move : state.getTransitions()) {
            for (char c = move.getMin(); c <= move.getMax(); c++) {
              int symbol = alphabet.getSymbolIndex(Character.toString(c));
              dfa.setTransition((int) number, symbol, (int) states.get(move.getDest()));
            }
          }
        });
    return dfa;
  }

  private static void embed(CompactDFA<String> dfa, EpsilonNfa nfa, int from, int to)
      throws InputException {
    int offset = nfa.size();
    for (int q = 0; q < dfa.size(); q++) {
      nfa.addState();
    }
    nfa.addEpsilon(from, offset + dfa.getIntInitialState());
    for (int q = 0; q < dfa.size(); q++) {
      for (int a = 0; a < dfa.getInputAlphabet().size(); a++) {
        int target = dfa.getSuccessor(q, a);
        if (target >= 0) {
          nfa.addTransition(offset + q, dfa.getInputAlphabet().getSymbol(a), offset + target);
        }
      }
      if (dfa.isAccepting(q)) {
        nfa.addEpsilon(offset + q, to);
      }
    }
  }
}
