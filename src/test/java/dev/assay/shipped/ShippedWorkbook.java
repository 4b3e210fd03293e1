package dev.assay.shipped;

import static dev.assay.workbook.WorkbookWriter.Column.action;
import static dev.assay.workbook.WorkbookWriter.Column.condition;

import dev.assay.workbook.ActionWord;
import dev.assay.workbook.WorkbookWriter;
import dev.assay.workbook.WorkbookWriter.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The source of {@code rules/lead-scoring.xlsx}, in a form that can be reviewed. Run its main
 * method to write the file; a test fails while the two differ.
 */
public final class ShippedWorkbook {
  private static final String FADE = "50% per 90 days";

  private ShippedWorkbook() {}

  public static void main(String[] args) throws IOException {
    Files.write(Path.of("rules", "lead-scoring.xlsx"), bytes());
  }

  static byte[] bytes() {
    try (WorkbookWriter writer = new WorkbookWriter()) {
      traits(writer);
      fit(writer);
      engagement(writer);
      negative(writer);
      groups(writer);
      conclusions(writer);
      routing(writer);
      ShippedCases.write(writer);
      return writer.bytes();
    }
  }

  private static void traits(WorkbookWriter writer) {
    writer.table(
        "Traits",
        "Traits",
        "What we conclude from who a lead is. Other sheets ask for these traits by name.",
        List.of(
            condition(
                "lead : Lead", "Text.hasWord(title, \"$param\")", "Title has one of the words"),
            condition(
                "lead : Lead", "Text.lacksWord(title, \"$param\")", "Title has none of the words"),
            condition("lead : Lead", "Text.in(seniority, \"$param\")", "Seniority is one of"),
            condition("lead : Lead", "Text.endsWith(email, \"$param\")", "E-mail ends with one of"),
            condition("trait : Trait", "name == \"$param\"", "Has the trait"),
            action(ActionWord.TRAIT, "Then it has the trait")),
        List.of(
            row(
                "VP, SVP, EVP, Vice President, Chief, CEO, CFO, CIO, CMO, COO, CRO, CTO, CISO, Founder, Owner, President",
                "Assistant, Office of",
                null,
                null,
                null,
                "executive"),
            row(null, null, "VP, C-suite, CXO, Executive, Owner, Founder", null, null, "executive"),
            row(
                "Director, Head of, Senior Manager, Sr Manager, Sr. Manager",
                "Assistant, Office of, VP, Vice President, Chief",
                null,
                null,
                null,
                "director"),
            row(null, null, "Director, Head, Senior Manager", null, null, "director"),
            row(
                "Manager",
                "Assistant, Senior Manager, Sr Manager, Sr. Manager, Director, VP, Vice President",
                null,
                null,
                null,
                "manager"),
            row(null, null, "Manager", null, null, "manager"),
            row("Intern, Trainee, Working Student", null, null, null, null, "intern"),
            row(null, null, "Intern, Trainee", null, null, "intern"),
            row(null, null, null, null, "executive", "decision_maker"),
            row(null, null, null, null, "director", "decision_maker"),
            row(null, null, null, ".edu, .ac.uk, .edu.au, .ac.in, .ac.jp", null, "student"),
            row("Student", "Working Student", null, null, null, "student"),
            row(
                null,
                null,
                null,
                "@gmail.com, @googlemail.com, @yahoo.com, @hotmail.com, @outlook.com, @live.com, @icloud.com, @aol.com, @gmx.de, @gmx.net, @web.de, @mail.ru, @qq.com, @163.com, @proton.me, @protonmail.com",
                null,
                "free_email")));
  }

