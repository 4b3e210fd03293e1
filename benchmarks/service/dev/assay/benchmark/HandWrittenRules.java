package dev.assay.benchmark;

import dev.assay.assessment.Lead;
import dev.assay.assessment.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The shipped rules as a programmer would write them down: to change a point means to build and
 * deploy. Made for one lead and one moment.
 */
final class HandWrittenRules {
  private static final long DAY = 24L * 60 * 60 * 1_000;
  private static final Pattern MASHED =
      Pattern.compile(
          "(?i).*(asdf|sdfg|dfgh|qwer|wert|zxcv|xcvb|hjkl).*|(?i)[bcdfghjklmnpqrstvwxz]{6,}");
  private static final Pattern IMPOSSIBLE_PHONE =
      Pattern.compile(
          "(\\D*\\d){0,5}\\D*|\\D*(\\d)(\\D*\\2){5,}\\D*|\\D*0?1\\D*2\\D*3\\D*4\\D*5\\D*6.*");

  /** One thing a lead did, at epoch milliseconds. */
  record Visit(String type, String subject, long at) {}

  /** Points and why. */
  record Line(int points, String group, String reason) {}

  /** What the rules say. */
  record Verdict(
      int total,
      int fit,
      int engagement,
      String grade,
      String band,
      @Nullable String stage,
      String owner,
      List<Line> lines) {}

  private final Lead lead;
  private final List<Visit> visits;
  private final long asOf;
  private final List<Line> lines = new ArrayList<>();
  private final Map<String, Integer> groups = new HashMap<>();

  HandWrittenRules(Lead lead, List<Visit> visits, long asOf) {
    this.lead = lead;
    this.visits = visits.stream().filter(visit -> visit.at() <= asOf).toList();
    this.asOf = asOf;
  }

  Verdict assess() {
    fit();
    cap("Seniority", 20);
    int fit = sum("Seniority") + sum("Company") + sum("Contact");
    engagement();
    cap("Email", 20);
    int engagement = groups.values().stream().mapToInt(Integer::intValue).sum() - fit;
    int total = Math.max(0, Math.min(200, fit + engagement));
    boolean accepted =
        visits.stream().anyMatch(v -> v.type().equals("outcome") && v.subject().equals("accepted"));
    boolean veto =
        Boolean.TRUE.equals(lead.doNotContact())
            || visits.stream().anyMatch(visit -> visit.type().equals("do_not_contact"));
    String stage = total >= 100 || accepted ? "SQL" : total >= 50 ? "MQL" : null;
    return new Verdict(
        total,
        fit,
        engagement,
        fit >= 45 ? "A" : fit >= 30 ? "B" : fit >= 15 ? "C" : "D",
        total >= 70 ? "hot" : total >= 30 ? "warm" : "cold",
        veto ? null : stage,
        owner(),
        lines);
  }

