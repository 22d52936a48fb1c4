package org.cotsim.benchmarks.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.Arrays;
import java.util.List;
import org.cotsim.benchmarks.experiment.AnswerText;
import org.cotsim.benchmarks.experiment.data.ChatText;
import org.cotsim.benchmarks.experiment.data.DataSummary.Form;
import org.cotsim.benchmarks.experiment.data.Example;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.Vocabulary;

/** The examples of one problem and length as lines of JSON. */
final class DataLine {

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private final Example.Source source;
  private final Form form;
  private final boolean ids;
  private final String[] quoted; // token texts as JSON
  private final boolean spaced;

  DataLine(Example.Source source, Form form, boolean ids) {
    this.source = source;
    this.form = form;
    this.ids = ids;
    Vocabulary vocabulary = source.vocabulary();
    List<String> texts = vocabulary.tokens().stream().map(Token::text).toList();
    this.quoted = texts.stream().map(GSON::toJson).toArray(String[]::new);
    this.spaced = vocabulary.chain().stream().anyMatch(id -> texts.get(id).contains(" "));
  }

  /** Appends the line with its end. */
  void append(StringBuilder line, Example example) {
    line.append("{\"problem\":").append(GSON.toJson(source.problem()));
    line.append(",\"input\":").append(GSON.toJson(example.input()));
    if (ids) {
      appendNumbers(line.append(",\"prompt\":"), example.prompt());
    }
    line.append(",\"n\":").append(example.n()).append(",\"budget\":").append(example.budget());
    if (form == Form.CHAT) {
      appendMessages(line, example);
    } else {
      appendChain(line.append(",\"chain\":"), example.chain());
      appendAnswer(line.append(",\"answer\":"), example.answer());
    }
    appendAnswer(line.append(",\"label\":"), example.label());
    if (example.firstWrong().isPresent()) {
      line.append(",\"first_wrong\":").append(example.firstWrong().getAsInt());
    }
    line.append("}\n");
  }

  private void appendMessages(StringBuilder line, Example example) {
    String question = ChatText.question(source, example.input(), example.budget());
    String transcript =
        ChatText.transcript(
            AnswerText.texts(source.vocabulary(), example.chain()), spaced, text(example.answer()));
    line.append(",\"messages\":[{\"role\":\"user\",\"content\":").append(GSON.toJson(question));
    line.append("},{\"role\":\"assistant\",\"content\":").append(GSON.toJson(transcript));
    line.append("}]");
  }

  private void appendChain(StringBuilder line, int[] chain) {
    if (ids) {
      appendNumbers(line, chain);
      return;
    }
    line.append('[');
    for (int i = 0; i < chain.length; i++) {
      line.append(i == 0 ? "" : ",").append(quoted[chain[i]]);
    }
    line.append(']');
  }

  private static void appendNumbers(StringBuilder line, int[] numbers) {
    line.append('[');
    for (int i = 0; i < numbers.length; i++) {
      line.append(i == 0 ? "" : ",").append(numbers[i]);
    }
    line.append(']');
  }

  private void appendAnswer(StringBuilder line, int[] answer) {
    if (ids) {
      appendNumbers(line, answer);
    } else {
      line.append(GSON.toJson(text(answer)));
    }
  }

  /** An answer as a person reads it; empty where there is none. */
  private String text(int[] answer) {
    return answer.length == 0
        ? ""
        : AnswerText.of(
            source.vocabulary(),
            Arrays.copyOf(answer, answer.length - 1),
            answer[answer.length - 1]);
  }
}
