package dev.assay.target;

import static dev.assay.target.Notice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person is shown of a message, whatever shows it: plain text in lines.
 *
 * @param facts who and how good, in short
 * @param why the reasons that weigh most
 * @param rows leads, best first, where the message is about several
 * @param link the lead in the console, null when its address is not configured
 */
record Card(
    String title, List<Fact> facts, List<String> why, List<Row> rows, @Nullable String link) {

  private static final int LONGEST = 200;
  private static final int MOST_ROWS = 40;

  Card {
    facts = List.copyOf(facts);
    why = List.copyOf(why);
    rows = List.copyOf(rows);
  }

  /** Something known, under its name. */
  record Fact(String name, String value) {}

  /** One lead of several. */
  record Row(String who, String score, @Nullable String link) {}

  static Card of(Notice notice, LeadLinks links) {
    Map<String, @Nullable Object> data = notice.data();
    List<Fact> facts = new ArrayList<>();
    add(facts, "E-mail", text(data, "email"));
    add(facts, "Company", text(data, "company"));
    add(facts, "Score", score(data));
    add(facts, "Grade", text(data, "grade"));
    add(facts, "Band", text(data, "band"));
    add(facts, "Owner", text(data, "owner"));
    String because = text(data, "because");
    if (because != null) {
      add(facts, "Endpoint", text(data, "endpoint"));
    }
    List<String> why =
        because != null
            ? List.of(Line.of(because, LONGEST))
            : Notice.objects(data.get("reasons")).stream().limit(5).map(Card::reason).toList();
    List<Map<String, @Nullable Object>> leads = Notice.objects(data.get("leads"));
    return new Card(
        Headline.of(notice),
        facts,
        why,
        leads.stream().limit(MOST_ROWS).map(lead -> row(lead, links)).toList(),
        links.to(text(data, "lead")));
  }

  /** The person's name and company, or what else they are known by. */
  static String who(Map<String, @Nullable Object> data) {
    String name =
        (orEmpty(text(data, "firstName")) + " " + orEmpty(text(data, "lastName"))).strip();
    String known = name.isEmpty() ? text(data, "email") : name;
    String company = text(data, "company");
    String who = known == null ? orEmpty(text(data, "lead")) : known;
    return Line.of(company == null ? who : who + " (" + company + ")", LONGEST);
  }

  private static Row row(Map<String, @Nullable Object> lead, LeadLinks links) {
    List<String> words = new ArrayList<>();
    words.add(orEmpty(score(lead)));
    for (String name : List.of("grade", "band", "owner")) {
      String word = text(lead, name);
      if (word != null) {
        words.add(word);
      }
    }
    return new Row(
        who(lead), Line.of(String.join(", ", words), LONGEST), links.to(text(lead, "lead")));
  }

  private static @Nullable String score(Map<String, @Nullable Object> data) {
    String score = text(data, "score");
    String fit = text(data, "fit");
    String engagement = text(data, "engagement");
    return score == null || fit == null || engagement == null
        ? score
        : "%s (fit %s, engagement %s)".formatted(score, fit, engagement);
  }

  private static String reason(Map<String, @Nullable Object> reason) {
    String points = orEmpty(text(reason, "points"));
    String sign = points.startsWith("-") ? "" : "+";
    return Line.of(sign + points + " " + orEmpty(text(reason, "reason")), LONGEST);
  }

  private static void add(List<Fact> facts, String name, @Nullable String value) {
    if (value != null) {
      facts.add(new Fact(name, Line.of(value, LONGEST)));
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
