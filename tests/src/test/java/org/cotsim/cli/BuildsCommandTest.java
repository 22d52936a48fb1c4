package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildsCommandTest {

  @TempDir private Path folder;

  /** A jar without classes, whose class path is that of these tests. */
  private Path jar() throws IOException {
    Manifest manifest = new Manifest();
    Attributes entries = manifest.getMainAttributes();
    entries.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    entries.put(Attributes.Name.MAIN_CLASS, Cot.class.getName());
    StringBuilder classes = new StringBuilder();
    for (String place :
        System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1)) {
      classes.append(Path.of(place).toUri()).append(' ');
    }
    entries.put(Attributes.Name.CLASS_PATH, classes.toString());
    Path jar = folder.resolve("old.jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }

  @Test
  void theSameBuildTwiceMeasuresTheSameTokens() throws IOException {
    Path out = folder.resolve("out");
    Files.createDirectory(out);
    Cli cli =
        Cli.cot(
            "builds",
            jar().toString(),
            "bench parity --length 40 --runs=2",
            "bench parity --length 40 --max-length 4",
            "--runs=1",
            "--allow-load",
            "--out",
            out.toString(),
            "--format=json");
    JsonObject first = cli.json().getAsJsonArray("rows").get(0).getAsJsonObject();
    assertThat(first.get("ratio").getAsDouble()).isPositive();
    for (String build : new String[] {"old", "new"}) {
      JsonObject run = first.getAsJsonObject(build).getAsJsonArray("runs").get(0).getAsJsonObject();
      assertThat(run.get("tokens").getAsInt()).isEqualTo(40);
      assertThat(run.get("right").getAsBoolean()).isTrue();
    }
    assertThat(Files.readAllLines(out.resolve("builds.csv"))).hasSize(3);
    assertThat(Files.readString(out.resolve("builds.md"))).contains("bench parity --length 40");
  }

  @Test
  void mistakesAreOneSentence() throws IOException {
    assertThat(Cli.cot("builds", folder.resolve("none.jar").toString(), "bench parity").err())
        .isEqualTo("cot: " + folder.resolve("none.jar") + ": no such file\n");
    String jar = jar().toString();
    assertThat(Cli.cot("builds", jar, "run parity --word 0").err())
        .isEqualTo(
            "cot: 'run parity --word 0': expected 'bench PROBLEM ...' or 'throughput PROBLEM"
                + " ...'\n");
    assertThat(Cli.cot("builds", jar, "throughput parity --runs 3").err())
        .isEqualTo("cot: 'throughput parity --runs 3': --runs is an option of builds itself\n");
    assertThat(Cli.cot("builds", jar, "bench parity", "--runs=0").code()).isEqualTo(Cot.BAD_INPUT);
  }
}
