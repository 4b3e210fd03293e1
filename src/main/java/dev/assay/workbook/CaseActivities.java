package dev.assay.workbook;

import dev.assay.assessment.Activities;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what an example lead did, such as {@code page_view /pricing x3 10 days ago; demo_request}.
 */
final class CaseActivities {
  private static final Pattern ACTIVITY =
      Pattern.compile(
          "([a-z][a-z0-9_.-]{0,63})(?: (?!x\\d+\\b)(?!\\d+ days? ago)(\\S{1,500}))?(?: x(\\d{1,3}))?(?: (\\d{1,4}) days? ago)?");

  private static final int MOST_OCCURRENCES = 1_000;
  private static final String EXPECTED =
      "activities such as: page_view /pricing x3 10 days ago; demo_request";

  private CaseActivities() {}

  static Activities parse(Cell cell) throws CellProblem {
    Activities.Builder activities = new Activities.Builder();
    int occurrences = 0;
    if (cell.text().length() > Limits.TEXT_CHARACTERS) {
      throw new CellProblem(
          EXPECTED, "Shorten it to %d characters.".formatted(Limits.TEXT_CHARACTERS));
    }
    for (String part : cell.text().split("[;\n]", -1)) {
      String text = part.strip().replaceAll("\\s+", " ");
      if (text.isEmpty()) {
        continue;
      }
      Matcher matcher = ACTIVITY.matcher(text);
      if (cell.kind() != Cell.Kind.TEXT || !matcher.matches()) {
        throw new CellProblem(
            EXPECTED,
            "Not understood: \"%s\". Write the event type, then a subject, how often and when, as needed, with ; between activities."
                .formatted(text));
      }
      int times = matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3));
      int days = matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4));
      occurrences += times;
      if (times < 1 || occurrences > MOST_OCCURRENCES) {
        throw new CellProblem(
            EXPECTED, "Each happens at least once, all together at most 1000 times.");
      }
      long[] at = new long[times];
      Arrays.fill(at, Case.AS_OF.minus(java.time.Duration.ofDays(days)).toEpochMilli());
      String subject = matcher.group(2) == null ? "" : matcher.group(2);
      activities.add(matcher.group(1), subject, at);
    }
    return activities.build();
  }
}
