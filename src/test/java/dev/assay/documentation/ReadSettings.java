package dev.assay.documentation;

import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreeScanner;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The settings that the source reads by their names, in placeholders and from the configuration.
 */
final class ReadSettings {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\$\\{(assay\\.[a-z.-]+)(:([^}]*))?}");
  private static final Set<String> METHODS =
      Set.of("getValue", "getOptionalValue", "getConfigValue", "getRawValue");

  /** By name, the defaults that placeholders give; empty where they give none. */
  final Map<String, Set<String>> placeholders = new TreeMap<>();

  final Set<String> names = new TreeSet<>();

  ReadSettings(Sources sources) {
    sources.files().forEach(file -> new Scanner().scan(file, null));
  }

  private final class Scanner extends TreeScanner<Void, Void> {
    @Override
    @SuppressWarnings("NullAway") // the scanner's results and parameters are all null
    public Void visitLiteral(LiteralTree literal, Void nothing) {
      PLACEHOLDER
          .matcher(String.valueOf(literal.getValue()))
          .results()
          .forEach(
              found ->
                  placeholders
                      .computeIfAbsent(found.group(1), name -> new TreeSet<>())
                      .add(found.group(3) == null ? "" : found.group(3)));
      return super.visitLiteral(literal, nothing);
    }

    @Override
    @SuppressWarnings("NullAway") // as above
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
      if (call.getMethodSelect() instanceof MemberSelectTree method
          && METHODS.contains(method.getIdentifier().toString())
          && !call.getArguments().isEmpty()
          && call.getArguments().get(0) instanceof LiteralTree name) {
        names.add(String.valueOf(name.getValue()));
      }
      return super.visitMethodInvocation(call, nothing);
    }
  }
}