  private static void fit(WorkbookWriter writer) {
    writer.table(
        "Fit",
        "Fit",
        "Points for who the lead is. Blank cells do not matter; all filled cells of a row must hold.",
        List.of(
            condition("trait : Trait", "name == \"$param\"", "Has the trait"),
            condition("lead : Lead", "Text.in(industry, \"$param\")", "Industry is one of"),
            condition("lead : Lead", "employees >= $param", "Employees at least"),
            condition("lead : Lead", "employees <= $param", "Employees at most"),
            condition("lead : Lead", "Text.in(country, \"$param\")", "Country is one of"),
            condition("lead : Lead", "Text.in(source, \"$param\")", "Source is one of"),
            condition("lead : Lead", "Text.presence(phone, \"$param\")", "Phone is"),
            condition("lead : Lead", "Text.presence(linkedin, \"$param\")", "LinkedIn is"),
            action(ActionWord.ONCE, "Points"),
            action(ActionWord.GROUP, "Group"),
            action(ActionWord.REASON, "Reason")),
        List.of(
            row(
                "executive",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                20,
                "Seniority",
                "VP or C-suite"),
            row(
                "director",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                15,
                "Seniority",
                "Director, head of or senior manager"),
            row("manager", null, null, null, null, null, null, null, 10, "Seniority", "Manager"),
            row("intern", null, null, null, null, null, null, null, 1, "Seniority", "Intern"),
            row(
                null,
                "Software, Technology, Information Technology, SaaS, Internet",
                null,
                null,
                null,
                null,
                null,
                null,
                15,
                "Company",
                "Software or technology company"),
            row(
                null,
                "Financial Services, Banking, Finance, Insurance",
                null,
                null,
                null,
                null,
                null,
                null,
                10,
                "Company",
                "Financial services"),
            row(null, "Retail", null, null, null, null, null, null, 0, "Company", "Retail"),
            row(
                null,
                null,
                500,
                null,
                null,
                null,
                null,
                null,
                20,
                "Company",
                "500 or more employees"),
            row(
                null,
                null,
                200,
                499,
                null,
                null,
                null,
                null,
                15,
                "Company",
                "200 to 499 employees"),
            row(null, null, 50, 199, null, null, null, null, 10, "Company", "50 to 199 employees"),
            row(null, null, 1, 10, null, null, null, null, 2, "Company", "1 to 10 employees"),
            row(null, null, null, null, "US, CA", null, null, null, 10, "Company", "USA or Canada"),
            row(
                null,
                null,
                null,
                null,
                null,
                "Referral",
                null,
                null,
                10,
                "Contact",
                "Came by referral"),
            row(
                null,
                null,
                null,
                null,
                null,
                null,
                "present",
                null,
                2,
                "Contact",
                "Phone number known"),
            row(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "present",
                2,
                "Contact",
                "LinkedIn profile known")));
  }

  private static final List<Column> OF_ACTIVITY =
      List.of(
          condition("activity : Activity", "type == \"$param\"", "Activity"),
          condition(
              "activity : Activity", "Text.startsWith(subject, \"$param\")", "Subject starts with"),
          condition(
              "activity : Activity", "Text.contains(subject, \"$param\")", "Subject contains"),
          condition("activity : Activity", "countWithin($1, $2)", "At least (times, in days)"),
          action(ActionWord.ONCE, "Points once"),
          action(ActionWord.EACH, "Points each"),
          action(ActionWord.AT_MOST, "At most (times)"),
          action(ActionWord.WITHIN, "Within (days)"),
          action(ActionWord.FADE, "Fade"),
          action(ActionWord.GROUP, "Group"),
          action(ActionWord.REASON, "Reason"));

