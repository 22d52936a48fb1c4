package org.cotsim.junit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.cotsim.benchmarks.experiment.sweep.SweepRow;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.decode.FormulaException;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Expands {@link StepBudgetExperiment} into one invocation for every cell. */
final class StepBudgetExtension implements TestTemplateInvocationContextProvider {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(StepBudgetExtension.class);

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    ExtensionContext.Store store = context.getParent().orElseThrow().getStore(NAMESPACE);
    ClassReport report =
        store.getOrComputeIfAbsent(
            ClassReport.class, key -> new ClassReport(folder(context)), ClassReport.class);
    AtomicInteger order =
        store.getOrComputeIfAbsent(
            AtomicInteger.class, key -> new AtomicInteger(), AtomicInteger.class);
    return experiments(context).stream()
        .flatMap(experiment -> experiment.cells().stream())
        .map(cell -> new Invocation(cell, order.getAndIncrement(), report));
  }

  private static Path folder(ExtensionContext context) {
    String reports =
        context
            .getConfigurationParameter(StepBudgetExperiment.REPORTS)
            .orElse("target/cotsim-reports");
    return Path.of(reports).resolve(context.getRequiredTestClass().getName());
  }

  private static List<Experiment> experiments(ExtensionContext context) {
    StepBudgetExperiment asked =
        context.getRequiredTestMethod().getAnnotation(StepBudgetExperiment.class);
    try {
      if (!List.of(context.getRequiredTestMethod().getParameterTypes()).contains(SweepRow.class)) {
        throw new ExperimentException("the method must take a SweepRow, or nothing is measured");
      }
      return Experiment.of(asked);
    } catch (ExperimentException | InputException | FormulaException e) {
      throw new ExtensionConfigurationException(
          "@StepBudgetExperiment on "
              + context.getRequiredTestMethod().getName()
              + ": "
              + e.getMessage(),
          e);
    }
  }

  /** One cell, measured when its method asks for it. */
  private record Invocation(PlannedCell cell, int order, ClassReport report)
      implements TestTemplateInvocationContext, ParameterResolver, TestExecutionExceptionHandler {

    @Override
    public String getDisplayName(int index) {
      return cell.displayName();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(this);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == SweepRow.class;
    }

    /** A failed assertion about a cell also says where its decoder first went wrong. */
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure)
        throws Throwable {
      Optional<String> wrong =
          failure instanceof AssertionError ? cell.firstWrong() : Optional.empty();
      throw wrong.isPresent() ? FirstWrong.added(failure, wrong.get()) : failure;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return report.measure(cell, order);
    }
  }
}
