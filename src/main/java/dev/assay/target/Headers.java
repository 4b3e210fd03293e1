package dev.assay.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The fixed headers of a template. */
final class Headers {

  private static final int MOST = 20;
  private static final Pattern NAME = Pattern.compile("[a-z0-9!#$%&'*+.^_`|~-]{1,100}");
  private static final Pattern VALUE = Pattern.compile("[ -~]{0,1000}");

  /** What frames the request, and what receivers take for our own word. */
  private static final Set<String> RESERVED =
      Set.of(
          "host",
          "content-length",
          "transfer-encoding",
          "content-encoding",
          "connection",
          "keep-alive",
          "upgrade",
          "te",
          "trailer",
          "expect",
          "user-agent",
          "traceparent",
          "tracestate");

  private Headers() {}

  static Map<String, String> parse(JsonNode headers) throws RefusedTarget {
    if (!headers.isObject() && !headers.isMissingNode() && !headers.isNull()) {
      throw new RefusedTarget("config.headers is no JSON object; expected {\"Name\":\"value\"}");
    }
    if (headers.size() > MOST) {
      throw new RefusedTarget(
          "config.headers has %d headers; at most %d are sent".formatted(headers.size(), MOST));
    }
    Map<String, String> parsed = new TreeMap<>();
    parsed.put("content-type", "application/json");
    for (Map.Entry<String, JsonNode> header : headers.properties()) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      checkName(name, "config.headers");
      if (Set.of("authorization", "cookie").contains(name)) {
        throw new RefusedTarget(
            "config.headers has %s, which is a secret; put it into auth, where it is encrypted"
                .formatted(name));
      }
      String value = header.getValue().asText();
      if (!VALUE.matcher(value).matches()) {
        throw new RefusedTarget(
            "config.headers.%s cannot be sent: expected at most 1000 visible ASCII characters"
                .formatted(name));
      }
      parsed.put(name, value);
    }
    return parsed;
  }

  static void checkName(String name, String where) throws RefusedTarget {
    if (!NAME.matcher(name).matches()) {
      throw new RefusedTarget(
          "%s names '%s', which is no name of a header".formatted(where, Line.of(name, 60)));
    }
    if (RESERVED.contains(name) || name.startsWith("webhook-") || name.startsWith("proxy-")) {
      throw new RefusedTarget("%s names %s, which is set by Assay itself".formatted(where, name));
    }
  }
}
