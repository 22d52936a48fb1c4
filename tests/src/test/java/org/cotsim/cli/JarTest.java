package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The packaged command in a process of its own.
 *
 * <p>Skipped where the module of the command was compiled but not packaged since.
 */
class JarTest {

  @TempDir private Path folder;
  private Path jar;

  @BeforeEach
  void findJar() throws IOException, URISyntaxException {
    Path code = Path.of(Cot.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    jar = Files.isDirectory(code) ? code.resolveSibling("cot.jar") : code;
    assumeTrue(
        Files.isRegularFile(jar) && Files.isDirectory(jar.resolveSibling("lib")),
        () -> "skipped: " + jar + " is not packaged, run mvn package");
    assumeTrue(
        !Files.isDirectory(code) || !isOlder(jar, Path.of("org/cotsim/benchmarks/cli/Cot.class")),
        () -> "skipped: " + jar + " is older than its classes, run mvn package");
  }

  private static boolean isOlder(Path jar, Path name) throws IOException {
    Path compiled = jar.resolveSibling("classes").resolve(name);
    return Files.getLastModifiedTime(jar).compareTo(Files.getLastModifiedTime(compiled)) < 0;
  }

  private Cli start(List<String> options, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(List.of(arguments));
    File out = folder.resolve("out").toFile();
    File err = folder.resolve("err").toFile();
    Process process = new ProcessBuilder(command).redirectOutput(out).redirectError(err).start();
    int code = process.waitFor();
    return new Cli(code, Files.readString(out.toPath()), Files.readString(err.toPath()));
  }

  private List<String> classesLoadedBy(String... arguments)
      throws IOException, InterruptedException {
    Path log = folder.resolve("classes.log");
    Cli cli = start(List.of("-Xlog:class+load=info:file=" + log), arguments);
    assertThat(cli.err()).isEmpty();
    assertThat(cli.code()).isEqualTo(Cot.DONE);
    return Files.readAllLines(log);
  }

  @Test
  void itPrintsWhatTheCommandPrintsAndNothingElse() throws IOException, InterruptedException {
    Cli jarred = start(List.of(), "run", "parity", "--word", "0111", "--show-chain");
    assertThat(jarred).isEqualTo(Cli.cot("run", "parity", "--word", "0111", "--show-chain"));
    assertThat(jarred.err()).isEmpty();
    assertThat(jarred.code()).isEqualTo(Cot.DONE);
  }

  @Test
  void itEndsWithTheExitCodeOfAMistake() throws IOException, InterruptedException {
    Cli jarred = start(List.of(), "run", "nope", "--word", "1");
    assertThat(jarred).isEqualTo(Cli.cot("run", "nope", "--word", "1"));
    assertThat(jarred.code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(jarred.out()).isEmpty();
  }

  @Test
  void listingLoadsNoNativeLibrary() throws IOException, InterruptedException {
    List<String> loaded = classesLoadedBy("list");
    assertThat(loaded).anyMatch(line -> line.contains(" org.cotsim.benchmarks.cli.Cot "));
    assertThat(loaded).noneMatch(line -> line.contains(" org.nd4j."));
    assertThat(loaded).noneMatch(line -> line.contains(" ai.onnxruntime."));
  }

  @Test
  void theOnnxRuntimeExecutorLoadsItWithoutAWordOnTheErrorStream()
      throws IOException, InterruptedException {
    assertThat(classesLoadedBy("run", "parity", "--word", "1", "--executor", "onnxruntime"))
        .anyMatch(line -> line.contains(" ai.onnxruntime."));
  }

  @Test
  void theNd4jExecutorLoadsItWithoutAWordOnTheErrorStream()
      throws IOException, InterruptedException {
    assertThat(classesLoadedBy("run", "parity", "--word", "1", "--executor", "nd4j"))
        .anyMatch(line -> line.contains(" org.nd4j."));
  }

  static Stream<Arguments> files() {
    String jflap = "<structure><type>%s</type><automaton>%s</automaton></structure>";
    String loop = "<transition><from>0</from><to>0</to><read>a</read></transition>";
    String step =
        "<transition><from>0</from><to>1</to><read>a</read><write>b</write><move>R</move></transition>";
    String graph = "--source a --target b";
    return Stream.of(
        Arguments.of("a.att", "0 0 a\n0\n", "--word aa"),
        Arguments.of("a.ba", "[0]\na,[0]->[0]\n[0]\n", "--word aa"),
        Arguments.of(
            "a.dot", "digraph { s [shape=doublecircle]; i -> s; s -> s [label=a] }", "--word aa"),
        Arguments.of(
            "a.gv",
            "digraph { __start0 -> s; s [shape=doublecircle]; s -> s [label=a] }",
            "--word aa"),
        Arguments.of(
            "a.jff",
            jflap.formatted("fa", "<state id='0'><initial/><final/></state>" + loop),
            "--word aa"),
        Arguments.of(
            "t.jff",
            jflap.formatted(
                "turing", "<state id='0'><initial/></state><state id='1'><final/></state>" + step),
            "--word a"),
        Arguments.of("t.bb", "1RB1LB_1LA1RZ\n", "--word="),
        Arguments.of("t.txt", "1RB1LB_1LA1RZ\n", "--word="),
        Arguments.of(
            "t.yaml",
            "input: a\nblank: ' '\nstart state: go\ntable:\n  go:\n    a: R\n    ' ': {N: end}\n  end:\n",
            "--word aa"),
        Arguments.of("graph:g.csv", "a,b\n", graph),
        Arguments.of("graph:g.edges", "a b\n", graph),
        Arguments.of("graph:g.edgelist", "a b\n", graph),
        Arguments.of("graph:g.txt", "a b\n", graph),
        Arguments.of("graph:g.dimacs", "p edge 2 1\ne 1 2\n", "--source 1 --target 2"),
        Arguments.of("graph:g.col", "p edge 2 1\ne 1 2\n", "--source 1 --target 2"),
        Arguments.of("graph:g.gr", "p sp 2 1\na 1 2 1\n", "--source 1 --target 2"),
        Arguments.of("graph:g.dot", "graph { a [label=<<b>A</b>>]; a -- b }", graph),
        Arguments.of("graph:g.gv", "digraph { a -> b }", graph),
        Arguments.of(
            "graph:g.graphml",
            "<graphml xmlns='http://graphml.graphdrawing.org/xmlns'><graph edgedefault='undirected'>"
                + "<node id='a'/><node id='b'/><edge source='a' target='b'/></graph></graphml>",
            graph),
        Arguments.of("graph:g.g6", "A_\n", "--source 0 --target 1"),
        Arguments.of("graph:g.s6", ":An\n", "--source 0 --target 1"));
  }

  /** Through a loader of the jar and its own class path alone, in place of many processes. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void everyKindOfFileIsReadThroughTheJar(String problem, String text, String more)
      throws IOException, ReflectiveOperationException {
    String file = problem.substring(problem.indexOf(':') + 1);
    Path written = Files.writeString(folder.resolve(file), text);
    List<String> command =
        new ArrayList<>(List.of("run", problem.replace(file, written.toString())));
    command.addAll(List.of(more.split(" ")));
    Cli cli = packaged(command);
    assertThat(cli.err()).isEmpty();
    assertThat(cli.out()).contains("answer    ");
    assertThat(cli.code()).isEqualTo(Cot.DONE);
  }

  @Test
  void modelsBatchesAndListsAreReadThroughTheJar()
      throws IOException, ReflectiveOperationException {
    String model = folder.resolve("model.json").toString();
    Path words = Files.writeString(folder.resolve("words"), "01\n11\n");
    Path labels = Files.writeString(folder.resolve("labels"), "1\n0\n");
    Path machines = Files.writeString(folder.resolve("machines"), "1RB1LB_1LA1RZ\n");
    String sweep = folder.resolve("sweep").toString();
    for (List<String> command :
        List.of(
            List.of("export", "parity", "--out", model),
            List.of("run", "model:" + model, "--word", "01"),
            List.of("check", "parity", "--words", words.toString(), "--labels", labels.toString()),
            List.of("check", "--machines", machines.toString()),
            List.of("sweep", "parity", "--lengths", "3", "--png", "--out", sweep),
            List.of("sweep", "parity", "--lengths", "3", "--png", "--out", sweep, "--resume"))) {
      Cli cli = packaged(command);
      assertThat(cli.err()).as("%s", command).isEmpty();
      assertThat(cli.code()).as("%s", command).isEqualTo(Cot.DONE);
    }
  }

  private Cli packaged(List<String> command) throws IOException, ReflectiveOperationException {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    URL[] only = {jar.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(only, ClassLoader.getPlatformClassLoader())) {
      Object code =
          loader
              .loadClass(Cot.class.getName())
              .getMethod("run", PrintWriter.class, PrintWriter.class, String[].class)
              .invoke(
                  null, new PrintWriter(out), new PrintWriter(err), command.toArray(String[]::new));
      return new Cli((Integer) code, out.toString(), err.toString());
    }
  }

  @Test
  void whatTheCommandNeverNeedsIsNotBesideIt() throws IOException {
    try (Stream<Path> libraries = Files.list(jar.resolveSibling("lib"))) {
      assertThat(libraries.map(library -> library.getFileName().toString()))
          .noneMatch(
              name ->
                  Stream.of("jmh", "oshi", "jna", "commons-net", "threetenbp")
                      .anyMatch(name::startsWith));
    }
  }
}
