#!/usr/bin/env bash
# Eclipse Layout Kernel 0.11.0: its layered layout, taken from Maven Central with all that its POMs declare, cannot run.
#
# Expected: org.eclipse.elk.alg.layered brings what it needs, and LayeredLayoutProvider lays out a graph of two nodes.
# Seen: NoClassDefFoundError org/eclipse/xtext/xbase/lib/CollectionLiterals, a class of org.eclipse.xtext.xbase.lib that
# no POM names (in Eclipse the bundle is there). With that library added it fails again, with IllegalStateException
# "Couldn't clone property 'org.eclipse.elk.nodeLabels.padding'", until somebody has called
# LayoutMetaDataService.getInstance(), which the provider itself does not.
# Output seen: "declared: NoClassDefFoundError; with xbase.lib: IllegalStateException; after getInstance: laid out"
# Exits with 1 if that is no longer so. Needs a JDK and Maven; installs into a temporary folder.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > pom.xml <<'POM'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version>
<dependencyManagement><dependencies>
<dependency><groupId>com.google.guava</groupId><artifactId>guava</artifactId><version>33.4.8-jre</version></dependency>
</dependencies></dependencyManagement>
<dependencies>
<dependency><groupId>org.eclipse.elk</groupId><artifactId>org.eclipse.elk.alg.layered</artifactId><version>0.11.0</version></dependency>
</dependencies></project>
POM
copy=org.apache.maven.plugins:maven-dependency-plugin:3.9.0
mvn -q -B $copy:copy-dependencies -DoutputDirectory=declared
mvn -q -B $copy:copy -Dartifact=org.eclipse.xtext:org.eclipse.xtext.xbase.lib:2.36.0 -DoutputDirectory=more
cat > Elk.java <<'JAVA'
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

public class Elk {
  public static void main(String[] args) {
    if (args.length > 0) {
      LayoutMetaDataService.getInstance();
    }
    ElkNode graph = ElkGraphUtil.createGraph();
    ElkGraphUtil.createSimpleEdge(ElkGraphUtil.createNode(graph), ElkGraphUtil.createNode(graph));
    try {
      new LayeredLayoutProvider().layout(graph, new NullElkProgressMonitor());
      System.out.print("laid out");
    } catch (Throwable e) {
      System.out.print(e.getClass().getSimpleName());
    }
  }
}
JAVA
javac -cp "declared/*" Elk.java
seen="declared: $(java -cp ".:declared/*" Elk)"
seen="$seen; with xbase.lib: $(java -cp ".:declared/*:more/*" Elk)"
seen="$seen; after getInstance: $(java -cp ".:declared/*:more/*" Elk first)"
echo "$seen"
if [ "$seen" = "declared: NoClassDefFoundError; with xbase.lib: IllegalStateException; after getInstance: laid out" ]; then
  echo "as described"
else
  echo "changed" >&2
  exit 1
fi
