package dev.assay.shipped;

import dev.assay.workbook.Template;
import dev.assay.workbook.WorkbookWriter;
import java.util.List;

/** The Cases sheet of the shipped workbook: one example for every mechanism. */
final class ShippedCases {
  private ShippedCases() {}

  static void write(WorkbookWriter writer) {
    Template.cases(
        writer,
        List.of(
            lead("VP of Sales with a demo request")
                .title("VP of Sales")
                .employees(300)
                .did("demo_request; page_view /pricing")
                .gives(75, 35, "B", "hot", "MQL"),
            lead("Marketing intern with an e-book")
                .title("Marketing Intern")
                .did("download ebook/scoring")
                .gives(6, 1, "D", "cold", "-"),
            lead("Best fit, nothing done")
                .title("CTO")
                .industry("Software")
                .employees(800)
                .country("US")
                .source("referral")
                .phone()
                .linkedin()
                .gives(79, 79, "A", "hot", "MQL"),
            lead("Two titles count once")
                .title("Owner and Senior Manager")
                .gives(20, 20, "C", "cold", "-"),
            lead("Senior manager is no manager")
                .title("Senior Manager Operations")
                .industry("Financial Services")
                .employees(60)
                .gives(35, 35, "B", "warm", "-"),
            lead("International is no intern")
                .title("International Manager")
                .industry("Retail")
                .employees(5)
                .gives(12, 12, "D", "cold", "-"),
            lead("Pricing counts three times in 30 days")
                .did("page_view /pricing x4; page_view /pricing 45 days ago")
                .gives(30, 0, "D", "warm", "-"),
            lead("White papers count three times")
                .did(
                    "download white-paper/a; download white-paper/b; download white-paper/c; download white-paper/d")
                .gives(24, 0, "D", "cold", "-"),
            lead("Case studies count once")
                .did("page_view /case-studies/acme; page_view /case-studies/globex")
                .gives(15, 0, "D", "cold", "-"),
            lead("Points of a page view fade")
                .did("page_view /case-studies/acme 100 days ago; meeting")
                .gives(28, 0, "D", "cold", "-"),
            lead("E-mail is capped")
                .did("email_open spring x5; email_click spring x3")
                .gives(20, 0, "D", "cold", "-"),
            lead("E-mail fades")
                .did("email_open spring x2 100 days ago; email_reply")
                .gives(15, 0, "D", "cold", "-"),
            lead("Five page views in a week")
                .did(
                    "page_view /a; page_view /b; page_view /c 2 days ago; page_view /d 3 days ago; page_view /e 6 days ago")
                .gives(10, 0, "D", "cold", "-"),
            lead("Four page views in a week")
                .did("page_view /a x4; page_view /e 8 days ago")
                .gives(0, 0, "D", "cold", "-"),
            lead("Webinar with a question")
                .did("webinar_attended scoring; webinar_question scoring")
                .gives(20, 0, "D", "cold", "-"),
            lead("Research: three white papers and a webinar")
                .did(
                    "download white-paper/a; download white-paper/b; download white-paper/c; webinar_attended scoring")
                .gives(47, 0, "D", "warm", "-"),
            lead("Integration pages count each time")
                .did("page_view /integrations/crm x2; page_view /docs/setup")
                .gives(15, 0, "D", "cold", "-"),
            lead("Trial, newsletter, trade show, meeting, demo")
                .did("trial_signup; newsletter_signup; trade_show; meeting; demo_request")
                .gives(75, 0, "D", "hot", "MQL"),
            lead("Looks for a job")
                .did("page_view /careers; demo_request; meeting")
                .gives(25, 0, "D", "cold", "-"),
            lead("Student")
                .email("kim@cs.example.edu")
                .did("demo_request")
                .gives(15, -15, "D", "cold", "-"),
            lead("Free e-mail provider")
                .email("kim@gmail.com")
                .did("demo_request")
                .gives(20, -10, "D", "cold", "-"),
            lead("Unsubscribed: never below zero")
                .did("unsubscribe; newsletter_signup")
                .gives(0, 0, "D", "cold", "-"),
            lead("Spam report and complaint")
                .title("CEO")
                .employees(500)
                .country("CA")
                .did("spam_report; complaint; demo_request")
                .gives(10, 50, "A", "cold", "-"),
            lead("Industry out of scope")
                .industry("Gambling")
                .did("demo_request")
                .gives(15, -15, "D", "cold", "-"),
            lead("Not active for 90 days")
                .did("demo_request 90 days ago")
                .gives(10, 0, "D", "cold", "-"),
            lead("Active 89 days ago")
                .did("demo_request 89 days ago")
                .gives(30, 0, "D", "warm", "-"),
            lead("Do not contact forbids every stage")
                .title("CEO")
                .employees(500)
                .doNotContact()
                .did("demo_request")
                .gives(70, 40, "B", "hot", "-"),
            lead("Asked not to be contacted")
                .title("CEO")
                .employees(500)
                .did("demo_request; do_not_contact")
                .gives(70, 40, "B", "hot", "-"),
            lead("Made-up details")
                .firstName("Asdfgh")
                .title("CEO")
                .did("demo_request")
                .gives(20, -10, "D", "cold", "-"),
            lead("Sales accepted the lead")
                .did("demo_request; outcome accepted")
                .gives(30, 0, "D", "warm", "SQL"),
            lead("SQL by score")
                .title("CEO")
                .employees(500)
                .industry("Software")
                .country("US")
                .did("demo_request; meeting")
                .gives(115, 65, "A", "hot", "SQL", "North America mid-market"),
            lead("Never above 200")
                .title("CEO")
                .employees(500)
                .industry("Software")
                .country("US")
                .source("referral")
                .did(
                    "demo_request; meeting; trial_signup; page_view /pricing x3; page_view /case-studies/a; webinar_attended a; webinar_question a; download white-paper/a x3; email_reply")
                .gives(200, 75, "A", "hot", "SQL"),
            lead("Enterprise goes to Enterprise")
                .product("Enterprise")
                .region("EMEA")
                .did("demo_request; meeting")
                .gives(50, 0, "D", "warm", "MQL", "Enterprise"),
            lead("EMEA goes to EMEA")
                .region("EMEA")
                .did("demo_request; meeting")
                .gives(50, 0, "D", "warm", "MQL", "EMEA"),
            lead("Small company in the USA")
                .country("US")
                .employees(20)
                .did("demo_request; meeting")
                .gives(60, 10, "D", "warm", "MQL", "North America small business"),
            lead("Nothing known: inbound")
                .did("demo_request; meeting")
                .gives(50, 0, "D", "warm", "MQL", "Inbound")));
  }

