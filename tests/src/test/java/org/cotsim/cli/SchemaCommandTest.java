package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command that prints JSON has a schema; {@link Cli} holds all that tests print against it.
 */
class SchemaCommandTest {

  @TempDir private Path folder;

  /** The commands whose JSON goes to the standard output. */
  static Stream<String> commands() {
    return HelpAndManTest.commands()
        .filter(name -> Cli.done(name, "--help").out().contains("--format=text|json"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theSchemaIsOneAndAllowsNothingElse(String command) {
    String text = Schemas.text(command);
    JsonSchema meta =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    assertThat(meta.validate(text, InputFormat.JSON)).isEmpty();
    assertThat(text).contains("\"title\": \"cot " + command + " --format json\"");
    assertThatThrownBy(() -> Schemas.requireValid(command, "{\"no_such_key\": []}"))
        .hasMessageContaining("cot schema " + command);
  }

  @Test
  void everyCommandThatPrintsJsonIsAmongThoseWritten() throws IOException {
    Cli.done("schema", "--out", folder.toString());
    List<String> expected =
        commands().map(name -> "cot-" + name + ".schema.json").sorted().toList();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()).sorted())
          .containsExactlyElementsOf(expected);
    }
    assertThat(expected).hasSizeGreaterThan(20);
  }

  @ParameterizedTest(name = "cot {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          list
          budget word-a5
          explain parity --by cascade
          run palindrome --word abba
          check parity --exhaustive 3 --budget 1
          learn parity
          circuit parity --length 4 --by cascade --prove
          currencies parity --lengths 4 --samples 2
          precision parity --longest 16 --bits 20,30
          divergence parity --between binary64,binary16 --longest 8
          temperature parity --lengths 4 --samples 2
          bench parity --length 200 --allow-load
          throughput parity --batches 1 --length 8 --warm-up 0.05 --patience 1
          """)
  void whatCommandsPrintIsAsTheSchemaSays(String command) {
    Cli cli = Cli.cot((command + " --format json").split(" ", -1));
    assertThat(cli.code()).isLessThan(Cot.BAD_INPUT);
    assertThat(cli.json().size()).isPositive();
  }

  @ParameterizedTest(name = "cot {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          schema export | export prints no JSON; what does: list, budget,
          schema nope | nope prints no JSON; what does: list, budget,
          schema | a COMMAND is missing: one of list, budget,
          schema run --out x | --out writes the schemas of all commands; COMMAND is one
          """)
  void whatIsNotThereIsOneSentence(String command, String message) {
    Cli cli = Cli.cot(command.split(" ", -1));
    assertThat(cli.err()).startsWith("cot: " + message);
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
  }
}
