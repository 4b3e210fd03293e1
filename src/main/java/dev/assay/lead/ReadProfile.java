package dev.assay.lead;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.json.Characters;
import dev.assay.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Checks and normalises a patch to a profile: known fields of the right kind, null to clear one.
 */
final class ReadProfile {
  private static final int LONGEST_TEXT = 500;
  private static final int MOST_ATTRIBUTES = 100;
  private static final int MOST_TECHNOLOGIES = 200;
  private static final double LARGEST = 1e15;
  private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,255}");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private enum Kind {
    TEXT,
    EMAIL,
    COUNTRY,
    WHOLE,
    NUMBER,
    FLAG,
    TEXTS,
    ATTRIBUTES
  }

  private static final Map<String, Kind> FIELDS = new TreeMap<>();

  static {
    List.of(
            "firstName",
            "lastName",
            "title",
            "seniority",
            "department",
            "phone",
            "linkedin",
            "company",
            "domain",
            "industry",
            "region",
            "source",
            "product",
            "segment")
        .forEach(name -> FIELDS.put(name, Kind.TEXT));
    List.of("yearsOfExperience", "revenue", "budget")
        .forEach(name -> FIELDS.put(name, Kind.NUMBER));
    FIELDS.put("employees", Kind.WHOLE);
    FIELDS.put("email", Kind.EMAIL);
    FIELDS.put("country", Kind.COUNTRY);
    FIELDS.put("doNotContact", Kind.FLAG);
    FIELDS.put("technologies", Kind.TEXTS);
    FIELDS.put("attributes", Kind.ATTRIBUTES);
  }

  /** The names of all fields. */
  static Set<String> fields() {
    return Set.copyOf(FIELDS.keySet());
  }

  private final List<Violation> violations = new ArrayList<>();

  /** What is wrong; empty if nothing is. */
  List<Violation> violations() {
    return violations;
  }

  /** The patch as it is stored. Only to be used if there are no violations. */
  ObjectNode read(JsonNode patch) {
    ObjectNode normal = JsonNodeFactory.instance.objectNode();
    if (!patch.isObject()) {
      violations.add(new Violation("profile", null, "must be a JSON object"));
      return normal;
    }
    for (var field : patch.properties()) {
      Kind kind = FIELDS.get(field.getKey());
      if (kind == null) {
        refuse(field.getKey(), null, "is not a field of a profile; put it under attributes");
      } else if (field.getValue().isNull()) {
        normal.putNull(field.getKey());
      } else {
        normal.set(field.getKey(), value(field.getKey(), kind, field.getValue()));
      }
    }
    return normal;
  }

  private JsonNode value(String name, Kind kind, JsonNode value) {
    switch (kind) {
      case TEXT -> {
        return text(name, value);
      }
      case EMAIL -> {
        String email = text(name, value).asText("").toLowerCase(Locale.ROOT);
        require(EMAIL.matcher(email).matches(), name, value, "must be an e-mail address");
        return JsonNodeFactory.instance.textNode(email);
      }
      case COUNTRY -> {
        String country = value.asText("").strip().toUpperCase(Locale.ROOT);
        require(
            value.isTextual() && COUNTRIES.contains(country),
            name,
            value,
            "must be an ISO 3166-1 alpha-2 code such as US");
        return JsonNodeFactory.instance.textNode(country);
      }
      case WHOLE ->
          require(
              value.canConvertToInt() && value.isIntegralNumber() && value.intValue() >= 0,
              name,
              value,
              "must be a whole number of at least 0, without quotes");
      case NUMBER -> number(name, value, 0);
      case FLAG -> require(value.isBoolean(), name, value, "must be true or false, without quotes");
      case TEXTS -> {
        require(
            value.isArray() && value.size() <= MOST_TECHNOLOGIES,
            name,
            value,
            "must be a list of at most %d texts",
            MOST_TECHNOLOGIES);
        value.forEach(one -> text(name + "[]", one));
      }
      case ATTRIBUTES -> attributes(value);
    }
    return value;
  }

  private JsonNode text(String name, JsonNode value) {
    String text = value.asText("").strip();
    require(value.isTextual(), name, value, "must be a text");
    require(
        text.length() <= LONGEST_TEXT,
        name,
        value,
        "must have at most %d characters",
        LONGEST_TEXT);
    require(
        Characters.storable(text),
        name,
        null,
        "must not hold control characters or halves of surrogate pairs");
    return JsonNodeFactory.instance.textNode(text);
  }

  private void number(String name, JsonNode value, double least) {
    require(
        value.isNumber() && value.doubleValue() >= least && value.doubleValue() <= LARGEST,
        name,
        value,
        "must be a number from %s to 1e15, without quotes",
        least == 0 ? "0" : "-1e15");
  }

  private void attributes(JsonNode attributes) {
    require(
        attributes.isObject() && attributes.size() <= MOST_ATTRIBUTES,
        "attributes",
        null,
        "must be an object of at most %d members",
        MOST_ATTRIBUTES);
    for (var attribute : attributes.properties()) {
      String name = "attributes." + attribute.getKey();
      require(
          ATTRIBUTE.matcher(attribute.getKey()).matches(),
          name,
          null,
          "must have a name of letters, digits, _ . and -, at most 64, that starts with a letter");
      JsonNode value = attribute.getValue();
      if (value.isNumber()) {
        number(name, value, -LARGEST);
      } else if (!value.isBoolean() && !value.isNull()) {
        text(name, value);
      }
    }
  }

  private void require(
      boolean holds,
      String name,
      @org.jspecify.annotations.Nullable JsonNode value,
      String message,
      Object... limits) {
    if (!holds && violations.stream().noneMatch(wrong -> wrong.field().equals(name))) {
      refuse(name, value, message.formatted(limits));
    }
  }

  private void refuse(
      String name, @org.jspecify.annotations.Nullable JsonNode value, String message) {
    violations.add(
        new Violation(
            name, value == null || value.isContainerNode() ? null : value.asText(), message));
  }
}
