package dev.assay.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.target.Notice;
import dev.assay.target.OAuth;
import dev.assay.target.Outgoing;
import dev.assay.target.RefusedTarget;
import dev.assay.target.Unrenderable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Checks what an endpoint of another kind than webhook is to be, by making something of an example,
 * and says what of its row that sets.
 */
@Singleton
class TargetSettings {

  private final EndpointTargets targets;
  private final AddressGuard guard;
  private final TimedSettings timed;
  private final SendMail sendMail;

  TargetSettings(
      EndpointTargets targets, AddressGuard guard, TimedSettings timed, SendMail sendMail) {
    this.targets = targets;
    this.guard = guard;
    this.timed = timed;
    this.sendMail = sendMail;
  }

  /**
   * All that the request sets.
   *
   * @param present what is stored so far, or nothing of that kind
   * @throws io.quarkiverse.resteasy.problem.HttpProblem naming what cannot be
   */
  List<Setting> of(String id, EndpointTargets.Stored present, EndpointRequest request) {
    request.check(guard);
    EndpointKind kind = present.kind();
    refuseWhatHasNoMeaning(kind, request);
    if (request.contact() != null && !request.contact().isEmpty()) {
      needMailServer("contact is there");
    }
    List<Setting> settings = new ArrayList<>(request.settings());
    if (kind != EndpointKind.WEBHOOK && (present.isBlank() || concernsTarget(request))) {
      settings.removeIf(setting -> setting.column().equals("url"));
      settings.addAll(ofTarget(id, present, request));
    }
    settings.addAll(timed.of(kind, request));
    return settings;
  }

  private void needMailServer(String why) {
    if (!sendMail.possible()) {
      throw Problems.invalid(why + ", but " + SendMail.IMPOSSIBLE);
    }
  }

  private static boolean concernsTarget(EndpointRequest request) {
    return request.url() != null || request.config() != null || request.auth() != null;
  }

  private List<Setting> ofTarget(
      String id, EndpointTargets.Stored present, EndpointRequest request) {
    EndpointKind kind = present.kind();
    ObjectNode secrets = present.secrets().deepCopy();
    String url = request.url();
    if (kind.hasSecretUrl() && url != null) {
      secrets.put("url", url);
    }
    if (request.auth() != null) {
      secrets.set("auth", request.auth());
    } else if (request.config() != null && secrets.has("auth")) {
      refuseAnotherOrigin(present.config(), request.config());
    }
    JsonNode config = Objects.requireNonNullElse(request.config(), present.config());
    check(new EndpointTargets.Stored(kind, config, secrets));
    return List.of(
        new Setting("kind", "text", kind.wireName()),
        new Setting("config", "jsonb", config.toString()),
        new Setting("credentials", "bytea", targets.sealed(secrets, id)),
        new Setting("url", "text", shown(kind, config, secrets)));
  }

  /**
   * A secret was given for one origin (scheme, host and port, RFC 6454), and whoever may change an
   * endpoint need not know it, so it is not sent to another. What signs webhooks is never sent.
   */
  private static void refuseAnotherOrigin(JsonNode present, JsonNode wanted) {
    String from = origin(present);
    String to = origin(wanted);
    if (!from.equals(to)) {
      throw Problems.invalid(
          "config.url leads to %s, but auth was given for %s; send auth along with config"
              .formatted(to, from));
    }
  }

  /**
   * Of a template of a URL, whose origin holds no expressions; its start as it is if it has none.
   */
  private static String origin(JsonNode config) {
    String start = config.path("url").asText().split("(?<=[^:/])[/?#{]", 2)[0];
    try {
      WebhookUrl url = WebhookUrl.parse(start);
      return "%s://%s:%d".formatted(url.scheme(), url.host(), url.port());
    } catch (RefusedUrl refused) {
      return EndpointRequest.shown(start);
    }
  }

  private void check(EndpointTargets.Stored stored) {
    if (stored.kind() == EndpointKind.EMAIL) {
      needMailServer("kind is email");
    }
    try {
      Outgoing outgoing = targets.target(stored).render(Notice.example());
      if (outgoing instanceof Outgoing.Request request) {
        guard.check(request.url());
        request.oauth().ifPresent(this::checkTokenUrl);
      }
    } catch (RefusedTarget refused) {
      throw Problems.invalid(refused.reason());
    } catch (Unrenderable unrenderable) {
      throw Problems.invalid(
          "config cannot be used for a message such as lead.stage.changed: "
              + unrenderable.reason());
    } catch (RefusedUrl refused) {
      throw Problems.invalid("config.url is refused: " + refused.reason());
    }
  }

  private void checkTokenUrl(OAuth oauth) {
    try {
      guard.check(oauth.tokenUrl());
    } catch (RefusedUrl refused) {
      throw Problems.invalid("auth.oauth.tokenUrl is refused: " + refused.reason());
    }
  }

  private static void refuseWhatHasNoMeaning(EndpointKind kind, EndpointRequest request) {
    boolean template = kind == EndpointKind.TEMPLATE;
    refuse(kind, "config", request.config(), template || kind == EndpointKind.EMAIL);
    refuse(kind, "auth", request.auth(), template);
    refuse(kind, "url", request.url(), kind == EndpointKind.WEBHOOK || kind.hasSecretUrl());
  }

  private static void refuse(
      EndpointKind kind, String name, @Nullable Object value, boolean meant) {
    if (value != null && !meant) {
      throw Problems.invalid(
          "%s has no meaning for an endpoint of kind %s; leave it out%s"
              .formatted(
                  name,
                  kind.wireName(),
                  name.equals("url") && kind == EndpointKind.TEMPLATE
                      ? " and write config.url"
                      : ""));
    }
  }

  /** What lists show in place of the URL: nothing that is enough to post. */
  private static String shown(EndpointKind kind, JsonNode config, ObjectNode secrets) {
    if (kind.hasSecretUrl()) {
      return EndpointRequest.shown(secrets.path("url").asText());
    }
    return config.path("url").asText();
  }
}
