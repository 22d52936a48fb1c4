package org.cotsim.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandsTest {

  @Test
  void eachIsCalledAsItSaysItself() {
    Cot.commandLine()
        .getSubcommands()
        .forEach(
            (name, command) ->
                assertThat(command.getCommandSpec().name()).as(name).isEqualTo(name));
    assertThat(Cot.commandLine().getSubcommands().keySet())
        .containsExactlyElementsOf(Commands.NAMES);
  }

  @Test
  void oneThatIsAskedForIsMadeAlone() {
    CommandLine run = Cot.commandLine("run", "parity", "--word", "0");
    assertThat(run.getSubcommands().keySet()).containsExactly("run");
    assertThat(Cot.commandLine("--version").getSubcommands()).isEmpty();
  }

  @Test
  void whatIsNoCommandIsComparedWithAll() {
    assertThat(Cot.commandLine("rum").getSubcommands()).hasSameSizeAs(Commands.NAMES);
    assertThat(Cot.commandLine("--help").getSubcommands()).hasSameSizeAs(Commands.NAMES);
    assertThat(Cot.commandLine("help", "run").getSubcommands()).hasSameSizeAs(Commands.NAMES);
  }
}
