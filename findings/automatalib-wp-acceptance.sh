#!/usr/bin/env bash
# AutomataLib 0.12.1: the words of the Wp-method do not tell all acceptors of the same size apart.
#
# Expected: a test suite of the Wp-method for m = n + k states separates a minimal automaton from every
# automaton of up to m states that decides another language, if each word is answered by accept or reject.
# Seen: for (aaa)* over the alphabet a, b, 4 states, and k = 0, WpMethodTestsIterator yields words on all of
# which automata of 4 states agree that decide another language. The method's proof compares outputs after
# every symbol; an acceptor answers once per word, so that the suite must also hold the prefixes (or
# characterising sets closed under prefixes).
# Output seen: "15 words", "... differs on: b b a", "42 of 2^20 automata of 4 states agree on all words ..."
# Exits with 1 if that is no longer so. Needs a JDK and Maven; installs into a temporary folder.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > pom.xml <<'END'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version>
<dependencies>
<dependency><groupId>net.automatalib</groupId><artifactId>automata-core</artifactId><version>0.12.1</version></dependency>
<dependency><groupId>net.automatalib</groupId><artifactId>automata-util</artifactId><version>0.12.1</version></dependency>
</dependencies></project>
END
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies -DoutputDirectory=lib
cat > Wp.java <<'END'
import java.util.*;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.alphabet.impl.Alphabets;
import net.automatalib.automaton.fsa.impl.CompactDFA;
import net.automatalib.util.automaton.Automata;
import net.automatalib.util.automaton.conformance.WpMethodTestsIterator;
import net.automatalib.word.Word;

class Wp {
  static final Alphabet<Character> LETTERS = Alphabets.characters('a', 'b');

  /** Targets of a and b in each of 4 states, two bits each, then one bit per accepting state. */
  static CompactDFA<Character> decode(int code) {
    CompactDFA<Character> dfa = new CompactDFA<>(LETTERS, 4);
    for (int q = 0; q < 4; q++) dfa.addIntState((code >> 16 + q & 1) == 1);
    dfa.setInitialState(0);
    for (int i = 0; i < 8; i++) dfa.setTransition(i / 2, i % 2, code >> 2 * i & 3);
    return dfa;
  }

  static int code(int accepting, int... targets) {
    int code = accepting << 16;
    for (int i = 0; i < 8; i++) code |= targets[i] << 2 * i;
    return code;
  }

  public static void main(String[] args) {
    CompactDFA<Character> spec = decode(code(1, 1, 3, 2, 3, 0, 3, 3, 3)); // (aaa)*, 3 is the sink
    Set<Word<Character>> words = new LinkedHashSet<>();
    new WpMethodTestsIterator<>(spec, LETTERS, 0).forEachRemaining(words::add);
    System.out.println(words.size() + " words");
    int passing = 0;
    for (int code = 0; code < 1 << 20; code++) {
      CompactDFA<Character> other = decode(code);
      if (words.stream().allMatch(w -> spec.accepts(w) == other.accepts(w))) {
        Word<Character> apart = Automata.findSeparatingWord(spec, other, LETTERS);
        if (apart != null && passing++ == 0) {
          System.out.println("an automaton of 4 states that agrees on all of them differs on: " + apart);
        }
      }
    }
    System.out.println(passing + " of 2^20 automata of 4 states agree on all words and decide another language");
    System.exit(passing > 0 ? 0 : 1);
  }
}
END
if java -cp "lib/*" Wp.java; then
  echo "as described"
else
  echo "changed: no other language of 4 states passes" >&2
  exit 1
fi
