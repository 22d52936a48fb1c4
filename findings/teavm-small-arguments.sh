#!/usr/bin/env bash
# TeaVM 0.16.0: log1p and expm1 lose half of their digits near 0.
#
# Expected: these two functions exist to keep all digits of small arguments: log1p(1e-10) is 9.9999999995e-11.
# Seen: 1.00000008269e-10, wrong from the seventh digit on: log(1 + x) and exp(x) - 1 as they stand, although JavaScript
# has exact ones.
# Output seen: "log1p 1.000000082690371E-10, expm1 1.000000082740371E-10".
# Exits with 1 if that is no longer so. Needs a JDK, Maven and Node.js; installs into a temporary folder.
. "$(dirname "$0")/teavm.bash"
compare 'log1p 9.999999999500001E-11, expm1 1.00000000005E-10' \
  'log1p 1.000000082690371E-10, expm1 1.000000082740371E-10' <<'END'
public class Shown {
  public static void main(String[] arguments) {
    System.out.println(
        "log1p " + Math.log1p(1e-10) + ", expm1 " + Math.expm1(1e-10));
  }
}
END
