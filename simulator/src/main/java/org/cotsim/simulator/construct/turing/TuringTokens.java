package org.cotsim.simulator.construct.turing;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.Token.Role;
import org.cotsim.simulator.model.Vocabulary;

/**
 * The tokens of a Turing machine: its input symbols, one step token per action that occurs,
 * answers.
 *
 * <p>A machine that computes a function has an output token per symbol and the answer {@code end};
 * others answer {@code accept}. All may {@code reject}.
 */
public final class TuringTokens {

  private final TuringMachine machine;
  private final Vocabulary vocabulary;
  private final int firstInput;
  private final int think;
  private final int firstOutput;
  private final int reject;

  TuringTokens(TuringMachine machine) {
    this(machine, List.of());
  }

  /** The same with more tokens after all the others. */
  TuringTokens(TuringMachine machine, List<Token> more) {
    this.machine = machine;
    List<Token> tokens = new ArrayList<>();
    tokens.add(new Token("$", Role.START));
    firstInput = tokens.size();
    machine.inputAlphabet().forEach(symbol -> tokens.add(new Token(symbol, Role.INPUT)));
    think = tokens.size();
    tokens.add(new Token("#", Role.THINK));
    for (int a = 0; a < machine.actions().size(); a++) {
      tokens.add(new Token(machine.describe(a), Role.STEP));
    }
    firstOutput = tokens.size();
    if (computes()) {
      machine.symbols().stream()
          .skip(TuringMachine.BLANK + 1)
          .forEach(symbol -> tokens.add(new Token(symbol, Role.OUTPUT)));
    }
    reject = tokens.size();
    tokens.add(new Token("reject", Role.ANSWER));
    tokens.add(new Token(computes() ? "end" : "accept", Role.ANSWER));
    tokens.addAll(more);
    vocabulary = new Vocabulary(tokens);
  }

  /** Whether the machine computes a function, and not just decides. */
  boolean computes() {
    return machine.outputTape().isPresent();
  }

  public Vocabulary vocabulary() {
    return vocabulary;
  }

  int start() {
    return 0;
  }

  /** The token of an input symbol, given by its index in the input alphabet. */
  int input(int i) {
    return firstInput + i;
  }

  int think() {
    return think;
  }

  /** The token of an action, given by its index in {@link TuringMachine#actions()}. */
  public int step(int action) {
    return think + 1 + action;
  }

  /** The token of a symbol of a function's value, given by its index among the tape symbols. */
  public int output(int symbol) {
    return firstOutput + symbol - 1;
  }

  /** The answer no, also for words that are no argument of a function. */
  public int reject() {
    return reject;
  }

  /** The answer yes, or the end of a function's value. */
  public int acceptOrEnd() {
    return reject + 1;
  }

  int[] prompt(List<String> word) {
    int[] prompt = new int[word.size() + 2];
    prompt[0] = start();
    for (int i = 0; i < word.size(); i++) {
      int symbol = machine.inputAlphabet().indexOf(word.get(i));
      if (symbol < 0) {
        throw new IllegalArgumentException("not a symbol of the alphabet: " + word.get(i));
      }
      prompt[i + 1] = input(symbol);
    }
    prompt[word.size() + 1] = think;
    return prompt;
  }
}
