package dev.assay.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.assay.json.ReadTree;
import dev.assay.problem.VisibleText;
import dev.assay.target.MailAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants of an endpoint. What is left out keeps its value, or takes the default when
 * the endpoint is new.
 */
@Schema(name = "WebhookEndpointRequest")
public record EndpointRequest(
    @Nullable
        @Schema(
            implementation = String.class,
            enumeration = {"webhook", "slack", "teams", "email", "template"},
            defaultValue = "webhook")
        EndpointKind kind,
    @Nullable
        @Schema(
            description =
                "Fills in kind, config, eventTypes, filter, and what it can of auth; GET"
                    + " /v1/webhooks/presets",
            examples = "hubspot")
        String preset,
    @Nullable
        @Schema(
            description = "Where the CRM of the preset is",
            examples = "https://example.my.salesforce.com")
        String site,
    @Nullable
        @JsonDeserialize(using = ReadTree.class)
        @Schema(
            implementation = Object.class,
            description =
                "What kind email or template needs to know (docs/targets.md); replaced as a whole")
        JsonNode config,
    @Nullable
        @JsonDeserialize(using = ReadTree.class)
        @Schema(
            implementation = Object.class,
            description =
                "What kind template calls with: {bearer}, {username, password}, {header, value} or"
                    + " {oauth: {tokenUrl, clientId, clientSecret, refreshToken, scope, scheme}},"
                    + " of which the last three may be left out. Never shown again; replaced as a"
                    + " whole")
        JsonNode auth,
    @Nullable @Schema(examples = "https://crm.example.com/hooks/assay") String url,
    @Nullable
        @Schema(
            description = "The types wanted; empty for all",
            examples = "[\"lead.stage.changed\"]")
        List<String> eventTypes,
    @Nullable @Schema(description = "Replaces the filter as a whole; {} admits all")
        EndpointFilter filter,
    @Nullable
        @Schema(
            description = "lead.score.changed is sent when the score passes a multiple of it",
            minimum = "1",
            maximum = "1000",
            defaultValue = "10")
        Integer scoreStep,
    @Nullable
        @Schema(
            implementation = String.class,
            enumeration = {"any", "strict", "latest-only"},
            defaultValue = "any")
        Ordering order,
    @Nullable @Schema(description = "Replaces both; {} is without limits of its own")
        EndpointLimits limits,
    @Nullable
        @Schema(
            implementation = String.class,
            description =
                "Gathers what a chat or mailbox would be told of leads, at most so often: PT1M to"
                    + " P7D; PT0S to stop",
            examples = "PT1H")
        Duration digest,
    @Nullable @Schema(description = "Adds lead.followup.due; {} to stop") FollowUp followUp,
    @Nullable @Schema(maxLength = 500, examples = "CRM") String description,
    @Nullable
        @Schema(
            description =
                "A mail address that is told when the endpoint is disabled without anybody asking;"
                    + " an empty text for none. Needs a mail server",
            examples = "crm-team@example.com")
        String contact,
    @Nullable @Schema(defaultValue = "true") Boolean enabled) {

  private static final int MAX_DESCRIPTION = 500;
  private static final int MAX_STEP = 1_000;

  /** The same without its preset, with what that says. */
  EndpointRequest filledIn(
      EndpointKind kind,
      JsonNode config,
      @Nullable JsonNode auth,
      List<String> eventTypes,
      EndpointFilter filter) {
    return new EndpointRequest(
        kind,
        null,
        null,
        config,
        auth,
        url,
        eventTypes,
        filter,
        scoreStep,
        order,
        limits,
        digest,
        followUp,
        description,
        contact,
        enabled);
  }

  /** What of the endpoint's row it sets. */
  List<Setting> settings() {
    List<Setting> settings = new ArrayList<>();
    settings.add(new Setting("url", "text", url));
    settings.add(new Setting("event_types", "text[]", eventTypes));
    settings.add(new Setting("filter", "jsonb", filter == null ? null : filter.toJson()));
    settings.add(new Setting("score_step", "integer", scoreStep));
    settings.add(new Setting("ordering", "text", order == null ? null : order.wireName()));
    settings.add(new Setting("description", "text", description));
    settings.add(new Setting("enabled", "boolean", enabled));
    settings.removeIf(setting -> setting.value() == null);
    if (contact != null) {
      settings.add(new Setting("contact", "text", contact.isEmpty() ? null : contact));
    }
    if (limits != null) {
      settings.add(new Setting("per_second", "integer", limits.perSecond()));
      settings.add(new Setting("at_once", "integer", limits.atOnce()));
    }
    if (Boolean.TRUE.equals(enabled)) {
      settings.add(new Setting("disabled_because", "text", null));
      settings.add(new Setting("failures", "integer", 0));
      settings.add(new Setting("failing_since", "timestamptz", null));
      settings.add(new Setting("paused_until", "timestamptz", null));
      settings.add(new Setting("ramp", "integer", null));
    }
    return settings;
  }

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem naming the first value that cannot be
   */
  void check(AddressGuard guard) {
    if (eventTypes != null) {
      eventTypes.forEach(EndpointRequest::checkType);
    }
    if (scoreStep != null && (scoreStep < 1 || scoreStep > MAX_STEP)) {
      throw Problems.invalid(
          "scoreStep is %d; expected 1 to %d points".formatted(scoreStep, MAX_STEP));
    }
    if (limits != null) {
      limits.check();
    }
    if (description != null && description.length() > MAX_DESCRIPTION) {
      throw Problems.invalid(
          "description has %d characters; at most %d are kept. Shorten it"
              .formatted(description.length(), MAX_DESCRIPTION));
    }
    if (description != null && !VisibleText.isText(description)) {
      throw Problems.invalid("description " + VisibleText.MESSAGE);
    }
    if (contact != null && !contact.isEmpty() && !MailAddress.is(contact)) {
      throw Problems.invalid(
          "contact '%s' is no mail address; expected one such as crm-team@example.com, or an empty text for none"
              .formatted(contact.length() > 60 ? contact.substring(0, 60) + "…" : contact));
    }
    if (url != null) {
      checkUrl(url, guard);
    }
  }

  private static void checkType(@Nullable String type) {
    if (type == null || !MessageType.subscribable().contains(type)) {
      throw Problems.invalid(
          "eventTypes holds '%s'; expected some of %s, or none for all"
              .formatted(type, MessageType.subscribable()));
    }
  }

  private static void checkUrl(String url, AddressGuard guard) {
    try {
      guard.check(url);
    } catch (RefusedUrl refused) {
      throw Problems.invalid("url '%s' is refused: %s".formatted(shown(url), refused.reason()));
    }
  }

  /** Neither user information nor path and query: any of them may be a password. */
  static String shown(String url) {
    String origin = url.replaceAll("^([^/]*//[^/?#]*).+$", "$1/…").replaceAll("//.*@", "//…@");
    return origin.length() > 200 ? origin.substring(0, 200) + "…" : origin;
  }

  /** Without secrets. */
  @Override
  public String toString() {
    return "EndpointRequest";
  }
}
