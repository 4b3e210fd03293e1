package dev.assay.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param auth what the CRM wants for a key; of its member oauth, what tells of no secret is filled
 *     in and the rest has to be given
 * @param accounts where the tokens for a site come from, if not from the site itself; <code>
 *     {accounts}</code> stands for it in {@code auth}
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
    Map<String, String> accounts,
    List<String> eventTypes,
    List<String> stages,
    @Schema(implementation = Object.class) JsonNode config) {

  private static final Pattern SITE = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+");

  /** What of OAuth the preset says; the rest is a secret or tells who somebody is. */
  private static final List<String> SAID = List.of("tokenUrl", "scheme");

  public Preset {
    accounts = Collections.unmodifiableMap(new LinkedHashMap<>(accounts));
    eventTypes = List.copyOf(eventTypes);
    stages = List.copyOf(stages);
  }

  /**
   * The config with the site put in.
   *
   * @param given null for the usual one
   */
  public JsonNode at(@Nullable String given) throws RefusedTarget {
    ObjectNode filled = config.deepCopy();
    String url = config.path("url").asText().replace("{site}", where(given));
    filled.set("url", TextNode.valueOf(url));
    return filled;
  }

  /** What has to be given of OAuth, with a word on where to find it; empty where it is not used. */
  public Map<String, String> credentials() {
    Map<String, String> wanted = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : auth.path("oauth").properties()) {
      if (!SAID.contains(member.getKey())) {
        wanted.put(member.getKey(), member.getValue().asText());
      }
    }
    return wanted;
  }

  /**
   * What is given to prove who calls, with what the preset says of it put in.
   *
   * @param site null for the usual one
   */
  public @Nullable JsonNode authAt(@Nullable String site, @Nullable JsonNode given)
      throws RefusedTarget {
    if (given == null || !given.path("oauth").isObject() || !auth.has("oauth")) {
      return given;
    }
    ObjectNode filled = given.deepCopy();
    ObjectNode oauth = (ObjectNode) filled.path("oauth");
    for (Map.Entry<String, String> wanted : credentials().entrySet()) {
      if (!oauth.has(wanted.getKey())) {
        throw new RefusedTarget(
            "auth.oauth.%s is missing; the preset %s needs %s"
                .formatted(wanted.getKey(), name, wanted.getValue()));
      }
    }
    String where = where(site);
    for (String said : SAID) {
      String text = auth.path("oauth").path(said).asText();
      if (!oauth.has(said) && !text.isEmpty()) {
        oauth.put(said, text.replace("{accounts}", accounts.getOrDefault(where, where)));
      }
    }
    return filled;
  }

  private String where(@Nullable String given) throws RefusedTarget {
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
    return where;
  }
}
