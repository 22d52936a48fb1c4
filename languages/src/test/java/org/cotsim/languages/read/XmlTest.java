package org.cotsim.languages.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.Xml.Tag;
import org.junit.jupiter.api.Test;

class XmlTest {

  private static final List<String> FILLING =
      List.of("\n", "\r\n", "\r", "&amp;", "&#13;", "abc é", "😀", "<?p <q>\n?>", "<!-- <q>\n -->");

  /** Long enough for the parser to fill its buffer several times. */
  private static final int PIECES = 5_000;

  @Test
  void everyTagHasThePlaceOfItsBeginning() throws InputException {
    long seed = 4;
    SplittableRandom random = new SplittableRandom(seed);
    List<String> expected = new ArrayList<>();
    StringBuilder text = new StringBuilder("<root>");
    expected.add(place("root", text, 0));
    for (int i = 0; i < PIECES; i++) {
      text.append(FILLING.get(random.nextInt(FILLING.size())));
      if (random.nextInt(3) == 0) {
        int begin = text.length();
        text.append("<e").append(i).append(random.nextBoolean() ? "\r\n\n a='x\n&lt;'/>" : "/>");
        expected.add(place("e" + i, text, begin));
      }
    }
    List<String> found = new ArrayList<>();
    Xml.read(
        new TextFile("x", text.append("</root>").toString()),
        new Xml.Handler() {
          @Override
          public void start(Tag tag) {
            found.add(tag.name() + " " + tag.line() + ":" + tag.column());
          }

          @Override
          public void end(Tag tag, String inside) {}
        });
    assertThat(found).as("seed " + seed).isEqualTo(expected).hasSizeGreaterThan(PIECES / 4);
  }

  private static String place(String name, StringBuilder text, int begin) {
    String[] lines = text.substring(0, begin).split("\r\n|\r|\n", -1);
    return name + " " + lines.length + ":" + (lines[lines.length - 1].length() + 1);
  }

  @Test
  void textIsThatDirectlyInsideAnElement() throws InputException {
    XmlElement root =
        XmlElement.read(
            new TextFile(
                "x",
                "<a n='1' p:n='2' xmlns:p='u'> b<c> d </c><!-- no -->&lt;<![CDATA[<e>]]> </a>"));
    assertThat(root.text()).isEqualTo("b<<e>");
    assertThat(root.tag().attributes()).containsOnlyKeys("n").containsValue("1");
    assertThat(root.child("c").orElseThrow().text()).isEqualTo("d");
    assertThat(root.has("e")).isFalse();
  }

  @Test
  void doctypesAndEntitiesAreRefused() {
    refused(
        "<?xml version='1.0'?>\n <!DOCTYPE a [<!ENTITY s SYSTEM 'file:///etc/hostname'>]><a>&s;</a>",
        "x:2:2: a DOCTYPE is refused, as it can make a parser read other files");
    refused("<a>&s;</a>", "x:1:7: not XML: The entity \"s\" was referenced, but not declared.");
    refused("<a>".repeat(65), "x:1:193: elements are nested more than 64 deep");
  }

  private static void refused(String text, String message) {
    assertThatThrownBy(() -> XmlElement.read(new TextFile("x", text)))
        .isInstanceOf(InputException.class)
        .hasMessage(message);
  }
}
