package dev.assay.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Any HTTP interface that takes JSON, by a template of an admin.
 *
 * @param needs names of which none may be empty in a message, such as {@code data.email}
 */
record TemplateTarget(
    String method,
    UrlTemplate url,
    Map<String, String> headers,
    JsonTemplate body,
    List<String> needs,
    @Nullable Authorization authorization,
    LeadLinks links)
    implements Target {

  private static final Set<String> METHODS = Set.of("PATCH", "POST", "PUT");

  static TemplateTarget parse(
      JsonNode config, @Nullable Authorization authorization, LeadLinks links)
      throws RefusedTarget {
    Members.only(config, "method", "url", "headers", "body", "needs");
    String method = config.path("method").asText("POST");
    if (!METHODS.contains(method)) {
      throw new RefusedTarget(
          "config.method is '%s'; expected PATCH, POST or PUT".formatted(Line.of(method, 20)));
    }
    JsonNode body = config.path("body");
    if (!body.isTextual() && !body.isContainerNode()) {
      throw new RefusedTarget(
          "config.body is missing; expected a template of JSON, as a text or as JSON itself");
    }
    List<String> needs = new ArrayList<>();
    config.path("needs").forEach(need -> needs.add(need.asText()));
    return new TemplateTarget(
        method,
        UrlTemplate.parse(Members.text(config, "url", "https://host/path")),
        Headers.parse(config.path("headers")),
        JsonTemplate.parse(body.isTextual() ? body.textValue() : body.toString()),
        List.copyOf(needs),
        authorization,
        links);
  }

  @Override
  public Outgoing render(Notice notice) throws Unrenderable {
    Map<String, @Nullable Object> data = new HashMap<>(notice.content());
    data.put("id", notice.id());
    data.put("date", String.valueOf(notice.content().get("timestamp")).split("T", 2)[0]);
    data.put("link", links.to(Notice.text(notice.data(), "lead")));
    for (String need : needs) {
      if (isEmpty(data, need)) {
        throw new Unrenderable("The message has no %s, which this endpoint needs".formatted(need));
      }
    }
    Map<String, String> sent = new HashMap<>(headers);
    if (authorization instanceof Authorization.Fixed fixed) {
      sent.put(fixed.header(), fixed.value());
    }
    return new Outgoing.Request(
        method,
        url.render(data),
        sent,
        Optional.ofNullable(authorization).map(Authorization::header),
        authorization instanceof OAuth oauth ? Optional.of(oauth) : Optional.empty(),
        body.render(data));
  }

  private static boolean isEmpty(Map<String, @Nullable Object> data, String path) {
    Object value = data;
    for (String name : path.split("\\.")) {
      value = value instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return value == null || value.toString().isBlank();
  }
}
