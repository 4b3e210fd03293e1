package dev.assay.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Something a lead does: one of twelve event types, with its subject.
 *
 * @param subject empty for none
 * @param properties a JSON object, empty for none
 */
record Doing(String type, String subject, String properties) {

  /** As often as it stands here it is drawn: visits and mail are most of what is seen of a lead. */
  private static final List<Doing> ALL = new ArrayList<>();

  static {
    many(6, "page_view", "{\"seconds\":95}", "/", "/pricing", "/blog/scoring", "/blog/funnels");
    many(2, "page_view", "{\"seconds\":40}", "/integrations/crm", "/case-studies/bank", "/docs");
    many(1, "page_view", "", "/careers");
    many(6, "email_open", "", "spring", "summer", "autumn", "winter");
    many(3, "email_click", "", "spring", "summer", "autumn");
    many(1, "email_reply", "", "autumn");
    many(2, "download", "", "white-paper/scoring", "white-paper/fit", "ebook/funnel");
    many(1, "webinar_attended", "{\"minutes\":40}", "scoring");
    many(1, "webinar_question", "", "scoring");
    many(2, "form_submit", "{\"fields\":7}", "contact", "newsletter");
    many(1, "newsletter_signup", "", "");
    many(1, "trade_show", "", "fair");
    many(1, "trial_signup", "", "assay");
    many(1, "demo_request", "", "");
  }

  private static void many(int often, String type, String properties, String... subjects) {
    for (String subject : subjects) {
      for (int i = 0; i < often; i++) {
        ALL.add(new Doing(type, subject, properties));
      }
    }
  }

  static Doing draw(SplittableRandom random) {
    return ALL.get(random.nextInt(ALL.size()));
  }
}
