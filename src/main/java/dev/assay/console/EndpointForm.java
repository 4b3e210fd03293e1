package dev.assay.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.problem.Problems;
import dev.assay.webhook.EndpointRequest;
import jakarta.ws.rs.FormParam;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form that adds an endpoint. What is left blank is left out of the request. */
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
    @FormParam("digest") @Nullable String digest,
    @FormParam("followUpStage") @Nullable String followUpStage,
    @FormParam("followUpDays") @Nullable String followUpDays) {

  private static final ObjectMapper TREES = new ObjectMapper();

  /**
   * The same as a caller would ask for it.
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
    put(asked, "scoreStep", scoreStep);
    put(asked, "digest", digest);
    target(choice, asked);
    if (!eventTypes.isEmpty()) {
      eventTypes.forEach(asked.putArray("eventTypes")::add);
    }
    ObjectNode filter = filter();
    if (!filter.isEmpty()) {
      asked.set("filter", filter);
    }
    if (!text(followUpStage).isEmpty()) {
      ObjectNode followUp = asked.putObject("followUp");
      followUp.put("stage", text(followUpStage)).put("after", "P%sD".formatted(text(followUpDays)));
    }
    return json.treeToValue(asked, EndpointRequest.class);
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

  private static String text(@Nullable String given) {
    return given == null ? "" : given.strip();
  }
}
