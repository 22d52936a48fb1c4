#!/usr/bin/env bash
# Runs prove.sh from an unpacked folder where there is no GPU: the same program, tests and script with the CPU back
# end of the same release of ND4J in place of the CUDA one, and a stand-in for nvidia-smi. What it shows is all
# but the device. Needs a JDK and Maven; the folder stays as it is.
# Usage: benchmarks/gpu/rehearse.sh UNPACKED LOGS PART...   (the parts of prove.sh)
set -euo pipefail
[ $# -ge 3 ] || { sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2; exit 2; }
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp -r "$1/." "$copy"
lib=$copy/cot/lib
cuda=$(cd "$lib" && ls nd4j-cuda-*[0-9].jar | grep -v -e preset -e linux)
release=$(echo "$cuda" | sed 's/^nd4j-cuda-[0-9.]*-\(.*\)\.jar$/\1/')
rm "$lib"/nd4j-cuda-*.jar "$lib"/nd4j-native-api-*.jar

mkdir "$copy/native" "$copy/bin"
cat > "$copy/native/pom.xml" <<END
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version>
<dependencies>
<dependency><groupId>org.nd4j</groupId><artifactId>nd4j-native</artifactId><version>$release</version></dependency>
<dependency><groupId>org.nd4j</groupId><artifactId>nd4j-native</artifactId><version>$release</version><classifier>linux-x86_64</classifier></dependency>
</dependencies></project>
END
mvn -q -B -f "$copy/native/pom.xml" dependency:copy-dependencies -DoutputDirectory=lib \
  -DincludeGroupIds=org.nd4j,org.bytedeco
native=$(cd "$copy/native/lib" && ls nd4j-native* openblas* javacpp-*linux-x86_64*)
for jar in $native; do cp "$copy/native/lib/$jar" "$lib/"; done
# the program's manifest names the CUDA back end: a jar of that name names the CPU's
{ echo "Class-Path: "; for jar in $native; do echo "  $jar"; done; } > "$copy/manifest"
jar --create --file "$lib/$cuda" --manifest "$copy/manifest"

printf '#!/bin/sh\necho "no device: a rehearsal on a CPU"\n' > "$copy/bin/nvidia-smi"
chmod +x "$copy/bin/nvidia-smi"
PATH="$copy/bin:$PATH" "$copy/prove.sh" "${@:2}"
