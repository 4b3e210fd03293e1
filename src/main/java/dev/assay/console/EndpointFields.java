package dev.assay.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.webhook.Endpoint;
import dev.assay.webhook.EndpointFilter;
import dev.assay.webhook.EndpointLimits;
import dev.assay.webhook.FollowUp;
import dev.assay.webhook.MessageType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the forms for endpoints have in common, as it stands in their fields.
 *
 * @param forPeople whether it can gather what happens
 * @param noTypes the types that it gets where none is chosen
 */
record EndpointFields(
    boolean forPeople,
    String noTypes,
    String description,
    List<String> chosen,
    EndpointFilter filter,
    String contact,
    String order,
    String scoreStep,
    EndpointLimits limits,
    String digest,
    String followUpStage,
    String followUpDays) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(\\.\\d{1,9})?");
  private static final BigDecimal SECONDS_OF_A_DAY = BigDecimal.valueOf(86_400);

  private static final EndpointFilter ALL =
      new EndpointFilter(List.of(), List.of(), List.of(), List.of(), List.of());

  /** Of an endpoint that is not there yet. */
  static EndpointFields none(TargetChoice choice) {
    return new EndpointFields(
        choice.forPeople(),
        choice.preset() == null ? "all of them" : String.join(", ", choice.preset().eventTypes()),
        "",
        List.of(),
        ALL,
        "",
        "any",
        "",
        new EndpointLimits(null, null),
        "",
        "",
        "");
  }

  static EndpointFields of(Endpoint endpoint) {
    FollowUp reminder = endpoint.followUp();
    Duration after = reminder == null ? null : reminder.after();
    return new EndpointFields(
        TargetChoice.of(endpoint.kind().wireName()).forPeople(),
        "all of them",
        text(endpoint.description()),
        endpoint.eventTypes(),
        endpoint.filter(),
        text(endpoint.contact()),
        endpoint.order().wireName(),
        String.valueOf(endpoint.scoreStep()),
        endpoint.limits(),
        text(endpoint.digest()),
        reminder == null ? "" : text(reminder.stage()),
        after == null ? "" : days(after));
  }

  /** The types that can be chosen. */
  public List<String> types() {
    return MessageType.subscribable();
  }

  public boolean wants(String type) {
    return chosen.contains(type);
  }

  /** Names as they stand in a field. */
  public String listed(List<String> names) {
    return String.join(", ", names);
  }

  /** Whether it wants to hear of some leads only. */
  public boolean filtered() {
    return !filter.equals(ALL);
  }

  /** The conditions on a profile as JSON. */
  public String conditions() {
    return filter.lead().isEmpty() ? "" : JSON.valueToTree(filter.lead()).toString();
  }

  /** How often it can be told at most, in words; also the time it has now. */
  public Map<String, String> digests() {
    Map<String, String> digests = new LinkedHashMap<>();
    digests.put("", "no, each by itself");
    digests.put("PT1H", "at most once an hour");
    digests.put("PT24H", "at most once a day");
    digests.put("PT168H", "at most once a week");
    digests.putIfAbsent(digest, "at most once in " + digest);
    return digests;
  }

  /** The time as a number of days. */
  static String days(Duration time) {
    return BigDecimal.valueOf(time.toSeconds())
        .divide(SECONDS_OF_A_DAY, 6, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** The number of days as a time; what is none is left as it is, for others to refuse. */
  static String time(String days) {
    if (!NUMBER.matcher(days).matches()) {
      return days;
    }
    BigDecimal seconds = new BigDecimal(days).multiply(SECONDS_OF_A_DAY);
    return "PT%sS".formatted(seconds.setScale(0, RoundingMode.HALF_UP).toPlainString());
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }
}
