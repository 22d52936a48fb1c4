package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.cotsim.benchmarks.cli.Cot;

/**
 * A command that has ended.
 *
 * @param code its exit code
 * @param out what it printed
 * @param err what it complained of
 */
record Cli(int code, String out, String err) {

  /** A command; what it prints as JSON must be as its schema says. */
  static Cli cot(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Cot.run(new PrintWriter(out), new PrintWriter(err), arguments);
    if (printsJson(arguments) && !out.toString().isEmpty()) {
      Schemas.requireValid(arguments[0], out.toString());
    }
    return new Cli(code, out.toString(), err.toString());
  }

  private static boolean printsJson(String... arguments) {
    String command = String.join(" ", arguments);
    return !command.startsWith("export ") && command.matches(".* --format[ =](?i:json)( .*)?");
  }

  /** A command that did what it was asked and had nothing to complain of. */
  static Cli done(String... arguments) {
    Cli cli = cot(arguments);
    assertThat(cli.err()).isEmpty();
    assertThat(cli.code()).isEqualTo(Cot.DONE);
    return cli;
  }

  JsonObject json() {
    return JsonParser.parseString(out).getAsJsonObject();
  }
}
