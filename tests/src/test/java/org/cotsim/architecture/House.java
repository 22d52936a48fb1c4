package org.cotsim.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The classes of all modules, without tests and without what JMH generates. */
final class House {

  static final String ROOT = "org.cotsim.";
  static final String LANGUAGES = ROOT + "languages..";
  static final String MODEL = ROOT + "simulator.model..";
  static final String ASSEMBLE = ROOT + "simulator.assemble..";
  static final String CONSTRUCT = ROOT + "simulator.construct..";
  static final String EXECUTE = ROOT + "simulator.execute..";
  static final String REFERENCE = ROOT + "simulator.execute.reference..";
  static final String ND4J = ROOT + "simulator.execute.nd4j..";
  static final String SPARSE_RATE = ROOT + "simulator.sparserate..";
  static final String MANIFOLD = ROOT + "simulator.manifold..";
  static final String TOKEN_NORM = ROOT + "simulator.tokennorm..";
  static final String CIRCUIT = ROOT + "simulator.circuit..";
  static final String EXPORT = ROOT + "simulator.export..";
  static final String DECODE = ROOT + "simulator.decode..";
  static final String DOOR = ROOT + "simulator";
  static final String TRACE = ROOT + "simulator.trace..";
  static final String PROBLEM = ROOT + "benchmarks.problem..";
  static final String EXPERIMENT = ROOT + "benchmarks.experiment..";
  static final String ONNX_RUNTIME = ROOT + "benchmarks.onnxruntime..";
  static final String MODEL_FILE = ROOT + "benchmarks.modelfile..";
  static final String REPORT = ROOT + "benchmarks.report..";
  static final String PAGE = ROOT + "benchmarks.page..";
  static final String LIVE = ROOT + "benchmarks.live..";
  static final String CLI = ROOT + "benchmarks.cli..";

  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.cotsim")
          .that(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("..jmh_generated..")));

  private House() {}
}
