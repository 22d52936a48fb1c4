package org.cotsim.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cotsim.architecture.House.CIRCUIT;
import static org.cotsim.architecture.House.CLASSES;
import static org.cotsim.architecture.House.CLI;
import static org.cotsim.architecture.House.LIVE;
import static org.cotsim.architecture.House.ND4J;
import static org.cotsim.architecture.House.ONNX_RUNTIME;
import static org.cotsim.architecture.House.REPORT;
import static org.cotsim.architecture.House.ROOT;
import static org.cotsim.architecture.House.SPARSE_RATE;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.io.FileDescriptor;
import java.util.List;
import java.util.stream.Stream;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TypeProto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is used in one place only; and there it is used, or the rule would look for nothing. */
class OnlyThereTest {

  static Stream<Arguments> places() {
    return Stream.of(
        Arguments.of(ONNX_RUNTIME, library("ai.onnxruntime..")),
        Arguments.of(CIRCUIT, library("org.sat4j..")),
        Arguments.of(ROOT + "benchmarks.experiment.learn..", library("de.learnlib..")),
        Arguments.of(LIVE, library("org.teavm..")),
        Arguments.of(ROOT + "benchmarks.page.diagram..", library("org.eclipse.elk..")),
        Arguments.of(REPORT, library("org.apache.pdfbox..", "de.rototor..")),
        Arguments.of(CLI, library("picocli..")),
        Arguments.of(CLI, library("me.tongfei.progressbar..")),
        Arguments.of(CLI, ArchConditions.callMethod(System.class, "exit", int.class)));
  }

  private static ArchCondition<JavaClass> library(String... packages) {
    return ArchConditions.dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(packages));
  }

  @ParameterizedTest(name = "{0} only: {1}")
  @MethodSource("places")
  void itIsUsedThereAndNowhereElse(String place, ArchCondition<JavaClass> use) {
    noClasses().that().resideOutsideOfPackage(place).should(use).check(CLASSES);
    ArchRule notEvenThere = noClasses().that().resideInAPackage(place).should(use);
    EvaluationResult result = notEvenThere.evaluate(CLASSES);
    assertThat(result.hasViolation()).as("%s in %s", use, place).isTrue();
  }

  /** The command line and files named by {@code /dev/stdout} write there, so that loss is seen. */
  @Test
  void standardOutputIsWrittenAsAFileAndNeverPrinted() {
    noClasses().should(ArchConditions.accessField(System.class, "out")).check(CLASSES);
    ArchCondition<JavaClass> use = ArchConditions.accessField(FileDescriptor.class, "out");
    noClasses().that().resideOutsideOfPackages(CLI, REPORT).should(use).check(CLASSES);
    for (String place : List.of(CLI, REPORT)) {
      ArchRule notEvenThere = noClasses().that().resideInAPackage(place).should(use);
      assertThat(notEvenThere.evaluate(CLASSES).hasViolation()).as(place).isTrue();
    }
  }

  /** Types are numbers in the ONNX of ND4J 1.0.0-M2.1, enums in that of M1.1 for newer GPUs. */
  @Test
  void noTestSetsTypesOfOnnxInAWayThatOneReleaseOfNd4jLacks() {
    JavaClasses tests =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages("org.cotsim");
    ArchCondition<JavaClass> element =
        ArchConditions.callMethod(TypeProto.Tensor.Builder.class, "setElemType", int.class);
    noClasses()
        .should(ArchConditions.callMethod(TensorProto.Builder.class, "setDataType", int.class))
        .check(tests);
    noClasses().should(element).check(tests);
  }

  /** Two rooms compute with ND4J, each really does, and nobody else. */
  @Test
  void nd4jIsUsedByItsExecutorAndByTheSparseRateReduction() {
    ArchCondition<JavaClass> use = library("org.nd4j..", "org.bytedeco..");
    noClasses().that().resideOutsideOfPackages(ND4J, SPARSE_RATE).should(use).check(CLASSES);
    for (String place : List.of(ND4J, SPARSE_RATE)) {
      ArchRule notEvenThere = noClasses().that().resideInAPackage(place).should(use);
      assertThat(notEvenThere.evaluate(CLASSES).hasViolation()).as(place).isTrue();
    }
  }

  /** The job for a cluster stands outside, and what it needs is on no class path but its own. */
  @ParameterizedTest
  @ValueSource(strings = {"org.apache.spark.SparkContext", "scala.Function2"})
  void nothingOfSparkIsOnTheClassPath(String name) {
    assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
  }
}
