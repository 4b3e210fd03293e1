package dev.assay.workbook;

import java.util.List;

/** Event types that come with the service: the intake or the shipped rules know them. */
public final class EventTypes {

  /** In the order in which they are offered. Any other type may be used as well. */
  public static final List<String> KNOWN =
      List.of(
          "page_view",
          "download",
          "form_submit",
          "demo_request",
          "trial_signup",
          "newsletter_signup",
          "email_open",
          "email_click",
          "email_reply",
          "webinar_registered",
          "webinar_attended",
          "webinar_question",
          "trade_show",
          "social_engagement",
          "meeting",
          "call",
          "unsubscribe",
          "spam_report",
          "complaint",
          "do_not_contact",
          "outcome");

  private EventTypes() {}
}
