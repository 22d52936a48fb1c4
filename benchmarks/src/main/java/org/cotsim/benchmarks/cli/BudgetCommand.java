package org.cotsim.benchmarks.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.cotsim.benchmarks.experiment.LanguageBudget;
import org.cotsim.benchmarks.problem.DecidedByAutomaton;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.automaton.algebra.LanguageAlgebra;
import org.cotsim.languages.input.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Predicts how many steps a regular language needs. */
@Command(
    name = "budget",
    description = {
      "Says how many steps of a chain of thought a regular language needs, from the algebra of its"
          + " minimal automaton: R-trivial, star-free, solvable with its groups, or non-solvable;"
          + " and what of it is proved and what rests on TC0 not being NC1.",
      "At most "
          + LanguageAlgebra.MOST_SETS
          + " of the sets of states that words lead to are looked at; beyond that a group that is not"
          + " solvable is looked for among those of short words, and where none is found the class"
          + " is unknown.",
      "Nothing is run: 'cot sweep PROBLEM --by cascade,theorem1' measures it."
    },
    mixinStandardHelpOptions = true)
final class BudgetCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ProblemOptions problemOptions;
  @Mixin private FormatOption format;

  @Override
  public Integer call() throws InputException, ExperimentException {
    DecidedByAutomaton<?> regular = DecidedByAutomaton.of(problemOptions.find());
    RegularLanguage language = regular.language();
    LanguageBudget budget = LanguageBudget.of(regular);
    BudgetText text = new BudgetText(regular, language, budget);
    format.print(spec.commandLine().getOut(), json(regular, language, budget, text), text::print);
    return Cot.DONE;
  }

  private static Map<String, Object> json(
      Problem<?> problem, RegularLanguage language, LanguageBudget budget, BudgetText text) {
    LanguageAlgebra algebra = budget.algebra();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("problem", problem.name());
    fields.put("summary", problem.summary());
    fields.put("states", language.size());
    fields.put("letters", language.alphabet().size());
    fields.put("class", algebra.languageClass().toString());
    fields.put("groups", algebra.groups().stream().map(BudgetCommand::json).toList());
    fields.put("groups_complete", algebra.complete());
    fields.put("monoid", algebra.monoid().orElse(null));
    fields.put("image_sets", algebra.imageSets());
    fields.put("in_ac0", algebra.constantDepth().orElse(null));
    fields.put("zero_step_layers", orNull(budget.zeroStepLayers()));
    fields.put("zero_step_by", zeroStepBy(budget));
    fields.put("cascade_layers", orNull(budget.cascade()));
    fields.put("no_cascade", budget.noCascade().orElse(null));
    fields.put("ordered_layers", orNull(budget.ordered()));
    fields.put("chain_steps", "n + 1");
    fields.put("loops", BudgetText.LOOPS);
    text.sentences().forEach(fields::put);
    fields.put("notes", problem.notes());
    return fields;
  }

  private static Map<String, Object> json(LanguageAlgebra.Group group) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", group.name());
    fields.put("order", group.order().orElse(null));
    fields.put("solvable", group.solvable().orElse(null));
    fields.put("degree", group.degree());
    return fields;
  }

  private static String zeroStepBy(LanguageBudget budget) {
    return budget.own().isPresent()
        ? "default"
        : budget.zeroStepRecipe().map(Object::toString).orElse(null);
  }

  private static Integer orNull(OptionalInt number) {
    return number.isPresent() ? (Integer) number.getAsInt() : null;
  }
}
