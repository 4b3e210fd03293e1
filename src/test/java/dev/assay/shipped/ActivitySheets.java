package dev.assay.shipped;

import static dev.assay.shipped.TextTable.rows;

import dev.assay.workbook.Template;
import dev.assay.workbook.WorkbookWriter;

/** The sheets about what a lead does, and what speaks against it. */
final class ActivitySheets {

  private ActivitySheets() {}

  static void write(WorkbookWriter writer) {
    Template.engagement(
        writer,
        rows(
            """
            | demo_request      |              |                               |      | 30 |    |   |    |                 | Intent  | Asked for a demo |
            | trial_signup      |              |                               |      | 10 |    |   |    |                 | Intent  | Started a free trial |
            | page_view         | /pricing     |                               |      |    | 10 | 3 | 30 | 50% per 90 days | Website | Looked at pricing |
            | page_view         |              | case-stud                     |      | 15 |    |   |    | 50% per 90 days | Website | Read a case study |
            | page_view         |              | /integration, /setup, /set-up |      |    | 5  |   |    | 50% per 90 days | Website | Looked at integration or set-up |
            | page_view         |              |                               | 5, 7 | 10 |    |   |    | 50% per 90 days | Website | Came back again and again |
            | webinar_attended  |              |                               |      | 8  |    |   |    |                 | Events  | Attended a webinar |
            | webinar_question  |              |                               |      | 12 |    |   |    |                 | Events  | Asked a question in a webinar |
            | trade_show        |              |                               |      | 10 |    |   |    |                 | Events  | Met us at a trade show |
            | meeting           |              |                               |      | 20 |    |   |    |                 | Intent  | Had a meeting |
            | download          | white-paper/ |                               |      |    | 8  | 3 |    |                 | Content | Downloaded a white paper |
            | download          | ebook/       |                               |      | 5  |    |   |    |                 | Content | Downloaded an e-book |
            | newsletter_signup |              |                               |      | 5  |    |   |    |                 | Content | Subscribed to the newsletter |
            | email_open        |              |                               |      |    | 5  |   |    | 50% per 90 days | Email   | Opened promotional e-mail |
            | email_click       |              |                               |      |    | 3  |   |    | 50% per 90 days | Email   | Clicked in promotional e-mail |
            | email_reply       |              |                               |      | 10 |    |   |    | 50% per 90 days | Intent  | Replied to an e-mail |
            """));
    Template.negative(
        writer,
        rows(
            """
            | page_view   | /careers, /jobs |  |  | -25 |  |  |  | 50% per 90 days | Website    | Looked for a job |
            | unsubscribe |                 |  |  | -50 |  |  |  |                 | Objections | Unsubscribed |
            | spam_report |                 |  |  | -50 |  |  |  |                 | Objections | Reported our mail as spam |
            | complaint   |                 |  |  | -20 |  |  |  |                 | Objections | Complained |
            """));
    Template.negativeFit(
        writer,
        rows(
            """
            | student    |                                   |    | -15 | Contact | Student |
            | free_email |                                   |    | -10 | Contact | Free e-mail provider |
            |            | Gambling, Tobacco, Weapons, Adult |    | -15 | Company | Industry out of scope |
            |            |                                   | 90 | -20 | Silence | Not active for 90 days |
            """));
    Template.groups(
        writer,
        rows(
            """
            | Seniority  | fit        |   | 20  | A title that fits several rows counts once |
            | Company    | fit        |   |     | |
            | Contact    | fit        |   |     | |
            | Website    | engagement |   |     | |
            | Content    | engagement |   |     | |
            | Email      | engagement |   | 20  | Mail programs open mail by themselves |
            | Events     | engagement |   |     | |
            | Intent     | engagement |   |     | |
            | Objections | engagement |   |     | |
            | Silence    | engagement |   |     | |
            | Total      |            | 0 | 200 | Limits of the score |
            """));
  }
}
