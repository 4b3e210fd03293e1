package dev.assay.target;

import static dev.assay.target.Notice.text;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says in one line what a message is about. */
final class Headline {

  private static final int LONGEST = 140;

  private Headline() {}

  static String of(Notice notice) {
    Map<String, @Nullable Object> data = notice.data();
    String who = Card.who(data);
    String to = text(data, "to");
    String stage = text(data, "stage");
    String line =
        switch (notice.type()) {
          case "lead.stage.changed" ->
              to == null ? who + " is no longer " + text(data, "from") : who + " is now " + to;
          case "lead.qualified" -> who + " qualified as " + to;
          case "lead.disqualified" -> who + " is no longer " + text(data, "from");
          case "lead.band.changed" ->
              who + (to == null ? " has no band any more" : " is now " + to);
          case "lead.assigned" ->
              who + (to == null ? " has no owner any more" : " now belongs to " + to);
          case "lead.score.changed" -> who + " now scores " + text(data, "score");
          case "lead.followup.due" -> who + " is " + stage + " and waits for an outcome";
          case "lead.digest" -> digest(Notice.objects(data.get("leads")));
          case "ruleset.published" -> "Rule set " + text(data, "ruleset") + " is live";
          case "endpoint.disabled" ->
              "Endpoint "
                  + text(data, text(data, "description") == null ? "endpoint" : "description")
                  + " was disabled";
          case "endpoint.test" -> "Assay reaches this place";
          default -> notice.type();
        };
    return Line.of(line, LONGEST);
  }

  /** Names the stage where it is the same for all. */
  private static String digest(List<Map<String, @Nullable Object>> leads) {
    List<String> stages =
        leads.stream()
            .map(lead -> String.valueOf(text(lead, lead.containsKey("stage") ? "stage" : "to")))
            .distinct()
            .toList();
    boolean one = stages.size() == 1 && !stages.get(0).equals("null");
    return leads.size() + (one ? " new " + stages.get(0) : " leads with news");
  }
}
