package dev.assay.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a cell what its field holds; what cannot be so becomes a text, to be refused as such.
 */
final class Cells {
  private static final Set<String> YES = Set.of("true", "yes", "y", "1");
  private static final Set<String> NO = Set.of("false", "no", "n", "0");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?)(Z|[+-]\\d\\d:\\d\\d)?");
  private static final Map<String, String> COUNTRIES = new HashMap<>();

  static {
    for (String code : Locale.getISOCountries()) {
      Locale country = new Locale.Builder().setRegion(code).build();
      COUNTRIES.put(country.getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
    }
  }

  private Cells() {}

  /** The value of a field of a profile. */
  static JsonNode profile(String field, String cell) {
    return switch (field) {
      case "employees", "yearsOfExperience", "revenue", "budget" ->
          otherwiseText(Numbers.read(field, cell), cell);
      case "doNotContact" -> flag(cell);
      case "technologies" -> {
        var texts = JsonNodeFactory.instance.arrayNode();
        Pattern.compile("[;|,]")
            .splitAsStream(cell)
            .map(String::strip)
            .filter(one -> !one.isEmpty())
            .forEach(texts::add);
        yield texts;
      }
      case "country" -> new TextNode(COUNTRIES.getOrDefault(cell.toLowerCase(Locale.ROOT), cell));
      default -> new TextNode(cell);
    };
  }

  /**
   * The value of an attribute or property: a number or flag where it is plainly one. What may mean
   * two numbers stays a text.
   */
  static JsonNode free(String cell) {
    if (cell.equalsIgnoreCase("true") || cell.equalsIgnoreCase("false")) {
      return BooleanNode.valueOf(Boolean.parseBoolean(cell));
    }
    return otherwiseText(Numbers.plain(cell), cell);
  }

  /** A time; where no zone is said it is UTC, where no time of day it is midnight. */
  static JsonNode time(String cell) {
    if (DAY.matcher(cell).matches()) {
      return new TextNode(cell + "T00:00:00Z");
    }
    var time = TIME.matcher(cell);
    if (!time.matches()) {
      return new TextNode(cell);
    }
    String clock = time.group(2).length() == 5 ? time.group(2) + ":00" : time.group(2);
    return new TextNode(
        time.group(1) + "T" + clock + (time.group(3) == null ? "Z" : time.group(3)));
  }

  private static JsonNode otherwiseText(@Nullable JsonNode number, String cell) {
    return number == null ? new TextNode(cell) : number;
  }

  private static JsonNode flag(String cell) {
    String said = cell.toLowerCase(Locale.ROOT);
    return YES.contains(said)
        ? BooleanNode.TRUE
        : NO.contains(said) ? BooleanNode.FALSE : new TextNode(cell);
  }
}
