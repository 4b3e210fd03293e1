package dev.assay.shipped;

import static dev.assay.shipped.TextTable.rows;

import dev.assay.workbook.Template;
import dev.assay.workbook.WorkbookWriter;

/** The sheets about who a lead is. */
final class LeadSheets {
  private LeadSheets() {}

  static void write(WorkbookWriter writer) {
    Template.traits(
        writer,
        rows(
            """
            | VP, SVP, EVP, Vice President, Chief, CEO, CFO, CIO, CMO, COO, CRO, CTO, CISO, Founder, Owner, President | Assistant, Office of               |                                    |                                    |           | executive |
            |                                    |                                    | VP, C-suite, CXO, Executive, Owner, Founder |                                    |           | executive |
            | Director, Head of, Senior Manager, Sr Manager, Sr. Manager | Assistant, Office of, VP, Vice President, Chief |                                    |                                    |           | director |
            |                                    |                                    | Director, Head, Senior Manager     |                                    |           | director |
            | Manager                            | Assistant, Senior Manager, Sr Manager, Sr. Manager, Director, VP, Vice President |                                    |                                    |           | manager |
            |                                    |                                    | Manager                            |                                    |           | manager |
            | Intern, Trainee, Working Student   |                                    |                                    |                                    |           | intern |
            |                                    |                                    | Intern, Trainee                    |                                    |           | intern |
            |                                    |                                    |                                    |                                    | executive | decision_maker |
            |                                    |                                    |                                    |                                    | director  | decision_maker |
            |                                    |                                    |                                    | .edu, .ac.uk, .edu.au, .ac.in, .ac.jp |           | student |
            | Student                            | Working Student                    |                                    |                                    |           | student |
            |                                    |                                    |                                    | @gmail.com, @googlemail.com, @yahoo.com, @hotmail.com, @outlook.com, @live.com, @icloud.com, @aol.com, @gmx.de, @gmx.net, @web.de, @mail.ru, @qq.com, @163.com, @proton.me, @protonmail.com |           | free_email |
            """));
    Template.fit(
        writer,
        rows(
            """
            | executive |                                    |     |     |        |          |         |         | 20 | Seniority | VP or C-suite |
            | director  |                                    |     |     |        |          |         |         | 15 | Seniority | Director, head of or senior manager |
            | manager   |                                    |     |     |        |          |         |         | 10 | Seniority | Manager |
            | intern    |                                    |     |     |        |          |         |         | 1  | Seniority | Intern |
            |           | Software, Technology, Information Technology, SaaS, Internet |     |     |        |          |         |         | 15 | Company   | Software or technology company |
            |           | Financial Services, Banking, Finance, Insurance |     |     |        |          |         |         | 10 | Company   | Financial services |
            |           | Retail                             |     |     |        |          |         |         | 0  | Company   | Retail |
            |           |                                    | 500 |     |        |          |         |         | 20 | Company   | 500 or more employees |
            |           |                                    | 200 | 499 |        |          |         |         | 15 | Company   | 200 to 499 employees |
            |           |                                    | 50  | 199 |        |          |         |         | 10 | Company   | 50 to 199 employees |
            |           |                                    | 1   | 10  |        |          |         |         | 2  | Company   | 1 to 10 employees |
            |           |                                    |     |     | US, CA |          |         |         | 10 | Company   | USA or Canada |
            |           |                                    |     |     |        | Referral |         |         | 10 | Contact   | Came by referral |
            |           |                                    |     |     |        |          | present |         | 2  | Contact   | Phone number known |
            |           |                                    |     |     |        |          |         | present | 2  | Contact   | LinkedIn profile known |
            """));
  }
}
