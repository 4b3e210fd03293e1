package dev.assay.documentation;

import static java.util.stream.Collectors.joining;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All settings as the source has them: each is a method of an interface with
 * {@code @ConfigMapping}, and its Javadoc says what it means.
 */
final class DeclaredSettings {
  private static final Pattern CODE = Pattern.compile("\\{@code\\s+([^}]*)}");
  private static final Pattern LINK = Pattern.compile("\\{@link\\s+#(\\w+)}");
  private static final Pattern WRAPPED = Pattern.compile("(Optional|Set|List)<(.*)>");
  private static final Map<String, String> TYPES =
      Map.of(
          "boolean", "true or false",
          "int", "number",
          "Integer", "number",
          "long", "number",
          "double", "number",
          "String", "text",
          "Path", "path",
          "Duration", "duration",
          "MemorySize", "size");

  private final Sources sources;
  private final List<SettingGroup> groups = new ArrayList<>();

  private DeclaredSettings(Sources sources) {
    this.sources = sources;
  }

  /** By prefix. */
  static List<SettingGroup> read(Sources sources) {
    DeclaredSettings declared = new DeclaredSettings(sources);
    sources.files().forEach(declared::scan);
    declared.groups.sort(Comparator.comparing(SettingGroup::prefix));
    return List.copyOf(declared.groups);
  }

  static Stream<Setting> all() throws IOException {
    return read(Sources.parse()).stream().flatMap(group -> group.settings().stream());
  }

  private void scan(CompilationUnitTree file) {
    new TreePathScanner<Void, Void>() {
      @Override
      @SuppressWarnings("NullAway") // the scanner's results and parameters are all null
      public Void visitClass(ClassTree type, Void nothing) {
        value(type.getModifiers(), "ConfigMapping")
            .ifPresent(prefix -> group(getCurrentPath(), prefix));
        return super.visitClass(type, nothing);
      }
    }.scan(file, null);
  }

  private void group(TreePath type, String prefix) {
    List<Setting> settings = new ArrayList<>();
    add(type, prefix, settings);
    groups.add(new SettingGroup(prefix, prose(type, prefix, prefix), List.copyOf(settings)));
  }

  private void add(TreePath type, String prefix, List<Setting> settings) {
    List<? extends Tree> members = ((ClassTree) type.getLeaf()).getMembers();
    for (Tree member : members) {
      if (!(member instanceof MethodTree method)) {
        continue;
      }
      String property = prefix + "." + dashed(method.getName().toString());
      String returned = String.valueOf(method.getReturnType());
      Optional<? extends Tree> group =
          members.stream()
              .filter(
                  each -> each instanceof ClassTree c && c.getSimpleName().contentEquals(returned))
              .findAny();
      if (group.isPresent()) {
        add(new TreePath(type, group.get()), property, settings);
        continue;
      }
      settings.add(
          new Setting(
              property,
              words(returned, property),
              value(method.getModifiers(), "WithDefault").orElse(""),
              prose(new TreePath(type, method), prefix, property)));
    }
  }

  /** The Javadoc as Markdown, on one line. */
  private String prose(TreePath path, String prefix, String what) {
    String comment = sources.docs().getDocComment(path);
    if (comment == null || comment.isBlank()) {
      throw new AssertionError(
          "%s: %s has no Javadoc that says what it means"
              .formatted(path.getCompilationUnit().getSourceFile().getName(), what));
    }
    String linked =
        LINK.matcher(CODE.matcher(comment).replaceAll("`$1`"))
            .replaceAll(link -> "`" + prefix + "." + dashed(link.group(1)) + "`");
    return linked.lines().map(String::strip).collect(joining(" ")).strip().replace("|", "\\|");
  }

  private static String words(String type, String property) {
    var wrapped = WRAPPED.matcher(type);
    if (wrapped.matches()) {
      String inner = words(wrapped.group(2), property);
      return wrapped.group(1).equals("Optional") ? inner : "list of " + inner + "s";
    }
    String words = TYPES.get(type);
    if (words == null) {
      throw new AssertionError("%s: what a %s is has no words yet".formatted(property, type));
    }
    return words;
  }

  /** The one text of an annotation of that name. */
  private static Optional<String> value(ModifiersTree modifiers, String annotation) {
    return modifiers.getAnnotations().stream()
        .filter(each -> each.getAnnotationType().toString().equals(annotation))
        .map(DeclaredSettings::value)
        .findAny();
  }

  private static String value(AnnotationTree annotation) {
    ExpressionTree argument = annotation.getArguments().get(0);
    ExpressionTree value =
        argument instanceof AssignmentTree assignment ? assignment.getExpression() : argument;
    return String.valueOf(((LiteralTree) value).getValue());
  }

  private static String dashed(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