  private void fit() {
    boolean executive =
        word("vp", "svp", "evp", "vice president", "chief", "ceo", "cfo", "cio", "cmo", "coo",
                "cro", "cto", "ciso", "founder", "owner", "president")
            && !word("assistant", "office of");
    boolean director =
        word("director", "head of", "senior manager", "sr manager", "sr. manager")
            && !word("assistant", "office of", "vp", "vice president", "chief");
    boolean manager =
        word("manager")
            && !word("assistant", "senior manager", "sr manager", "sr. manager", "director", "vp",
                "vice president");
    String seniority = lead.seniority();
    executive |= Text.in(seniority, "VP, C-suite, CXO, Executive, Owner, Founder");
    director |= Text.in(seniority, "Director, Head, Senior Manager");
    manager |= Text.in(seniority, "Manager");
    boolean intern =
        word("intern", "trainee", "working student") || Text.in(seniority, "Intern, Trainee");
    boolean student =
        Text.endsWith(lead.email(), ".edu, .ac.uk, .edu.au, .ac.in, .ac.jp")
            || word("student") && !word("working student");
    award(executive, 20, "Seniority", "VP or C-suite");
    award(director, 15, "Seniority", "Director, head of or senior manager");
    award(manager, 10, "Seniority", "Manager");
    award(intern, 1, "Seniority", "Intern");
    String industry = lead.industry();
    award(
        Text.in(industry, "Software, Technology, Information Technology, SaaS, Internet"),
        15, "Company", "Software or technology company");
    award(
        Text.in(industry, "Financial Services, Banking, Finance, Insurance"),
        10, "Company", "Financial services");
    int employees = lead.employees() == null ? -1 : lead.employees();
    award(employees >= 500, 20, "Company", "500 or more employees");
    award(employees >= 200 && employees <= 499, 15, "Company", "200 to 499 employees");
    award(employees >= 50 && employees <= 199, 10, "Company", "50 to 199 employees");
    award(employees >= 1 && employees <= 10, 2, "Company", "1 to 10 employees");
    award(Text.in(lead.country(), "US, CA"), 10, "Company", "USA or Canada");
    award(Text.in(lead.source(), "Referral"), 10, "Contact", "Came by referral");
    award(Text.isPresent(lead.phone()), 2, "Contact", "Phone number known");
    award(Text.isPresent(lead.linkedin()), 2, "Contact", "LinkedIn profile known");
    award(student, -15, "Contact", "Student");
    award(Text.endsWith(lead.email(), FREE_MAIL), -10, "Contact", "Free e-mail provider");
    award(
        Text.in(industry, "Gambling, Tobacco, Weapons, Adult"),
        -15, "Company", "Industry out of scope");
    award(madeUp(), -30, "Contact", "Details look made up");
  }

  private void engagement() {
    once("demo_request", 30, "Intent", "Asked for a demo");
    once("trial_signup", 10, "Intent", "Started a free trial");
    faded(10, 3, 30, "Website", "Looked at pricing", times("page_view", "/pricing", false));
    fadedOnce(15, "Website", "Read a case study", times("page_view", "case-stud", true));
    faded(
        5, Integer.MAX_VALUE, 0, "Website", "Looked at integration or set-up",
        times("page_view", SETUP, true));
    long[] pages = times("page_view");
    if (pages.length >= 5 && asOf - pages[4] < 7 * DAY) {
      fadedOnce(10, "Website", "Came back again and again", pages);
    }
    once("webinar_attended", 8, "Events", "Attended a webinar");
    once("webinar_question", 12, "Events", "Asked a question in a webinar");
    once("trade_show", 10, "Events", "Met us at a trade show");
    once("meeting", 20, "Intent", "Had a meeting");
    int papers = times("download", "white-paper/", false).length;
    award(papers > 0, 8 * Math.min(3, papers), "Content", "Downloaded a white paper");
    award(times("download", "ebook/", false).length > 0, 5, "Content", "Downloaded an e-book");
    once("newsletter_signup", 5, "Content", "Subscribed to the newsletter");
    faded(5, Integer.MAX_VALUE, 0, "Email", "Opened promotional e-mail", times("email_open"));
    faded(3, Integer.MAX_VALUE, 0, "Email", "Clicked in promotional e-mail", times("email_click"));
    fadedOnce(10, "Intent", "Replied to an e-mail", times("email_reply"));
    fadedOnce(-25, "Website", "Looked for a job", times("page_view", "/careers, /jobs", false));
    once("unsubscribe", -50, "Objections", "Unsubscribed");
    once("spam_report", -50, "Objections", "Reported our mail as spam");
    once("complaint", -20, "Objections", "Complained");
    long last = visits.stream().mapToLong(Visit::at).max().orElse(Long.MAX_VALUE);
    award(last < asOf && asOf - last >= 90 * DAY, -20, "Silence", "Not active for 90 days");
    award(
        papers >= 3 && times("webinar_attended").length > 0,
        15, "Content", "Is researching: three white papers and a webinar");
  }

