package dev.assay.workbook;

import dev.assay.assessment.Lead;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A property of a fact that conditions can ask for.
 *
 * @param name as snippets write it; for attributes such as {@code text("plan")}
 * @param read takes it from the fact; null when unknown
 */
public record Field(String name, Kind kind, Function<Object, @Nullable Object> read) {

  /** What kind of values a field has. */
  public enum Kind {
    /** Free text, or a list of texts; compared by the functions of {@code Text}. */
    TEXT("a text"),
    /** A name in lower case, compared exactly. */
    CODE("a name of lower-case letters, digits, _ - or ."),
    /** The name of a stage, compared exactly. */
    STAGE("the name of a stage"),
    NUMBER("a number"),
    FLAG("TRUE or FALSE");

    final String expected;

    Kind(String expected) {
      this.expected = expected;
    }

    boolean quoted() {
      return this == TEXT || this == CODE || this == STAGE;
    }
  }

  private static final Set<String> WHOLE =
      Set.of("employees", "count", "total", "fit", "engagement");

  /** Whether its numbers are whole ones. */
  public boolean whole() {
    return WHOLE.contains(name);
  }

  private static final Pattern ATTRIBUTE =
      Pattern.compile("(text|number|flag)\\(\"([A-Za-z][A-Za-z0-9_.-]{0,63})\"\\)");

  static boolean isAttribute(String name) {
    return name.matches("[A-Za-z][A-Za-z0-9_.-]{0,63}");
  }

  /** The field of that name, or the attribute if the fact is a lead; null if there is none. */
  static @Nullable Field of(FactType fact, String name) {
    Matcher attribute = ATTRIBUTE.matcher(name);
    if (fact != FactType.LEAD || !attribute.matches()) {
      return fact.fields().get(name);
    }
    String key = attribute.group(2);
    return switch (attribute.group(1)) {
      case "text" -> new Field(name, Kind.TEXT, lead -> ((Lead) lead).text(key));
      case "number" -> new Field(name, Kind.NUMBER, lead -> ((Lead) lead).number(key));
      default -> new Field(name, Kind.FLAG, lead -> ((Lead) lead).flag(key));
    };
  }
}
