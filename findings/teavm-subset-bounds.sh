#!/usr/bin/env bash
# TeaVM 0.16.0: TreeSet.subSet with inclusive flags takes the bounds the wrong way round.
#
# Expected: subSet("a", false, "c", true) of a, b, c, d leaves a out and c in, as in Java. Seen: a is in and c is out.
# TreeMap.subMap with the same flags is right.
# Output seen: "set [a, b], map [b, c]"; the JVM says "set [b, c], map [b, c]".
# Exits with 1 if that is no longer so. Needs a JDK, Maven and Node.js; installs into a temporary folder.
. "$(dirname "$0")/teavm.bash"
compare 'set [b, c], map [b, c]' \
  'set [a, b], map [b, c]' <<'END'
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

public class Shown {
  public static void main(String[] arguments) {
    TreeSet<String> set = new TreeSet<>(List.of("a", "b", "c", "d"));
    TreeMap<String, Integer> map = new TreeMap<>();
    set.forEach(one -> map.put(one, 1));
    System.out.println(
        "set " + set.subSet("a", false, "c", true)
            + ", map " + map.subMap("a", false, "c", true).keySet());
  }
}
END
