package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code cot data} writes is graded as it was made, in every form: right chains as right,
 * corrupted ones at the step that their line names; {@code -Dcotsim.chains} inputs a problem.
 */
class DataAndGradeAgreeTest {

  private static final int CHAINS = Integer.getInteger("cotsim.chains", 60);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"word-a5", "anbn", "addition", "graph-gnp-directed", "hops-2"})
  void everyFormIsGradedAsItWasMade(String problem) throws IOException {
    Path text = data(problem, "text", "plain", "text");
    requireAgreement(problem, text, grade(problem, text.resolve("train.jsonl")));
    Path ids = data(problem, "ids", "plain", "ids");
    requireAgreement(problem, text, grade(problem, ids.resolve("train.jsonl")));
    Path chat = data(problem, "chat", "chat", "text");
    requireAgreement(problem, text, grade(problem, chat.resolve("train.jsonl")));
    List<JsonObject> lines = DataLines.read(chat).get("train");
    requireAgreement(problem, text, grade(problem, harnessSamples(lines)));
    requireAgreement(problem, text, grade(problem, inspectLog(lines)));
    requireAgreement(problem, text, grade(problem, inspectArchive(lines)));
  }

  private Path data(String problem, String name, String form, String tokens) {
    Path out = folder.resolve(name);
    Cli cli =
        Cli.cot(
            "data",
            problem,
            "--lengths",
            "9,16",
            "--samples",
            String.valueOf(CHAINS),
            "--budgets",
            "0,t/2,t",
            "--corrupt",
            "0.5",
            "--splits",
            "100,0,0",
            "--check",
            "3",
            "--form",
            form,
            "--tokens",
            tokens,
            "--out",
            out.toString());
    assertThat(cli.code()).isEqualTo(Cot.DONE);
    return out;
  }

  private static JsonObject grade(String problem, Path file) {
    return Cli.done("grade", problem, "--answers", file.toString(), "--format", "json").json();
  }

  private static void requireAgreement(String problem, Path plain, JsonObject grades)
      throws IOException {
    List<JsonObject> lines = DataLines.read(plain).get("train");
    long corrupted = lines.stream().filter(line -> line.has("first_wrong")).count();
    long answers =
        lines.stream().filter(line -> line.get("answer").equals(line.get("label"))).count();
    assertThat(corrupted).as(problem).isPositive();
    assertThat(grades.get("graded").getAsLong()).as(problem).isEqualTo(lines.size());
    assertThat(grades.get("answers_right").getAsLong()).as(problem).isEqualTo(answers);
    assertThat(grades.get("chains_right").getAsLong()).isEqualTo(lines.size() - corrupted);
    assertThat(grades.get("first_wrong_labelled").getAsLong()).isEqualTo(corrupted);
    assertThat(grades.get("first_wrong_labels_agree").getAsLong()).isEqualTo(corrupted);
    assertThat(grades.get("unreadable").getAsLong()).isZero();
    assertThat(grades.getAsJsonObject("tolerated").size()).as(grades.toString()).isZero();
    JsonObject steps = new JsonObject();
    lines.stream()
        .filter(line -> line.has("first_wrong"))
        .mapToInt(line -> line.get("first_wrong").getAsInt())
        .sorted()
        .forEach(
            step -> {
              String key = String.valueOf(step);
              steps.addProperty(key, steps.has(key) ? steps.get(key).getAsInt() + 1 : 1);
            });
    assertThat(grades.getAsJsonObject("first_wrong")).hasToString(steps.toString());
  }

  private static JsonObject message(JsonObject line, int i) {
    return line.getAsJsonArray("messages").get(i).getAsJsonObject();
  }

  /** As {@code lm_eval --log_samples} writes them, for a task of two filters. */
  private Path harnessSamples(List<JsonObject> lines) throws IOException {
    Path file = folder.resolve("samples_task_2026-01-01T00-00-00.000000.jsonl");
    List<String> texts = new ArrayList<>();
    for (String filter : List.of("strict-match", "flexible-extract")) {
      for (int i = 0; i < lines.size(); i++) {
        JsonObject argument = new JsonObject();
        argument.add("arg_0", message(lines.get(i), 0).get("content"));
        JsonObject arguments = new JsonObject();
        arguments.add("gen_args_0", argument);
        JsonArray responses = new JsonArray();
        responses.add(message(lines.get(i), 1).get("content"));
        JsonArray requests = new JsonArray();
        requests.add(responses);
        JsonObject sample = new JsonObject();
        sample.addProperty("doc_id", i);
        sample.add("doc", lines.get(i));
        sample.add("target", lines.get(i).get("label"));
        sample.add("arguments", arguments);
        sample.add("resps", requests);
        sample.add("filtered_resps", responses);
        sample.addProperty("filter", filter);
        sample.addProperty("exact_match", Double.NaN);
        texts.add(sample.toString());
      }
    }
    return Files.writeString(file, String.join("\n", texts));
  }

  private static JsonObject inspectSample(JsonObject line, int id) {
    JsonObject metadata = line.deepCopy();
    metadata.remove("messages");
    JsonObject choice = new JsonObject();
    choice.add("message", message(line, 1));
    choice.addProperty("stop_reason", "stop");
    JsonArray choices = new JsonArray();
    choices.add(choice);
    JsonObject output = new JsonObject();
    output.addProperty("model", "some/model");
    output.add("choices", choices);
    JsonObject sample = new JsonObject();
    sample.addProperty("id", id);
    sample.addProperty("epoch", 1);
    sample.add("input", message(line, 0).get("content"));
    sample.add("target", line.get("label"));
    sample.add("messages", line.get("messages"));
    sample.add("output", output);
    sample.add("metadata", metadata);
    return sample;
  }

  private Path inspectLog(List<JsonObject> lines) throws IOException {
    Path file = folder.resolve("log.json");
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write(
          "{\n  \"version\": 2,\n  \"status\": \"success\",\n  \"eval\": {\"task\": \"t\"},\n");
      out.write("  \"samples\": [\n");
      for (int i = 0; i < lines.size(); i++) {
        out.write((i == 0 ? "" : ",\n") + inspectSample(lines.get(i), i + 1));
      }
      out.write("\n  ],\n  \"reductions\": null\n}\n");
    }
    return file;
  }

  private Path inspectArchive(List<JsonObject> lines) throws IOException {
    Path file = folder.resolve("log.eval");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
        Writer out = new OutputStreamWriter(zip, StandardCharsets.UTF_8)) {
      zip.putNextEntry(new ZipEntry("_journal/start.json"));
      out.write("{}");
      out.flush();
      for (int i = 0; i < lines.size(); i++) {
        zip.putNextEntry(new ZipEntry("samples/" + (i + 1) + "_epoch_1.json"));
        out.write(inspectSample(lines.get(i), i + 1).toString());
        out.flush();
      }
      zip.putNextEntry(new ZipEntry("header.json"));
      out.write("{\"version\": 2}");
      out.flush();
    }
    return file;
  }
}
