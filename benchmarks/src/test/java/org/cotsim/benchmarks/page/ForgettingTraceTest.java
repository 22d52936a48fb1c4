package org.cotsim.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.run.TracedInput;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Token.Role;
import org.cotsim.simulator.trace.Span;
import org.junit.jupiter.api.Test;

/** A chain that forgets is shown as one sequence, in which nobody looks behind a summary. */
class ForgettingTraceTest {

  private static <I> TracedInput traced(Problem<I> problem, String word)
      throws InputException, ExperimentException {
    ExperimentSetup setup =
        new ExperimentSetup(
            ConstructionOptions.defaults(), OptionalInt.empty(), new ReferenceExecutor());
    return TracedInput.of(problem, problem.parse(word), setup);
  }

  private static List<Role> roles(TracedInput run) {
    List<Integer> tokens = new ArrayList<>(run.trace().prompt());
    for (int token : run.trace().decoding().chain()) {
      tokens.add(token);
    }
    return tokens.stream()
        .map(token -> run.assembly().model().vocabulary().token(token).role())
        .toList();
  }

  @Test
  void everyPositionLooksAtItsSummaryAndWhatCameAfterIt()
      throws InputException, ExperimentException {
    TracedInput run =
        traced(
            WaysToBuild.built(
                Problems.find("palindrome", Optional.empty(), 1000), Recipe.FORGETTING),
            "abbabba");
    List<Role> roles = roles(run);
    assertThat(run.right()).isTrue();
    assertThat(roles).contains(Role.RESTART, Role.SUMMARY);
    assertThat(run.trace().moments()).hasSize(roles.size());
    int known = 0;
    boolean summaryWasRead = false;
    for (int position = 0; position < roles.size(); position++) {
      if (roles.get(position) == Role.RESTART) {
        known = position;
        while (roles.get(known - 1) == Role.SUMMARY) {
          known--;
        }
      }
      for (Span span :
          run.trace().moments().get(position).heads().stream()
              .flatMap(List::stream)
              .flatMap(head -> head.spans().stream())
              .toList()) {
        assertThat(span.from()).as("from %d", position).isBetween(known, position);
        assertThat(span.from() + span.length() - 1).isBetween(known, position);
        summaryWasRead |= known > 0 && roles.get(span.from()) == Role.SUMMARY;
      }
    }
    assertThat(summaryWasRead).isTrue();
  }
}
