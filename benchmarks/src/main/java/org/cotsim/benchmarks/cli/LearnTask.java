package org.cotsim.benchmarks.cli;

import java.util.Optional;
import org.cotsim.benchmarks.experiment.Budget;
import org.cotsim.benchmarks.experiment.learn.Subject;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.simulator.execute.Executor;

/**
 * What is learned about.
 *
 * @param name of it
 * @param subject what is asked
 * @param right what is right, if there is an automaton of it
 * @param budget if one was given
 * @param executor what runs
 */
record LearnTask(
    String name,
    Subject subject,
    Optional<RegularLanguage> right,
    Optional<Budget> budget,
    Executor executor) {}
