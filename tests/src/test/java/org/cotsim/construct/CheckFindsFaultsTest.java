package org.cotsim.construct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.automatalib.automaton.fsa.impl.CompactDFA;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.Progress;
import org.cotsim.benchmarks.experiment.check.CheckPlan;
import org.cotsim.benchmarks.experiment.check.CheckResult;
import org.cotsim.benchmarks.experiment.check.CheckResult.Mismatch;
import org.cotsim.benchmarks.experiment.check.DecoderCheck;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.regular.RegularProblem;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.RegularEntry;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A decoder with one fault does not pass: a check that finds nothing has looked. */
class CheckFindsFaultsTest {

  private static RegularProblem problem() throws InputException {
    return RegularSubject.of((RegularEntry) Catalogue.find("tomita-7")).problem();
  }

  static Stream<Arguments> statesAndModes() throws InputException {
    return IntStream.range(0, problem().language().size())
        .boxed()
        .flatMap(
            state -> Stream.of(DecoderCheck.Mode.values()).map(mode -> Arguments.of(state, mode)));
  }

  @ParameterizedTest(name = "tomita-7, the answer at q{0} is wrong, {1}")
  @MethodSource("statesAndModes")
  void aWrongAnswerAtOneStateIsFoundAtTheAnswer(int state, DecoderCheck.Mode mode)
      throws InputException, ExperimentException {
    CompactDFA<String> faulty = new CompactDFA<>(problem().language().dfa());
    faulty.setAccepting(state, !faulty.isAccepting(state));
    CheckResult result = check(faulty, mode);
    Mismatch first = result.firstWrong().orElseThrow();
    assertThat(first.firstDifference()).hasValue(first.input().length() + 1);
    assertThat(result.wrong()).isPositive();
    assertThat(result.right()).isPositive();
  }

  @ParameterizedTest(name = "tomita-7, a transition of the last state is wrong, {0}")
  @EnumSource
  void aWrongTransitionIsFoundAtTheFirstTokenThatItChanges(DecoderCheck.Mode mode)
      throws InputException, ExperimentException {
    CompactDFA<String> faulty = new CompactDFA<>(problem().language().dfa());
    faulty.setTransition(faulty.size() - 1, 0, 0);
    Mismatch first = check(faulty, mode).firstWrong().orElseThrow();
    assertThat(first.input()).isEqualTo("10100");
    assertThat(first.firstDifference()).hasValue(first.input().length());
  }

  private static CheckResult check(CompactDFA<String> faulty, DecoderCheck.Mode mode)
      throws InputException, ExperimentException {
    FaultyProblem problem = new FaultyProblem(problem(), faulty);
    ExperimentSetup setup =
        new ExperimentSetup(
            ConstructionOptions.defaults(), OptionalInt.empty(), new ReferenceExecutor());
    CheckPlan<List<String>> plan = new CheckPlan<>(problem);
    plan.exhaustive(6);
    return new DecoderCheck<>(problem, setup, mode).run(plan, Progress.NONE);
  }
}
