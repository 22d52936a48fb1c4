package org.cotsim.construct;

import java.util.Iterator;
import java.util.List;
import net.automatalib.automaton.fsa.impl.CompactDFA;
import org.cotsim.benchmarks.problem.AllInputs;
import org.cotsim.benchmarks.problem.ConformanceSuite;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.benchmarks.problem.regular.RegularProblem;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.regular.DfaConstruction;

/** A problem whose oracle is right and whose models are built from another automaton. */
record FaultyProblem(RegularProblem right, CompactDFA<String> faulty)
    implements AllInputs<List<String>>, RandomInputs<List<String>>, ConformanceSuite<List<String>> {

  @Override
  public Construction<List<String>> build(ConstructionOptions options) {
    return DfaConstruction.of(faulty, right.language().alphabet(), options);
  }

  @Override
  public String name() {
    return right.name();
  }

  @Override
  public String summary() {
    return right.summary();
  }

  @Override
  public String languageClass() {
    return right.languageClass();
  }

  @Override
  public List<String> notes() {
    return right.notes();
  }

  @Override
  public List<String> parse(String text) throws InputException {
    return right.parse(text);
  }

  @Override
  public String format(List<String> word) {
    return right.format(word);
  }

  @Override
  public int length(List<String> word) {
    return right.length(word);
  }

  @Override
  public long mostSteps(int n) {
    return right.mostSteps(n);
  }

  @Override
  public Expected expected(List<String> word, long limit) {
    return right.expected(word, limit);
  }

  @Override
  public String sampling() {
    return right.sampling();
  }

  @Override
  public Iterator<List<String>> random(int length, long seed) throws InputException {
    return right.random(length, seed);
  }

  @Override
  public Iterator<List<String>> exhaustive(int length) {
    return right.exhaustive(length);
  }

  @Override
  public Iterator<List<String>> conformance(int extraStates) {
    return right.conformance(extraStates);
  }

  @Override
  public String conformanceEvidence(int extraStates) {
    return right.conformanceEvidence(extraStates);
  }
}