  private boolean madeUp() {
    return Text.in(lead.firstName(), TEST_NAMES)
        || Text.in(lead.lastName(), TEST_NAMES)
        || lead.firstName() != null && MASHED.matcher(lead.firstName()).matches()
        || lead.lastName() != null && MASHED.matcher(lead.lastName()).matches()
        || lead.phone() != null && IMPOSSIBLE_PHONE.matcher(lead.phone()).matches();
  }

  private String owner() {
    int employees = lead.employees() == null ? 0 : lead.employees();
    if (Text.in(lead.product(), "Enterprise") || employees >= 1_000) {
      return "Enterprise";
    }
    if (Text.in(lead.region(), "EMEA") || Text.in(lead.country(), EMEA)) {
      return "EMEA";
    }
    if (Text.in(lead.region(), "APAC")) {
      return "APAC";
    }
    if (Text.in(lead.region(), "NA, North America") || Text.in(lead.country(), "US, CA")) {
      return employees >= 200 ? "North America mid-market" : "North America small business";
    }
    return "Inbound";
  }

  private boolean word(String... words) {
    return Text.any(lead.title(), List.of(words), Text::standsIn);
  }

  private void once(String type, int points, String group, String reason) {
    for (Visit visit : visits) {
      if (visit.type().equals(type)) {
        award(true, points, group, reason);
        return;
      }
    }
  }

  private void fadedOnce(int points, String group, String reason, long[] times) {
    faded(points, 1, 0, group, reason, times);
  }

  /** Points for each of the newest occurrences, half of them gone every 90 days. */
  private void faded(
      int points, int atMost, int withinDays, String group, String reason, long[] times) {
    long halves = 0;
    int counted = 0;
    for (long at : times) {
      if (counted == atMost || withinDays > 0 && asOf - at >= withinDays * DAY) {
        break;
      }
      halves += Math.max(0, 2 - (asOf - at) / (90 * DAY));
      counted++;
    }
    long twice = halves * points;
    award(twice != 0, (int) ((twice + Long.signum(twice)) / 2), group, reason);
  }

  private void award(boolean deserved, int points, String group, String reason) {
    if (deserved && points != 0) {
      lines.add(new Line(points, group, reason));
      groups.merge(group, points, Integer::sum);
    }
  }

  private void cap(String group, int most) {
    award(sum(group) > most, most - sum(group), group, "At most " + most);
  }

  private int sum(String group) {
    return groups.getOrDefault(group, 0);
  }

  /** Newest first. */
  private long[] times(String type) {
    return newestFirst(visits.stream().filter(visit -> visit.type().equals(type)).toList());
  }

  private long[] times(String type, String subjects, boolean anywhere) {
    return newestFirst(
        visits.stream()
            .filter(visit -> visit.type().equals(type))
            .filter(
                visit ->
                    anywhere
                        ? Text.contains(visit.subject(), subjects)
                        : Text.startsWith(visit.subject(), subjects))
            .toList());
  }

  private static long[] newestFirst(List<Visit> visits) {
    return visits.stream()
        .map(Visit::at)
        .sorted(Comparator.reverseOrder())
        .mapToLong(Long::longValue)
        .toArray();
  }

  private static final String SETUP = "/integration, /setup, /set-up";
  private static final String TEST_NAMES =
      "test, tester, testing, foo, bar, xxx, aaa, abc, none, n/a";
  private static final String EMEA = "DE, AT, CH, FR, GB, IE, NL, BE, ES, IT, SE, NO, DK, FI, PL";
  private static final String FREE_MAIL =
      "@gmail.com, @googlemail.com, @yahoo.com, @hotmail.com, @outlook.com, @live.com, @icloud.com,"
          + " @aol.com, @gmx.de, @gmx.net, @web.de, @mail.ru, @qq.com, @163.com, @proton.me,"
          + " @protonmail.com";
}
