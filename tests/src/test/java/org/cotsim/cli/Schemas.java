package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cotsim.benchmarks.cli.Cot;

/** The schemas that {@code cot schema} prints, and what commands print held against them. */
final class Schemas {

  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private static final Map<String, JsonSchema> KNOWN = new ConcurrentHashMap<>();

  private Schemas() {}

  /** Fails if what a command printed is not as its schema says. */
  static void requireValid(String command, String json) {
    JsonSchema schema = KNOWN.computeIfAbsent(command, Schemas::of);
    assertThat(schema.validate(json, InputFormat.JSON))
        .as("cot %s --format json against cot schema %s", command, command)
        .isEmpty();
  }

  private static JsonSchema of(String command) {
    return FACTORY.getSchema(
        text(command), InputFormat.JSON, SchemaValidatorsConfig.builder().build());
  }

  /** What {@code cot schema} prints. */
  static String text(String command) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Cot.run(new PrintWriter(out), new PrintWriter(err), "schema", command);
    assertThat(err.toString()).isEmpty();
    return out.toString();
  }
}
