package dev.assay.console;

import dev.assay.lead.RankedLead;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A lead in the list, ready to be shown.
 *
 * @param fit width of its part of the bar, in hundredths of the longest
 * @param trend points of the line of the last days, empty where nothing happened
 * @param change of the score in these days, with its sign
 */
record LeadRow(
    RankedLead lead,
    String name,
    @Nullable String work,
    int fit,
    int engagement,
    String trend,
    String change,
    @Nullable String ago) {

  static final int DAYS = 30;
  private static final int WIDTH = 87;
  private static final int HEIGHT = 20;

  /** Bars are drawn to the score 100, or to the highest of the page. */
  static List<LeadRow> all(List<RankedLead> leads, Map<String, int[]> trends, Instant now) {
    int most =
        leads.stream()
            .mapToInt(lead -> Math.max(0, lead.fit()) + Math.max(0, lead.engagement()))
            .reduce(100, Math::max);
    return leads.stream().map(lead -> of(lead, trends.get(lead.lead()), most, now)).toList();
  }

  private static LeadRow of(RankedLead lead, int @Nullable [] trend, int most, Instant now) {
    Instant last = lead.lastActivityAt();
    return new LeadRow(
        lead,
        name(lead),
        joined(" · ", lead.title(), lead.company()),
        100 * Math.max(0, lead.fit()) / most,
        100 * Math.max(0, lead.engagement()) / most,
        trend == null ? "" : line(trend),
        trend == null ? "" : "%+d".formatted(trend[trend.length - 1] - trend[0]),
        last == null ? null : Times.ago(last, now));
  }

  static String name(RankedLead lead) {
    String name = joined(" ", lead.firstName(), lead.lastName());
    return name != null ? name : Objects.requireNonNullElse(lead.email(), lead.lead());
  }

  private static @Nullable String joined(String between, @Nullable String... parts) {
    String joined =
        Stream.of(parts)
            .filter(part -> part != null && !part.isBlank())
            .collect(Collectors.joining(between));
    return joined.isEmpty() ? null : joined;
  }

  private static String line(int[] trend) {
    int low = Arrays.stream(trend).min().orElse(0);
    int span = Math.max(10, Arrays.stream(trend).max().orElse(0) - low);
    StringBuilder points = new StringBuilder();
    for (int day = 0; day < trend.length; day++) {
      points
          .append(day * WIDTH / (trend.length - 1))
          .append(',')
          .append(1 + (HEIGHT - 2) - (HEIGHT - 2) * (trend[day] - low) / span)
          .append(' ');
    }
    return points.toString().strip();
  }

  /** Where the page of the lead is. */
  public String href() {
    return "/leads/" + LeadsQuery.encoded(lead.lead());
  }

  /** Where the second part of the bar ends. */
  public int end() {
    return fit + engagement;
  }

  /** Differs where what is shown of the lead differs, but for the passing of time. */
  public String state() {
    return state(lead);
  }

  static String state(RankedLead lead) {
    return Integer.toHexString(lead.hashCode());
  }
}
