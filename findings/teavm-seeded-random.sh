#!/usr/bin/env bash
# TeaVM 0.16.0: a seeded Random gives other integers than Java, though the documentation fixes its algorithm.
#
# Expected: new Random(7) gives the same numbers everywhere: java.util.Random documents nextInt(bound) step by step, and
# Collections.shuffle draws with it, so that experiments can be repeated. Seen: nextLong is Java's, nextInt(bound) is
# not, and neither is a shuffle: a sample drawn in the page is another one than on the command line.
# Output seen: "nextInt(100) 25, shuffled [2, 4, 3, 0, 1, 5]"; the JVM says "nextInt(100) 36, shuffled [1, 0, 4, 5, 3, 2]".
# Exits with 1 if that is no longer so. Needs a JDK, Maven and Node.js; installs into a temporary folder.
. "$(dirname "$0")/teavm.bash"
compare 'nextLong -4967725919621401576, nextInt(100) 36, shuffled [1, 0, 4, 5, 3, 2]' \
  'nextLong -4967725919621401576, nextInt(100) 25, shuffled [2, 4, 3, 0, 1, 5]' <<'END'
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

public class Shown {
  public static void main(String[] arguments) {
    List<Integer> list = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
    Collections.shuffle(list, new Random(42));
    System.out.println(
        "nextLong " + new Random(7).nextLong() + ", nextInt(100) " + new Random(7).nextInt(100)
            + ", shuffled " + list);
  }
}
END
