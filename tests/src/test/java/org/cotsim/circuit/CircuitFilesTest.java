package org.cotsim.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sat4j.pb.PBSolverHandle;
import org.sat4j.pb.PseudoOptDecorator;
import org.sat4j.pb.SolverFactory;
import org.sat4j.pb.reader.OPBReader2012;
import org.sat4j.reader.DimacsReader;

/** Circuit files as other programs read them; those that are not installed are named. */
class CircuitFilesTest {

  @TempDir private Path folder;

  @BeforeEach
  void write() {
    for (String file : List.of("p.aig", "p.aag", "p.cnf", "p.opb")) {
      write("parity", file);
    }
    write("parity", "d.aig", "--of", "automaton");
    write("tomita-7", "other.aig", "--of", "automaton");
  }

  private void write(String problem, String file, String... more) {
    List<String> command =
        new ArrayList<>(List.of("circuit", problem, "--length", "8", "--by", "cascade"));
    command.addAll(List.of("--out", folder.resolve(file).toString()));
    command.addAll(List.of(more));
    StringWriter err = new StringWriter();
    int code =
        Cot.run(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            command.toArray(String[]::new));
    assertThat(err.toString()).isEmpty();
    assertThat(code).isEqualTo(Cot.DONE);
  }

  /** The text of the ASCII form is enough to compute parity with. */
  @Test
  void theAsciiFormIsParity() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("p.aag"));
    String[] header = lines.get(0).split(" ", -1);
    assertThat(header).hasSize(6).startsWith("aag").containsSequence("8", "0", "1");
    int gates = Integer.parseInt(header[5]);
    for (int word = 0; word < 256; word++) {
      boolean[] values = new boolean[2 * (Integer.parseInt(header[1]) + 1)];
      values[1] = true;
      for (int i = 0; i < 8; i++) {
        set(values, Integer.parseInt(lines.get(1 + i)), (word >> i & 1) == 1);
      }
      for (String line : lines.subList(10, 10 + gates)) {
        String[] gate = line.split(" ", -1);
        boolean both = values[Integer.parseInt(gate[1])] && values[Integer.parseInt(gate[2])];
        set(values, Integer.parseInt(gate[0]), both);
      }
      assertThat(values[Integer.parseInt(lines.get(9))]).isEqualTo(Integer.bitCount(word) % 2 == 1);
    }
    assertThat(lines.subList(10 + gates, lines.size()))
        .startsWith("i0 x1")
        .contains("i7 x8", "o0 accept", "c", "parity by cascade, words of 8 letters");
  }

  private static void set(boolean[] values, int literal, boolean value) {
    values[literal] = value;
    values[literal ^ 1] = !value;
  }

  @Test
  void sat4jReadsBothQuestionsAndTheirOppositeIsSatisfiable() throws Exception {
    String opb = Files.readString(folder.resolve("p.opb"));
    assertThat(isSatisfiable(opb)).isFalse();
    String without = opb.substring(0, opb.stripTrailing().lastIndexOf('\n') + 1);
    int constraints = (int) without.lines().filter(line -> !line.startsWith("*")).count();
    assertThat(
            isSatisfiable(without.replaceFirst("#constraint= \\d+", "#constraint= " + constraints)))
        .isTrue();
    DimacsReader dimacs = new DimacsReader(org.sat4j.minisat.SolverFactory.newDefault());
    assertThat(dimacs.parseInstance(folder.resolve("p.cnf").toString()).isSatisfiable()).isFalse();
  }

  private static boolean isSatisfiable(String opb) throws Exception {
    return new OPBReader2012(
            new PBSolverHandle(new PseudoOptDecorator(SolverFactory.newResolution())))
        .parseInstance(new StringReader(opb))
        .isSatisfiable();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cadical", "minisat"})
  void otherSolversProveIt(String solver) throws Exception {
    String said = run(solver, folder.resolve("p.cnf").toString());
    assertThat(said).contains("UNSATISFIABLE");
  }

  @Test
  void abcFindsDecoderAndAutomatonEqualAndAnotherLanguageNot() throws Exception {
    assertThat(run("berkeley-abc", "-c", "cec p.aig d.aig")).contains("Networks are equivalent");
    assertThat(run("berkeley-abc", "-c", "cec p.aig other.aig")).contains("NOT EQUIVALENT");
  }

  private String run(String... command) throws InterruptedException, IOException {
    Process process;
    try {
      process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    } catch (IOException e) {
      assumeTrue(
          false,
          "skipped: "
              + command[0]
              + " is not installed (Debian: apt-get install cadical minisat berkeley-abc)");
      throw e;
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