  private static void engagement(WorkbookWriter writer) {
    writer.table(
        "Engagement",
        "Engagement",
        "Points for what the lead does, once or for each time it happened.",
        OF_ACTIVITY,
        List.of(
            row(
                "demo_request",
                null,
                null,
                null,
                30,
                null,
                null,
                null,
                null,
                "Intent",
                "Asked for a demo"),
            row(
                "trial_signup",
                null,
                null,
                null,
                10,
                null,
                null,
                null,
                null,
                "Intent",
                "Started a free trial"),
            row(
                "page_view",
                "/pricing",
                null,
                null,
                null,
                10,
                3,
                30,
                FADE,
                "Website",
                "Looked at pricing"),
            row(
                "page_view",
                null,
                "case-stud",
                null,
                15,
                null,
                null,
                null,
                FADE,
                "Website",
                "Read a case study"),
            row(
                "page_view",
                null,
                "/integration, /setup, /set-up",
                null,
                null,
                5,
                null,
                null,
                FADE,
                "Website",
                "Looked at integration or set-up"),
            row(
                "page_view",
                null,
                null,
                "5, 7",
                10,
                null,
                null,
                null,
                FADE,
                "Website",
                "Came back again and again"),
            row(
                "webinar_attended",
                null,
                null,
                null,
                8,
                null,
                null,
                null,
                null,
                "Events",
                "Attended a webinar"),
            row(
                "webinar_question",
                null,
                null,
                null,
                12,
                null,
                null,
                null,
                null,
                "Events",
                "Asked a question in a webinar"),
            row(
                "trade_show",
                null,
                null,
                null,
                10,
                null,
                null,
                null,
                null,
                "Events",
                "Met us at a trade show"),
            row("meeting", null, null, null, 20, null, null, null, null, "Intent", "Had a meeting"),
            row(
                "download",
                "white-paper/",
                null,
                null,
                null,
                8,
                3,
                null,
                null,
                "Content",
                "Downloaded a white paper"),
            row(
                "download",
                "ebook/",
                null,
                null,
                5,
                null,
                null,
                null,
                null,
                "Content",
                "Downloaded an e-book"),
            row(
                "newsletter_signup",
                null,
                null,
                null,
                5,
                null,
                null,
                null,
                null,
                "Content",
                "Subscribed to the newsletter"),
            row(
                "email_open",
                null,
                null,
                null,
                null,
                5,
                null,
                null,
                FADE,
                "Email",
                "Opened promotional e-mail"),
            row(
                "email_click",
                null,
                null,
                null,
                null,
                3,
                null,
                null,
                FADE,
                "Email",
                "Clicked in promotional e-mail"),
            row(
                "email_reply",
                null,
                null,
                null,
                10,
                null,
                null,
                null,
                FADE,
                "Intent",
                "Replied to an e-mail")));
  }

  private static void negative(WorkbookWriter writer) {
    writer.table(
        "Negative",
        "Negative",
        "Points taken away for what the lead does.",
        OF_ACTIVITY,
        List.of(
            row(
                "page_view",
                "/careers, /jobs",
                null,
                null,
                -25,
                null,
                null,
                null,
                FADE,
                "Website",
                "Looked for a job"),
            row(
                "unsubscribe",
                null,
                null,
                null,
                -50,
                null,
                null,
                null,
                null,
                "Objections",
                "Unsubscribed"),
            row(
                "spam_report",
                null,
                null,
                null,
                -50,
                null,
                null,
                null,
                null,
                "Objections",
                "Reported our mail as spam"),
            row(
                "complaint",
                null,
                null,
                null,
                -20,
                null,
                null,
                null,
                null,
                "Objections",
                "Complained")));
    writer.tableBelow(
        "Negative",
        "Negative fit",
        List.of(
            condition("trait : Trait", "name == \"$param\"", "Has the trait"),
            condition("lead : Lead", "Text.in(industry, \"$param\")", "Industry is one of"),
            condition("history : History", "quietFor($param)", "Not active for (days)"),
            action(ActionWord.ONCE, "Points once"),
            action(ActionWord.GROUP, "Group"),
            action(ActionWord.REASON, "Reason")),
        List.of(
            row("student", null, null, -15, "Contact", "Student"),
            row("free_email", null, null, -10, "Contact", "Free e-mail provider"),
            row(
                null,
                "Gambling, Tobacco, Weapons, Adult",
                null,
                -15,
                "Company",
                "Industry out of scope"),
            row(null, null, 90, -20, "Silence", "Not active for 90 days")));
  }