  private static Example lead(String name) {
    return new Example(name);
  }

  /** Fills in one line of the sheet. */
  private static final class Example {
    private final Object[] cells = new Object[Template.CASES.size()];

    Example(String name) {
      set("Case", name);
    }

    Example title(String title) {
      return set("Title", title);
    }

    Example firstName(String name) {
      return set("First name", name);
    }

    Example email(String email) {
      return set("Email", email);
    }

    Example industry(String industry) {
      return set("Industry", industry);
    }

    Example employees(int employees) {
      return set("Employees", employees);
    }

    Example country(String country) {
      return set("Country", country);
    }

    Example region(String region) {
      return set("Region", region);
    }

    Example product(String product) {
      return set("Product", product);
    }

    Example source(String source) {
      return set("Source", source);
    }

    Example phone() {
      return set("Phone", "+1 415 555 0134");
    }

    Example linkedin() {
      return set("Linkedin", "in/kim-example");
    }

    Example doNotContact() {
      return set("Do not contact", true);
    }

    Example did(String activities) {
      return set("Activities", activities);
    }

    Object[] gives(int score, int fit, String grade, String band, String stage) {
      set("Expected score", score);
      set("Expected fit", fit);
      set("Expected grade", grade);
      set("Expected band", band);
      set("Expected stage", stage);
      return cells;
    }

    Object[] gives(int score, int fit, String grade, String band, String stage, String owner) {
      set("Expected owner", owner);
      return gives(score, fit, grade, band, stage);
    }

    private Example set(String header, Object value) {
      cells[Template.CASES.indexOf(header)] = value;
      return this;
    }
  }
}
