package org.cotsim.cli;

import static org.cotsim.cli.BigramModel.FLOAT;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A model of parity in a file, as somebody else may have made it, and its tokens. */
abstract class TrainedModels {

  static final int TOKENS = 8; // of parity: $ 0 1 # q0 q1 reject accept
  static final int START = 0;
  static final int THINK = 3;
  static final int Q0 = 4;
  static final int Q1 = 5;
  static final int REJECT = 6;
  static final int ACCEPT = 7;

  @TempDir Path folder;
  Path model;
  String named;

  @BeforeEach
  void name() {
    model = folder.resolve("m.onnx");
    named = "model:" + model;
  }

  /** Says q0, q1 and accept, whatever the word; reject, if it is forced at once. */
  static double[][] saysOne() {
    double[][] table = new double[TOKENS][TOKENS];
    table[THINK][Q0] = 3;
    table[THINK][REJECT] = 1;
    table[Q0][Q1] = 3;
    table[Q1][ACCEPT] = 3;
    return table;
  }

  static BigramModel bigram(double[][] table) {
    return BigramModel.of(table).output("logits", FLOAT, -1, -1, table[0].length);
  }

  /** The vocabulary that cot data writes. */
  Path vocabulary() throws IOException {
    return tokens("vocabulary.json", "parity");
  }

  Path tokens(String file, String problem) throws IOException {
    Path data = folder.resolve("data-" + problem);
    Cli.done(
        "data",
        problem,
        "--lengths",
        "4",
        "--samples",
        "10",
        "--splits",
        "100,0,0",
        "--out",
        data.toString());
    Path written = data.resolve("vocabulary").resolve(problem + ".json");
    return Files.copy(written, folder.resolve(file));
  }

  final Path fixture(String name) throws IOException {
    try (InputStream in = TrainedModels.class.getResourceAsStream("trained/" + name)) {
      Path copy = folder.resolve(name);
      Files.copy(in, copy);
      return copy;
    }
  }
}
