package dev.assay.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.assessment.Lead;
import dev.assay.assessment.Text;
import dev.assay.workbook.Comparison;
import dev.assay.workbook.Condition;
import dev.assay.workbook.FactType;
import dev.assay.workbook.Field;
import dev.assay.workbook.TextOperator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What must be true of a lead, in the words that workbooks use: a field, a comparison and a value.
 * It is data; nothing of it is ever evaluated as text.
 *
 * @param field one of {@code Lead}, or {@code attributes.} and the name of another
 * @param is a sign, or a function of texts, or present or absent
 * @param value a number, a text, several texts or true or false, as the field wants it
 */
@Schema(name = "WebhookLeadCondition")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LeadCondition(
    @Schema(examples = "employees") String field,
    @Schema(examples = ">=") String is,
    @Nullable @Schema(implementation = Object.class, examples = "200") JsonNode value) {

  private static final String ATTRIBUTE = "attributes.";
  private static final String ATTRIBUTE_NAME = "[A-Za-z][A-Za-z0-9_.-]{0,63}";
  private static final int MOST_TEXTS = 100;

  /**
   * The condition to ask.
   *
   * @throws IllegalArgumentException saying what of it cannot be and what was expected
   */
  Condition condition() {
    boolean known = is.equals("present");
    if (known || is.equals("absent")) {
      if (value != null) {
        throw refused("takes no value with '%s'".formatted(is));
      }
      return new Condition.Known(read(), known);
    }
    if (value == null || value.isNull()) {
      throw refused("needs a value to compare with");
    }
    Field of = read();
    return switch (of.kind()) {
      case NUMBER -> {
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
          throw refused("must be compared with a number");
        }
        yield new Condition.Compared(of, sign(Comparison.values()), value.doubleValue());
      }
      case FLAG -> {
        if (!value.isBoolean()) {
          throw refused("must be compared with true or false");
        }
        Comparison sign = sign(Comparison.EQUAL, Comparison.NOT_EQUAL);
        yield new Condition.Compared(of, sign, value.booleanValue());
      }
      default -> {
        TextOperator operator = function();
        yield new Condition.Matched(of, operator, texts(operator));
      }
    };
  }

  private Field read() {
    if (!field.startsWith(ATTRIBUTE)) {
      Field known = FactType.LEAD.fields().get(field);
      if (known == null) {
        throw refused(
            "is no field of a lead; expected one of %s, or attributes. and a name"
                .formatted(String.join(", ", FactType.LEAD.fields().keySet())));
      }
      return known;
    }
    String name = field.substring(ATTRIBUTE.length());
    if (!name.matches(ATTRIBUTE_NAME)) {
      throw refused("names no attribute; expected letters, digits, _ . or - after the dot");
    }
    if (value != null && value.isNumber()) {
      return new Field(field, Field.Kind.NUMBER, lead -> ((Lead) lead).number(name));
    }
    if (value != null && value.isBoolean()) {
      return new Field(field, Field.Kind.FLAG, lead -> ((Lead) lead).flag(name));
    }
    return value == null
        ? new Field(field, Field.Kind.TEXT, lead -> ((Lead) lead).attributes().get(name))
        : new Field(field, Field.Kind.TEXT, lead -> ((Lead) lead).text(name));
  }

  private Comparison sign(Comparison... allowed) {
    return Arrays.stream(allowed)
        .filter(comparison -> comparison.sign().equals(is))
        .findFirst()
        .orElseThrow(
            () ->
                refused(
                    "cannot be compared by '%s'; expected one of %s"
                        .formatted(
                            Names.shown(is),
                            Arrays.stream(allowed)
                                .map(Comparison::sign)
                                .collect(Collectors.joining(" ")))));
  }

  private TextOperator function() {
    return Arrays.stream(TextOperator.values())
        .filter(operator -> operator.function().equals(is))
        .findFirst()
        .orElseThrow(
            () ->
                refused(
                    "is a text and cannot be compared by '%s'; expected one of %s"
                        .formatted(
                            Names.shown(is),
                            Arrays.stream(TextOperator.values())
                                .map(TextOperator::function)
                                .collect(Collectors.joining(" ")))));
  }

  private List<String> texts(TextOperator operator) {
    List<JsonNode> given = new ArrayList<>();
    if (value != null && value.isArray() && !operator.single()) {
      value.forEach(given::add);
    } else if (value != null) {
      given.add(value);
    }
    if (given.isEmpty() || given.size() > MOST_TEXTS) {
      throw refused("must be compared with 1 to %d texts".formatted(MOST_TEXTS));
    }
    return given.stream()
        .map(
            text -> {
              if (!text.isTextual() || !Names.sound(text.textValue())) {
                throw refused(
                    "must be compared with %s of 1 to %d characters"
                        .formatted(operator.single() ? "a text" : "texts", Names.LONGEST));
              }
              return Text.fold(text.textValue());
            })
        .toList();
  }

  private IllegalArgumentException refused(String why) {
    return new IllegalArgumentException("'%s' %s".formatted(Names.shown(field), why));
  }
}
