package dev.assay.scoring.step;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.assessment.Lead;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Profiles as they are stored: JSON objects to which merge patches are applied. */
public final class Profiles {
  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private Profiles() {}

  /** The profile as rules see it. */
  public static Lead lead(String profile) {
    if (profile.equals("{}")) {
      return Lead.UNKNOWN;
    }
    try {
      return JSON.readValue(profile, Lead.class);
    } catch (JsonProcessingException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  /** The profile of a lead of which nothing is known but this patch. */
  public static Lead lead(JsonNode patch) {
    try {
      return JSON.treeToValue(merge(JSON.createObjectNode(), patch), Lead.class);
    } catch (JsonProcessingException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  /**
   * The profile with the patch applied (RFC 7396): null removes, objects merge, all else replaces.
   */
  public static String merge(String profile, String patch) {
    return merge(read(profile), read(patch)).toString();
  }

  /** The e-mail address that a patch sets, in lower case. */
  public static @Nullable String email(String patch) {
    String email = read(patch).path("email").textValue();
    return email == null ? null : email.toLowerCase(java.util.Locale.ROOT);
  }

  /** The patch that sets an e-mail address. */
  public static String withEmail(String email) {
    return JSON.createObjectNode().put("email", email).toString();
  }

  /** Whether two JSON texts mean the same. */
  public static boolean same(String profile, String other) {
    return read(profile).equals(read(other));
  }

  private static JsonNode merge(JsonNode target, JsonNode patch) {
    if (!(patch instanceof ObjectNode changes)) {
      return patch;
    }
    ObjectNode merged =
        target instanceof ObjectNode fields ? fields.deepCopy() : JSON.createObjectNode();
    for (var change : changes.properties()) {
      if (change.getValue().isNull()) {
        merged.remove(change.getKey());
      } else {
        merged.set(change.getKey(), merge(merged.path(change.getKey()), change.getValue()));
      }
    }
    return merged;
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
