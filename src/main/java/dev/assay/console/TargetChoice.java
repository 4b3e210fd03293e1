package dev.assay.console;

import dev.assay.target.Preset;
import dev.assay.target.Presets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint can be that is added in the console.
 *
 * @param name of the kind or preset
 * @param preset null for a kind
 */
public record TargetChoice(String name, String title, String about, @Nullable Preset preset) {

  private static final List<TargetChoice> ALL = all();

  /** All there are, the usual ones first. */
  static List<TargetChoice> list() {
    return ALL;
  }

  /** The one of that name; a webhook where there is none. */
  static TargetChoice of(@Nullable String name) {
    return ALL.stream().filter(one -> one.name.equals(name)).findFirst().orElse(ALL.get(0));
  }

  /** Whether it posts to an address that somebody gives. */
  public boolean hasUrl() {
    return List.of("webhook", "slack", "teams").contains(name);
  }

  /** Whether it can gather what happens. */
  public boolean forPeople() {
    return List.of("slack", "teams", "email").contains(name);
  }

  /** What the CRM of a preset wants for a key; empty for kinds. */
  public String wantsKey() {
    if (preset == null) {
      return "";
    }
    return preset.auth().path(preset.auth().has("bearer") ? "bearer" : "value").asText();
  }

  /**
   * Something that the CRM of a preset wants in place of a key.
   *
   * @param name as in a request
   * @param about where to find it
   */
  public record Credential(String name, String label, String about) {}

  /** What gets the CRM's tokens; empty for kinds, and where a key is all it wants. */
  public List<Credential> credentials() {
    Map<String, String> wanted = preset == null ? Map.of() : preset.credentials();
    return wanted.entrySet().stream()
        .map(one -> new Credential(one.getKey(), label(one.getKey()), one.getValue()))
        .toList();
  }

  private static String label(String name) {
    return switch (name) {
      case "clientId" -> "Client id";
      case "clientSecret" -> "Client secret";
      case "refreshToken" -> "Refresh token";
      default -> name;
    };
  }

  private static List<TargetChoice> all() {
    List<TargetChoice> all = new ArrayList<>();
    all.add(
        kind(
            "webhook", "Webhook", "The message itself as JSON, signed so that you can verify it."));
    all.add(
        kind(
            "slack",
            "Slack",
            "A card in a channel. In Slack: Apps, Incoming Webhooks, copy the URL."));
    all.add(
        kind(
            "teams",
            "Teams",
            "A card in a channel. In Teams: Workflows, post to a channel when a webhook request is"
                + " received, copy the URL."));
    all.add(kind("email", "Mail", "A mail to the lead's owner, to a list, or to both."));
    for (Preset preset : Presets.all()) {
      all.add(new TargetChoice(preset.name(), preset.name(), preset.title() + ".", preset));
    }
    all.add(
        kind(
            "template", "Other", "Any HTTP interface that takes JSON, by a template of your own."));
    return List.copyOf(all);
  }

  private static TargetChoice kind(String name, String title, String about) {
    return new TargetChoice(name, title, about, null);
  }
}
