package dev.assay.target;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.qute.Template;
import java.net.URLEncoder;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A URL with expressions in its path or query. Each value is percent-encoded, so that it stays
 * within the segment or parameter it stands in; scheme, host and port are fixed.
 */
final class UrlTemplate {

  private static final PlainTemplates TEMPLATES = new PlainTemplates(new Placeholder.Mapper());

  /** The part before the first expression reaches into the path or the query. */
  private static final Pattern FIXED_ORIGIN =
      Pattern.compile(
          "https?://[^/?#{}\\\\\\s]+([/?][^{}\\\\]*(\\{[A-Za-z][^{}\\\\]*}[^{}\\\\]*)*)?");

  private static final Pattern UP_OR_HERE = Pattern.compile("/(\\.|%2[eE]){1,2}(?=[/?]|$)");

  private final Template template;

  private UrlTemplate(Template template) {
    this.template = template;
  }

  static UrlTemplate parse(String text) throws RefusedTarget {
    if (!FIXED_ORIGIN.matcher(text).matches()) {
      throw new RefusedTarget(
          "config.url cannot be used: expected https://host/path, with expressions like {data.lead} in path and query only, and no sections");
    }
    return new UrlTemplate(TEMPLATES.parse(text));
  }

  String render(Map<String, @Nullable Object> data) throws Unrenderable {
    String output = TEMPLATES.render(template, data);
    StringBuilder url = new StringBuilder(output.length());
    for (int at = 0; at < output.length(); at++) {
      char character = output.charAt(at);
      if (character == Placeholder.OPEN) {
        int end = output.indexOf(Placeholder.CLOSE, at);
        String value = Placeholder.text(output.substring(at + 1, end));
        if (value.isEmpty() && url.indexOf("?") < 0) {
          throw new Unrenderable("A value in the path of the URL is empty");
        }
        url.append(URLEncoder.encode(value, UTF_8).replace("+", "%20"));
        at = end;
      } else {
        url.append(character);
      }
    }
    if (UP_OR_HERE.matcher(url).find()) {
      throw new Unrenderable("A value makes a segment of the URL's path '.' or '..'");
    }
    return url.toString();
  }
}
