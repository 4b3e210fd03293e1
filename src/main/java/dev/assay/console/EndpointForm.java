package dev.assay.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.problem.Problems;
import dev.assay.webhook.Endpoint;
import dev.assay.webhook.EndpointRequest;
import dev.assay.webhook.FollowUp;
import jakarta.ws.rs.FormParam;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The forms that add and change an endpoint. */
record EndpointForm(
    @FormParam("to") @Nullable String to,
    @FormParam("description") @Nullable String description,
    @FormParam("contact") @Nullable String contact,
    @FormParam("url") @Nullable String url,
    @FormParam("mailTo") @Nullable String mailTo,
    @FormParam("mailOwner") @Nullable String mailOwner,
    @FormParam("site") @Nullable String site,
    @FormParam("key") @Nullable String key,
    @FormParam("keyHeader") @Nullable String keyHeader,
    @FormParam("clientId") @Nullable String clientId,
    @FormParam("clientSecret") @Nullable String clientSecret,
    @FormParam("refreshToken") @Nullable String refreshToken,
    @FormParam("config") @Nullable String config,
    @FormParam("eventTypes") List<String> eventTypes,
    @FormParam("stages") @Nullable String stages,
    @FormParam("bands") @Nullable String bands,
    @FormParam("owners") @Nullable String owners,
    @FormParam("regions") @Nullable String regions,
    @FormParam("conditions") @Nullable String conditions,
    @FormParam("order") @Nullable String order,
    @FormParam("scoreStep") @Nullable String scoreStep,
    @FormParam("perSecond") @Nullable String perSecond,
    @FormParam("atOnce") @Nullable String atOnce,
    @FormParam("digest") @Nullable String digest,
    @FormParam("followUpStage") @Nullable String followUpStage,
    @FormParam("followUpDays") @Nullable String followUpDays) {

  private static final ObjectMapper TREES = new ObjectMapper();
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}");

  /**
   * The new endpoint, as a caller would ask for it. What is left blank is left out.
   *
   * @throws JsonProcessingException naming what cannot be
   */
  EndpointRequest request(ObjectMapper json) throws JsonProcessingException {
    TargetChoice choice = TargetChoice.of(to);
    ObjectNode asked = TREES.createObjectNode();
    asked.put(choice.preset() == null ? "kind" : "preset", choice.name());
    put(asked, "description", description);
    put(asked, "contact", contact);
    put(asked, "url", url);
    put(asked, "site", site);
    put(asked, "order", order);
    number(asked, "scoreStep", text(scoreStep));
    put(asked, "digest", digest);
    target(choice, asked);
    if (!eventTypes.isEmpty()) {
      eventTypes.forEach(asked.putArray("eventTypes")::add);
    }
    set(asked, "filter", filter());
    set(asked, "limits", limits());
    set(asked, "followUp", followUp());
    return json.treeToValue(asked, EndpointRequest.class);
  }

  /**
   * What is to be changed, as a caller would ask for it. What is left blank is to be empty, or the
   * default; only a secret that is left blank stays. What is so already is left out.
   *
   * @throws JsonProcessingException naming what cannot be
   */
  EndpointRequest change(ObjectMapper json, Endpoint present) throws JsonProcessingException {
    TargetChoice choice = TargetChoice.of(present.kind().wireName());
    ObjectNode asked = TREES.createObjectNode();
    asked.put("description", text(description)).put("contact", text(contact));
    asked.put("order", or(order, "any"));
    number(asked, "scoreStep", or(scoreStep, "10"));
    put(asked, "url", url);
    if (choice.forPeople()) {
      asked.put("digest", or(digest, "PT0S"));
    }
    target(choice, asked);
    eventTypes.forEach(asked.putArray("eventTypes")::add);
    asked.set("filter", filter());
    asked.set("limits", limits());
    asked.set("followUp", followUp());
    EndpointRequest wanted = json.treeToValue(asked, EndpointRequest.class);
    asked.remove(same(wanted, present));
    return json.treeToValue(asked, EndpointRequest.class);
  }

  /** The names of what the endpoint has already. */
  private static List<String> same(EndpointRequest wanted, Endpoint present) {
    Map<String, Boolean> same = new LinkedHashMap<>();
    same.put("url", present.url().equals(wanted.url()));
    same.put("config", present.config().equals(wanted.config()));
    same.put(
        "eventTypes",
        Set.copyOf(present.eventTypes())
            .equals(Set.copyOf(Objects.requireNonNullElse(wanted.eventTypes(), List.of()))));
    same.put("filter", present.filter().equals(wanted.filter()));
    same.put("scoreStep", Objects.equals(present.scoreStep(), wanted.scoreStep()));
    same.put("order", present.order().equals(wanted.order()));
    same.put("limits", present.limits().equals(wanted.limits()));
    same.put(
        "digest",
        Objects.requireNonNullElse(present.digest(), Duration.ZERO).equals(wanted.digest()));
    same.put(
        "followUp",
        Objects.requireNonNullElse(present.followUp(), new FollowUp(null, null))
            .equals(wanted.followUp()));
    same.put("description", text(present.description()).equals(wanted.description()));
    same.put("contact", text(present.contact()).equals(wanted.contact()));
    return same.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
  }

  /** What turns an endpoint on or off. */
  static EndpointRequest enabled(ObjectMapper json, boolean enabled)
      throws JsonProcessingException {
    return json.treeToValue(
        TREES.createObjectNode().put("enabled", enabled), EndpointRequest.class);
  }

  private void target(TargetChoice choice, ObjectNode asked) {
    if (choice.name().equals("email")) {
      ObjectNode config = asked.putObject("config").put("owner", mailOwner != null);
      names(mailTo).forEach(config.putArray("to")::add);
    } else if (choice.name().equals("template")) {
      asked.set("config", read("The template", config));
    }
    ObjectNode oauth = oauth();
    if (!oauth.isEmpty()) {
      asked.putObject("auth").set("oauth", oauth);
    } else if (!text(key).isEmpty()) {
      String header =
          choice.preset() == null
              ? text(keyHeader)
              : choice.preset().auth().path("header").asText();
      ObjectNode auth = asked.putObject("auth");
      if (header.isEmpty()) {
        auth.put("bearer", text(key));
      } else {
        auth.put("header", header).put("value", text(key));
      }
    }
  }

  private ObjectNode oauth() {
    ObjectNode oauth = TREES.createObjectNode();
    put(oauth, "clientId", clientId);
    put(oauth, "clientSecret", clientSecret);
    put(oauth, "refreshToken", refreshToken);
    return oauth;
  }

  private ObjectNode limits() {
    ObjectNode limits = TREES.createObjectNode();
    number(limits, "perSecond", text(perSecond));
    number(limits, "atOnce", text(atOnce));
    return limits;
  }

  private ObjectNode followUp() {
    ObjectNode followUp = TREES.createObjectNode();
    if (!text(followUpStage).isEmpty()) {
      followUp.put("stage", text(followUpStage));
      followUp.put("after", EndpointFields.time(text(followUpDays)));
    }
    return followUp;
  }

  private ObjectNode filter() {
    ObjectNode filter = TREES.createObjectNode();
    put(filter, "stages", names(stages));
    put(filter, "bands", names(bands));
    put(filter, "owners", names(owners));
    put(filter, "regions", names(regions));
    if (!text(conditions).isEmpty()) {
      filter.set("lead", read("Conditions", conditions));
    }
    return filter;
  }

  private static void set(ObjectNode node, String name, ObjectNode value) {
    if (!value.isEmpty()) {
      node.set(name, value);
    }
  }

  private static void put(ObjectNode node, String name, List<String> values) {
    if (!values.isEmpty()) {
      values.forEach(node.putArray(name)::add);
    }
  }

  private static void put(ObjectNode node, String name, @Nullable String value) {
    if (!text(value).isEmpty()) {
      node.put(name, text(value));
    }
  }

  /** What is no number is left as it is, for others to refuse. */
  private static void number(ObjectNode node, String name, String value) {
    if (NUMBER.matcher(value).matches()) {
      node.put(name, new BigInteger(value));
    } else {
      put(node, name, value);
    }
  }

  private static List<String> names(@Nullable String list) {
    return Arrays.stream(text(list).split("[,\\n]", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static JsonNode read(String what, @Nullable String given) {
    try {
      return TREES.readTree(text(given).isEmpty() ? "{}" : text(given));
    } catch (JsonProcessingException unreadable) {
      throw Problems.badRequest(
          "%s must be JSON; line %d, column %d is none."
              .formatted(
                  what,
                  unreadable.getLocation().getLineNr(),
                  unreadable.getLocation().getColumnNr()));
    }
  }

  private static String or(@Nullable String given, String other) {
    return text(given).isEmpty() ? other : text(given);
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given.strip();
  }
}