  private static void groups(WorkbookWriter writer) {
    writer.list(
        "Groups",
        List.of("Group", "Dimension", "Floor", "Cap", "Notes"),
        List.of(
            row("Seniority", "fit", null, 20, "A title that fits several rows counts once"),
            row("Company", "fit", null, null, null),
            row("Contact", "fit", null, null, null),
            row("Website", "engagement", null, null, null),
            row("Content", "engagement", null, null, null),
            row("Email", "engagement", null, 20, "Mail programs open mail by themselves"),
            row("Events", "engagement", null, null, null),
            row("Intent", "engagement", null, null, null),
            row("Objections", "engagement", null, null, null),
            row("Silence", "engagement", null, null, null),
            row("Total", null, 0, 200, "Limits of the score")));
  }

  private static void conclusions(WorkbookWriter writer) {
    writer.table(
        "Grades",
        "Grades",
        "How well the lead fits, from the fit points alone. The uppermost row that holds decides.",
        List.of(
            condition("score : Score", "fit >= $param", "Fit at least"),
            condition("score : Score", "fit < $param", "Fit below"),
            action(ActionWord.GRADE, "Grade")),
        List.of(row(45, null, "A"), row(30, null, "B"), row(15, null, "C"), row(null, 15, "D")));
    writer.table(
        "Bands",
        "Bands",
        "A word for the score. The uppermost row that holds decides.",
        List.of(
            condition("score : Score", "total >= $param", "Score at least"),
            condition("score : Score", "total < $param", "Score below"),
            action(ActionWord.BAND, "Band")),
        List.of(row(70, null, "hot"), row(30, null, "warm"), row(null, 30, "cold")));
    writer.table(
        "Stages",
        "Stages",
        "The funnel: the lowest stage stands first.",
        List.of(
            condition("score : Score", "total >= $param", "Score at least"),
            condition("activity : Activity", "type == \"$param\"", "Or activity"),
            condition("activity : Activity", "Text.is(subject, \"$param\")", "Subject is"),
            action(ActionWord.QUALIFY, "Stage"),
            action(ActionWord.LEAVE_BELOW, "Leave below (score)")),
        List.of(
            row(50, null, null, "MQL", 40),
            row(100, null, null, "SQL", null),
            row(null, "outcome", "accepted", "SQL", null)));
  }

  private static void routing(WorkbookWriter writer) {
    writer.table(
        "Routing",
        "Routing",
        "Who gets the lead when it reaches a stage. The uppermost row that holds decides.",
        List.of(
            condition("lead : Lead", "Text.in(product, \"$param\")", "Product is one of"),
            condition("lead : Lead", "Text.in(region, \"$param\")", "Region is one of"),
            condition("lead : Lead", "Text.in(country, \"$param\")", "Country is one of"),
            condition("lead : Lead", "employees >= $param", "Employees at least"),
            condition("score : Score", "total >= $param", "Score at least"),
            action(ActionWord.ASSIGN, "Owner or queue")),
        List.of(
            row("Enterprise", null, null, null, null, "Enterprise"),
            row(null, null, null, 1000, null, "Enterprise"),
            row(null, "EMEA", null, null, null, "EMEA"),
            row(
                null,
                null,
                "DE, AT, CH, FR, GB, IE, NL, BE, ES, IT, SE, NO, DK, FI, PL",
                null,
                null,
                "EMEA"),
            row(null, "APAC", null, null, null, "APAC"),
            row(null, "NA, North America", null, 200, null, "North America mid-market"),
            row(null, null, "US, CA", 200, null, "North America mid-market"),
            row(null, "NA, North America", null, null, null, "North America small business"),
            row(null, null, "US, CA", null, null, "North America small business"),
            row(null, null, null, null, 0, "Inbound")));
  }

  static Object[] row(@Nullable Object... cells) {
    return cells;
  }
}
