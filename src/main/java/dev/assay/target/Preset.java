package dev.assay.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A template for a known CRM, to be filled in with where its site is and a key.
 *
 * @param title what it does
 * @param site where the CRM is called unless somebody says otherwise; an example where everybody
 *     has a site of their own
 * @param ownSite whether the site must be said
 * @param auth what the CRM wants for a key
 * @param eventTypes the types of message it is made for
 * @param stages the stages it is made for; empty for all
 * @param config as of kind template; <code>{site}</code> stands for the site
 */
@Schema(name = "WebhookPreset")
public record Preset(
    String name,
    String title,
    String site,
    boolean ownSite,
    @Schema(implementation = Object.class) JsonNode auth,
    List<String> eventTypes,
    List<String> stages,
    @Schema(implementation = Object.class) JsonNode config) {

  private static final Pattern SITE = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+");

  public Preset {
    eventTypes = List.copyOf(eventTypes);
    stages = List.copyOf(stages);
  }

  /**
   * The config with the site put in.
   *
   * @param given null for the usual one
   */
  public JsonNode at(@Nullable String given) throws RefusedTarget {
    if (given == null && ownSite) {
      throw new RefusedTarget(
          "site is missing; the preset %s needs yours, such as %s".formatted(name, site));
    }
    String where = given == null ? site : given.replaceAll("/+$", "");
    if (!SITE.matcher(where).matches()) {
      throw new RefusedTarget(
          "site is '%s'; expected a scheme and a host, such as %s"
              .formatted(Line.of(where, 100), site));
    }
    ObjectNode filled = config.deepCopy();
    String url = config.path("url").asText().replace("{site}", where);
    filled.set("url", TextNode.valueOf(url));
    return filled;
  }
}
