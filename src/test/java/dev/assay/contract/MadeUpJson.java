package dev.assay.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** JSON by a schema or an example, with a wrong value, an unknown or a doubled member in it. */
final class MadeUpJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DEEPEST = 5;

  private final Operations operations;
  private final Choice choice;

  /** Which values of the example are replaced, in the order in which they stand. */
  private Set<Integer> replaced = Set.of();

  private int at;

  MadeUpJson(Operations operations, Choice choice) {
    this.operations = operations;
    this.choice = choice;
  }

  /** The example with none, one or two of its values replaced. */
  String mutated(String example) {
    try {
      JsonNode tree = JSON.readTree(example);
      int values = values(tree);
      replaced = new HashSet<>(List.of(choice.below(2 * values), choice.below(3 * values)));
      at = 0;
      return mutated(tree);
    } catch (JsonProcessingException unsound) {
      throw new UncheckedIOException(unsound);
    }
  }

  /** By a schema: each member now and then left out. */
  String of(JsonNode schema) {
    return of(schema, 0);
  }

  private static int values(JsonNode tree) {
    int count = 1;
    for (JsonNode child : tree) {
      count += values(child);
    }
    return count;
  }

  private String mutated(JsonNode node) {
    if (replaced.contains(at++)) {
      at += values(node) - 1;
      return value();
    }
    List<String> within = new ArrayList<>();
    if (node.isObject()) {
      for (var member : node.properties()) {
        String value = mutated(member.getValue());
        if (!choice.chance(30)) {
          within.add("\"" + member.getKey() + "\":" + value);
        }
      }
      return "{" + String.join(",", spoiled(within)) + "}";
    }
    if (node.isArray()) {
      node.forEach(item -> within.add(mutated(item)));
      return "[" + String.join(",", within) + "]";
    }
    return node.toString();
  }

  private String of(JsonNode described, int depth) {
    JsonNode schema = operations.resolved(described);
    String type = Operations.type(schema);
    if (depth > DEEPEST || type == null && !schema.has("properties") || choice.chance(10)) {
      return value();
    }
    if (schema.has("properties")) {
      List<String> members = new ArrayList<>();
      for (var member : schema.path("properties").properties()) {
        if (!choice.chance(4)) {
          members.add("\"" + member.getKey() + "\":" + of(member.getValue(), depth + 1));
        }
      }
      return "{" + String.join(",", spoiled(members)) + "}";
    }
    if (schema.path("examples").isArray() && choice.chance(2)) {
      return schema.path("examples").path(0).toString();
    }
    if (schema.has("enum") && !choice.chance(4)) {
      return schema.path("enum").path(choice.below(schema.path("enum").size())).toString();
    }
    return switch (String.valueOf(type)) {
      case "array" -> "[" + of(schema.path("items"), depth + 1) + "]";
      case "integer", "number" -> choice.chance(2) ? "1" : choice.of(Odd.NUMBERS);
      case "boolean" -> choice.of(List.of("true", "false"));
      case "string" -> "\"" + choice.of(Odd.TEXTS) + "\"";
      default -> value();
    };
  }

  private List<String> spoiled(List<String> members) {
    if (choice.chance(25)) {
      members.add("\"unknown\":" + value());
    }
    if (choice.chance(25) && !members.isEmpty()) {
      members.add(members.get(0));
    }
    return members;
  }

  private String value() {
    return switch (choice.below(8)) {
      case 0 -> "null";
      case 1 -> choice.of(List.of("true", "false"));
      case 2, 3 -> choice.of(Odd.NUMBERS);
      case 4 -> "[" + value() + "]";
      case 5 -> "{\"" + choice.of(Odd.TEXTS) + "\":" + choice.of(Odd.NUMBERS) + "}";
      default -> "\"" + choice.of(Odd.TEXTS) + "\"";
    };
  }
}
