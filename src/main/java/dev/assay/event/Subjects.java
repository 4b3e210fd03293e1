package dev.assay.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.json.Characters;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds what an event happened to, where the caller does not say it. */
final class Subjects {
  private static final List<String> CAMPAIGN = List.of("campaign", "name");
  private static final List<String> WEBINAR = List.of("webinar", "name");
  private static final Map<String, List<String>> MAIN_PROPERTIES =
      Map.ofEntries(
          Map.entry("page_view", List.of("path", "url")),
          Map.entry("download", List.of("asset", "file")),
          Map.entry("form_submit", List.of("form", "name")),
          Map.entry("demo_request", List.of("product")),
          Map.entry("trial_signup", List.of("product", "plan")),
          Map.entry("newsletter_signup", List.of("newsletter")),
          Map.entry("email_open", CAMPAIGN),
          Map.entry("email_click", CAMPAIGN),
          Map.entry("email_reply", CAMPAIGN),
          Map.entry("webinar_registered", WEBINAR),
          Map.entry("webinar_attended", WEBINAR),
          Map.entry("webinar_question", WEBINAR),
          Map.entry("trade_show", List.of("show", "name")),
          Map.entry("social_engagement", List.of("network")),
          Map.entry("outcome", List.of("outcome")));

  private static final Pattern HOST = Pattern.compile("^https?://[^/?#]*");
  private static final Pattern REST = Pattern.compile("[?#].*$");

  /** Characters of a subject at most. */
  static final int LONGEST = 500;

  private Subjects() {}

  /** The first of the type's main properties that is a text, or an empty text. */
  static String of(String type, JsonNode properties) {
    for (String name : MAIN_PROPERTIES.getOrDefault(type, List.of())) {
      String text = properties.path(name).asText("").strip();
      if (!text.isEmpty() && text.length() <= LONGEST && Characters.storable(text)) {
        return text;
      }
    }
    return "";
  }

  /** A page is its path: the same page under another host or with other parameters is the same. */
  static String normal(String type, String subject) {
    if (!type.equals("page_view")) {
      return subject;
    }
    String path = REST.matcher(HOST.matcher(subject).replaceFirst("")).replaceFirst("");
    return path.isEmpty() && !subject.isEmpty() ? "/" : path;
  }
}
