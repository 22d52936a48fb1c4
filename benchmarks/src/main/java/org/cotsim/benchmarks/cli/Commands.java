package org.cotsim.benchmarks.cli;

import java.util.List;
import java.util.Set;
import picocli.CommandLine;

/**
 * The commands by name, in the order of the help; looking at the options of all of them takes
 * longer than a short run, so each is made only when it is asked for.
 */
final class Commands {

  static final List<String> NAMES =
      List.of(
          "list",
          "budget",
          "learn",
          "circuit",
          "currencies",
          "explain",
          "run",
          "check",
          "sweep",
          "merge",
          "data",
          "grade",
          "precision",
          "divergence",
          "temperature",
          "manifold",
          "token-norm",
          "trace",
          "gallery",
          "bench",
          "throughput",
          "builds",
          "sparse-rate",
          "export",
          "completion",
          "man",
          "schema",
          "help");

  private static final Set<String> ABOUT_ALL = Set.of("completion", "man", "help");
  private static final Set<String> VERSION = Set.of("-V", "--version");

  private Commands() {}

  /** Adds the commands that these arguments can need: all, unless the first one settles it. */
  static CommandLine add(CommandLine top, String... arguments) {
    String first = arguments.length == 0 ? "" : arguments[0];
    boolean one = NAMES.contains(first) && !ABOUT_ALL.contains(first);
    boolean none = arguments.length == 1 && VERSION.contains(first);
    List<String> needed = one ? List.of(first) : none ? List.of() : NAMES;
    needed.forEach(name -> top.addSubcommand(name, make(name)));
    return top;
  }

  private static Object make(String name) {
    return switch (name) {
      case "list" -> new ListCommand();
      case "budget" -> new BudgetCommand();
      case "learn" -> new LearnCommand();
      case "circuit" -> new CircuitCommand();
      case "currencies" -> new CurrenciesCommand();
      case "explain" -> new ExplainCommand();
      case "run" -> new RunCommand();
      case "check" -> new CheckCommand();
      case "sweep" -> new SweepCommand();
      case "merge" -> new MergeCommand();
      case "data" -> new DataCommand();
      case "grade" -> new GradeCommand();
      case "precision" -> new PrecisionCommand();
      case "divergence" -> new DivergenceCommand();
      case "temperature" -> new TemperatureCommand();
      case "manifold" -> new ManifoldCommand();
      case "token-norm" -> new TokenNormCommand();
      case "trace" -> new TraceCommand();
      case "gallery" -> new GalleryCommand();
      case "bench" -> new BenchCommand();
      case "throughput" -> new ThroughputCommand();
      case "builds" -> new BuildsCommand();
      case "sparse-rate" -> new SparseRateCommand();
      case "export" -> new ExportCommand();
      case "completion" -> new CompletionCommand();
      case "man" -> new ManCommand();
      case "schema" -> new SchemaCommand();
      case "help" -> new CommandLine.HelpCommand();
      default -> throw new IllegalArgumentException(name + " is no command");
    };
  }
}
