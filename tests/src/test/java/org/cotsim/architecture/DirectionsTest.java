package org.cotsim.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.cotsim.architecture.House.ASSEMBLE;
import static org.cotsim.architecture.House.CIRCUIT;
import static org.cotsim.architecture.House.CLASSES;
import static org.cotsim.architecture.House.CLI;
import static org.cotsim.architecture.House.CONSTRUCT;
import static org.cotsim.architecture.House.DECODE;
import static org.cotsim.architecture.House.DOOR;
import static org.cotsim.architecture.House.EXECUTE;
import static org.cotsim.architecture.House.EXPERIMENT;
import static org.cotsim.architecture.House.EXPORT;
import static org.cotsim.architecture.House.LANGUAGES;
import static org.cotsim.architecture.House.LIVE;
import static org.cotsim.architecture.House.MANIFOLD;
import static org.cotsim.architecture.House.MODEL;
import static org.cotsim.architecture.House.MODEL_FILE;
import static org.cotsim.architecture.House.ND4J;
import static org.cotsim.architecture.House.ONNX_RUNTIME;
import static org.cotsim.architecture.House.PAGE;
import static org.cotsim.architecture.House.PROBLEM;
import static org.cotsim.architecture.House.REFERENCE;
import static org.cotsim.architecture.House.REPORT;
import static org.cotsim.architecture.House.SPARSE_RATE;
import static org.cotsim.architecture.House.TOKEN_NORM;
import static org.cotsim.architecture.House.TRACE;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which package may know which; a package not named as known is forbidden. */
class DirectionsTest {

  private static final String AUTOMATON = House.ROOT + "languages.automaton..";
  private static final String TURING = House.ROOT + "languages.turing..";
  private static final String GRAPH = House.ROOT + "languages.graph..";
  private static final String LOGIC = House.ROOT + "languages.logic..";
  private static final String HOPS = House.ROOT + "languages.hops..";

  private static final String EXECUTE_ITSELF = House.ROOT + "simulator.execute";
  private static final String PLANNING = House.ROOT + "simulator.execute.indexed.plan..";
  private static final String TREES = House.ROOT + "simulator.execute.indexed.tree..";
  private static final String STEPPING = House.ROOT + "simulator.execute.indexed.step..";

  private static final List<String> BENEATH =
      List.of(CONSTRUCT, ASSEMBLE, TRACE, SPARSE_RATE, CIRCUIT, DECODE, EXECUTE, MODEL, LANGUAGES);

  private static String[] with(List<String> some, String... more) {
    return Stream.concat(some.stream(), Stream.of(more)).toArray(String[]::new);
  }

  private static Arguments knows(String who, String... known) {
    return Arguments.of(who, known);
  }

  /** What each package may know of this house, itself included. */
  static Stream<Arguments> directions() {
    return Stream.of(
        knows(LANGUAGES, LANGUAGES),
        knows(MODEL, MODEL),
        knows(ASSEMBLE, ASSEMBLE, MODEL),
        knows(CONSTRUCT, CONSTRUCT, ASSEMBLE, MODEL, AUTOMATON, TURING, GRAPH, LOGIC, HOPS),
        knows(MANIFOLD, MANIFOLD, ASSEMBLE, MODEL),
        knows(TOKEN_NORM, TOKEN_NORM, EXECUTE, MODEL),
        knows(CIRCUIT, CIRCUIT, EXECUTE_ITSELF, MODEL),
        knows(EXECUTE, EXECUTE, MODEL),
        knows(EXPORT, EXPORT, MODEL),
        knows(DECODE, DECODE, EXECUTE, MODEL),
        knows(DOOR, DOOR, CONSTRUCT, ASSEMBLE, DECODE, EXECUTE, MODEL, AUTOMATON, TURING, GRAPH),
        knows(TRACE, TRACE, ASSEMBLE, DECODE, EXECUTE, MODEL),
        knows(SPARSE_RATE, SPARSE_RATE, ND4J),
        knows(ONNX_RUNTIME, ONNX_RUNTIME, EXPORT, EXECUTE, MODEL),
        knows(MODEL_FILE, MODEL_FILE, EXPORT, CONSTRUCT, ASSEMBLE, MODEL, LANGUAGES),
        knows(PROBLEM, PROBLEM, CONSTRUCT, ASSEMBLE, DECODE, MODEL, LANGUAGES),
        knows(
            EXPERIMENT,
            with(BENEATH, EXPERIMENT, MANIFOLD, TOKEN_NORM, PROBLEM, ONNX_RUNTIME, MODEL_FILE)),
        knows(REPORT, with(BENEATH, REPORT, EXPERIMENT, PROBLEM)),
        knows(PAGE, with(BENEATH, PAGE, REPORT, EXPERIMENT, PROBLEM)),
        knows(LIVE, LIVE, PAGE, PROBLEM, LANGUAGES),
        knows(PLANNING, PLANNING, TREES, EXECUTE_ITSELF, MODEL),
        knows(TREES, TREES),
        knows(STEPPING, STEPPING, PLANNING, TREES, EXECUTE_ITSELF, MODEL));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("directions")
  void aPackageKnowsNoMoreOfTheHouseThanItMay(String who, String[] known) {
    classes()
        .that()
        .resideInAPackage(who)
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackage("org.cotsim..").or(resideInAnyPackage(known)))
        .check(CLASSES);
  }

  @Test
  void theModelAndItsExportStandOnTheJdkAlone() {
    classes()
        .that()
        .resideInAnyPackage(MODEL, EXPORT)
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(MODEL, EXPORT, "java.."))
        .check(CLASSES);
  }

  /** An executor knows weights and nothing else, and no other executor. */
  @Test
  void executorsDoNotKnowEachOther() {
    noClasses()
        .that()
        .resideInAPackage(REFERENCE)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ND4J)
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(ND4J)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(REFERENCE)
        .check(CLASSES);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "languages.read",
        "simulator.construct",
        "simulator.execute",
        "benchmarks.problem",
        "benchmarks.experiment"
      })
  void roomsBesideEachOtherHaveNoCycles(String house) {
    slices().matching(House.ROOT + house + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  /** What all rooms of a kind share stands above them and knows none of them. */
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "languages.read",
        "simulator.construct",
        "benchmarks.problem",
        "benchmarks.experiment"
      })
  void whatIsSharedKnowsNoRoom(String house) {
    noClasses()
        .that()
        .resideInAPackage(House.ROOT + house)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(House.ROOT + house + ".*..")
        .check(CLASSES);
  }

  /** A command asks for what a problem can do, never for its kind; files of many are apart. */
  @Test
  void commandsDoNotNameAKindOfProblem() {
    noClasses()
        .that()
        .resideInAnyPackage(House.CLI, House.PAGE, House.REPORT, House.EXPERIMENT)
        .and()
        .haveNameNotMatching(".*\\.(Graph\\w*|MachineListCheck)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(House.ROOT + "benchmarks.problem.*..")
        .check(CLASSES);
  }

  @Test
  void nobodyKnowsTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage(CLI)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(CLI)
        .check(CLASSES);
  }
}
