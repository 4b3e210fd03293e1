package dev.assay.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes targets of what endpoints are configured with. */
public final class Targets {

  /** The kinds of target that are no plain webhook. */
  public static final List<String> KINDS = List.of("email", "slack", "teams", "template");

  private final LeadLinks links;

  /**
   * @param console where the console is reached, for links to leads; empty to leave them out
   */
  public Targets(Optional<String> console) {
    this.links = new LeadLinks(console);
  }

  /**
   * @param url where chat cards go; of no meaning to other kinds
   * @param config what the kind needs to know, not secret
   * @param auth the secret to call with, null for none
   * @throws RefusedTarget naming the first value that cannot be
   */
  public Target of(String kind, @Nullable String url, JsonNode config, @Nullable JsonNode auth)
      throws RefusedTarget {
    return switch (kind) {
      case "slack" -> new SlackTarget(chat(url, config), links);
      case "teams" -> new TeamsTarget(chat(url, config), links);
      case "email" -> MailTarget.parse(config, links);
      case "template" ->
          TemplateTarget.parse(config, auth == null ? null : Authorization.parse(auth), links);
      default ->
          throw new RefusedTarget(
              "kind is '%s'; expected webhook or one of %s".formatted(Line.of(kind, 40), KINDS));
    };
  }

  /** Mail to one address. */
  public Target mailTo(String address) {
    return new MailTarget(List.of(address), false, links);
  }

  private static String chat(@Nullable String url, JsonNode config) throws RefusedTarget {
    Members.only(config);
    if (url == null) {
      throw new RefusedTarget("url is missing; expected the address that the chat tool gave out");
    }
    return url;
  }
}
