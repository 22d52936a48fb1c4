package org.cotsim.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.cotsim.benchmarks.experiment.sweep.SweepResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepWriterTest {
  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(strings = {"results.csv", "results.json", "report.md", "accuracy.svg"})
  void writesTheseBytes(String name) throws IOException {
    SweepWriter.write(Sweeps.small(), dir);
    assertThat(Files.readString(dir.resolve(name))).isEqualTo(expected(name));
  }

  @Test
  void theLocaleChangesNothing() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(all(Sweeps.large(5)))
          .isEqualTo(allIn(Locale.GERMANY, Sweeps.large(5)))
          .doesNotContain("\r");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void everyAwkwardNameComesBackFromTheDataFiles() throws IOException {
    String name = "a,\"b\"\r\n'<&>\u2028\ud83d\ude00";
    SweepResult sweep = Sweeps.finished(List.of(Sweeps.row(name, "c", 2, "0", 0, 4, 4)), 1);
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    List<CSVRecord> records = format.parse(new StringReader(SweepCsv.of(sweep))).getRecords();
    assertThat(records).singleElement().extracting(r -> r.get("problem")).isEqualTo(name);
    JsonObject json = JsonParser.parseString(SweepJson.of(sweep)).getAsJsonObject();
    JsonObject row = json.getAsJsonArray("rows").get(0).getAsJsonObject();
    assertThat(row.get("problem").getAsString()).isEqualTo(name);
    assertThat(row.get("accuracy_low").getAsDouble()).isEqualTo(0.215216);
  }

  @Test
  void aRowWithoutInputsHasNoAccuracy() {
    SweepResult sweep = Sweeps.finished(List.of(Sweeps.empty("p", 3)), 1);
    assertThat(SweepCsv.of(sweep))
        .endsWith("\np,,none,3,0,0,4,0,0,0,,,,0,0,0,,,,reference,5,steps,4,1,0,0,9,2,24,88,0\n");
    assertThat(SweepJson.of(sweep)).contains("\"accuracy\": null", "\"mean_steps\": null");
    assertThat(SweepMarkdown.of(sweep)).contains("| 3 | 4 | no inputs |");
    assertThat(AccuracyChart.of(sweep)).doesNotContain("NaN", " right; answered");
  }

  @Test
  void aSweepThatWasStoppedSaysSo() {
    SweepResult sweep = Sweeps.unfinished(Sweeps.small().rows(), 10, 4);
    String sentence = "Unfinished: 4 of 10 cells (pairs of problem and length) are here.";
    assertThat(SweepMarkdown.of(sweep)).contains("\n\n**" + sentence + " ");
    assertThat(AccuracyChart.of(sweep)).contains(sentence);
    assertThat(SweepJson.of(sweep))
        .contains("\"cells_planned\": 10", "\"cells_finished\": 4", "\"finished\": false");
    assertThat(all(Sweeps.small())).doesNotContain("Unfinished");
  }

  @Test
  void aSweepWithoutRowsGivesFourFiles() throws IOException {
    SweepWriter.write(Sweeps.unfinished(List.of(), 10, 0), dir);
    assertThat(dir.resolve("results.csv")).content().hasLineCount(1);
    assertThat(dir.resolve("report.md"))
        .content()
        .contains("**Unfinished: 0 of 10 cells", "No cell is finished, so nothing is shown.**");
    assertThat(dir).isDirectoryContaining("glob:**.json").isDirectoryContaining("glob:**.svg");
  }

  @Test
  void aFileInPlaceOfTheFolderIsLeftAlone() throws IOException {
    Path file = Files.writeString(dir.resolve("out"), "mine");
    assertThatIOException()
        .isThrownBy(() -> SweepWriter.write(Sweeps.small(), file))
        .withMessage("cannot write into folder %s: %s is not a folder", file, file);
    assertThat(file).hasContent("mine");
  }

  private static String allIn(Locale locale, SweepResult sweep) {
    Locale.setDefault(locale);
    return all(sweep);
  }

  private static String all(SweepResult sweep) {
    return SweepCsv.of(sweep)
        + SweepJson.of(sweep)
        + SweepMarkdown.of(sweep)
        + AccuracyChart.of(sweep);
  }

  private static String expected(String name) throws IOException {
    try (InputStream in = SweepWriterTest.class.getResourceAsStream("small/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
