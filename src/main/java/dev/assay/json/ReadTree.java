package dev.assay.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/**
 * Reads a member that may hold any JSON, for {@code @JsonDeserialize}; refuses what cannot be
 * stored, with its place.
 */
public final class ReadTree extends StdDeserializer<JsonNode> {
  private static final long serialVersionUID = 1L;

  /** For Jackson. */
  public ReadTree() {
    super(JsonNode.class);
  }

  @Override
  public JsonNode deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    JsonNode tree = context.readTree(parser);
    check(tree, context);
    return tree;
  }

  private static void check(JsonNode tree, DeserializationContext context)
      throws JsonMappingException {
    if (tree.isTextual() && !Characters.keepable(tree.textValue())) {
      throw refused(context, ReadText.UNSTORABLE);
    }
    if (tree.isNumber() && !Double.isFinite(tree.doubleValue())) {
      throw refused(context, "must not lie beyond 1.7e308");
    }
    for (var member : tree.properties()) {
      if (!Characters.keepable(member.getKey())) {
        throw refused(context, "must not have names with NUL or halves of surrogate pairs");
      }
      checkWithin(
          new JsonMappingException.Reference(tree, member.getKey()), member.getValue(), context);
    }
    for (int i = 0; tree.isArray() && i < tree.size(); i++) {
      checkWithin(new JsonMappingException.Reference(tree, i), tree.path(i), context);
    }
  }

  private static void checkWithin(
      JsonMappingException.Reference place, JsonNode child, DeserializationContext context)
      throws JsonMappingException {
    try {
      check(child, context);
    } catch (JsonMappingException refused) {
      throw JsonMappingException.wrapWithPath(refused, place);
    }
  }

  private static JsonMappingException refused(DeserializationContext context, String why) {
    return context.instantiationException(JsonNode.class, new IllegalArgumentException(why));
  }
}
