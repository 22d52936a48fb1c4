package org.cotsim.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packages are there, are described, and describe themselves as they are. */
class PackagesTest {

  /** Without classes every rule holds: each package was seen, and not just a corner of it. */
  @ParameterizedTest(name = "{0} has at least {1} classes")
  @CsvSource({
    "org.cotsim.languages.automaton, 10",
    "org.cotsim.languages.catalogue, 10",
    "org.cotsim.languages.graph, 6",
    "org.cotsim.languages.logic, 8",
    "org.cotsim.languages.hops, 4",
    "org.cotsim.languages.oracle, 3",
    "org.cotsim.languages.read, 8",
    "org.cotsim.languages.read.automaton, 8",
    "org.cotsim.languages.read.turing, 6",
    "org.cotsim.languages.read.graph, 10",
    "org.cotsim.languages.read.logic, 10",
    "org.cotsim.simulator.model, 15",
    "org.cotsim.simulator.assemble, 12",
    "org.cotsim.simulator.construct, 5",
    "org.cotsim.simulator.construct.regular, 5",
    "org.cotsim.simulator.construct.turing, 7",
    "org.cotsim.simulator.construct.graph, 6",
    "org.cotsim.simulator.construct.logic, 6",
    "org.cotsim.simulator.construct.hops, 3",
    "org.cotsim.simulator.execute, 3",
    "org.cotsim.simulator.execute.reference, 3",
    "org.cotsim.simulator.execute.enclosure, 6",
    "org.cotsim.simulator.execute.nd4j, 10",
    "org.cotsim.simulator.execute.indexed, 2",
    "org.cotsim.simulator.execute.indexed.plan, 12",
    "org.cotsim.simulator.execute.indexed.tree, 7",
    "org.cotsim.simulator.execute.indexed.step, 12",
    "org.cotsim.simulator.export, 6",
    "org.cotsim.simulator.circuit, 15",
    "org.cotsim.simulator.manifold, 5",
    "org.cotsim.simulator.tokennorm, 2",
    "org.cotsim.simulator.decode, 5",
    "org.cotsim.simulator.trace, 8",
    "org.cotsim.simulator.sparserate, 10",
    "org.cotsim.benchmarks.problem, 9",
    "org.cotsim.benchmarks.experiment, 6",
    "org.cotsim.benchmarks.experiment.run, 4",
    "org.cotsim.benchmarks.experiment.check, 8",
    "org.cotsim.benchmarks.experiment.learn, 6",
    "org.cotsim.benchmarks.experiment.sweep, 3",
    "org.cotsim.benchmarks.experiment.trained, 5",
    "org.cotsim.benchmarks.experiment.circuit, 5",
    "org.cotsim.benchmarks.experiment.manifold, 8",
    "org.cotsim.benchmarks.experiment.tokennorm, 8",
    "org.cotsim.benchmarks.experiment.precision, 6",
    "org.cotsim.benchmarks.experiment.divergence, 8",
    "org.cotsim.benchmarks.experiment.speed, 10",
    "org.cotsim.benchmarks.experiment.sparserate, 10",
    "org.cotsim.benchmarks.modelfile, 6",
    "org.cotsim.benchmarks.onnxruntime, 3",
    "org.cotsim.benchmarks.report, 8",
    "org.cotsim.benchmarks.page, 10",
    "org.cotsim.benchmarks.page.diagram, 12",
    "org.cotsim.benchmarks.live, 5",
    "org.cotsim.benchmarks.cli, 10",
    "org.cotsim.simulator, 2",
    "org.cotsim.junit, 6"
  })
  void enoughClassesWereSeen(String name, int least) {
    assertThat(House.CLASSES.stream().filter(type -> type.getPackageName().equals(name)))
        .hasSizeGreaterThanOrEqualTo(least);
  }

  @Test
  void everyPackageWithAPublicClassSaysWhatIsInItAndWhereToStart() throws IOException {
    Map<String, Path> packages = packagesWithAPublicClass();
    assertThat(packages).hasSizeGreaterThanOrEqualTo(15);
    for (Map.Entry<String, Path> entry : packages.entrySet()) {
      Path described = entry.getValue().resolve("package-info.java");
      assertThat(described).isRegularFile();
      assertThat(Files.readString(described))
          .startsWith("/**")
          .contains("package " + entry.getKey() + ";");
    }
  }

  /** The folders of their sources. */
  private static Map<String, Path> packagesWithAPublicClass() {
    Map<String, Path> packages = new TreeMap<>();
    House.CLASSES.stream()
        .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
        .forEach(type -> packages.put(type.getPackageName(), sources(type)));
    return packages;
  }

  /** Found from where the class is: below target/ of some module. */
  private static Path sources(JavaClass type) {
    String uri = type.getSource().orElseThrow().getUri().toString();
    int target = uri.indexOf("/target/");
    assumeTrue(target > 0, () -> "skipped: the sources of " + uri + " are not beside it");
    Path root = Path.of(URI.create(uri.substring(uri.indexOf("file:"), target))).getParent();
    String part = type.getPackageName().substring(House.ROOT.length()).split("\\.", 2)[0];
    return root.resolve(part.equals("junit") ? "tests" : part)
        .resolve("src/main/java")
        .resolve(type.getPackageName().replace('.', '/'));
  }
}
