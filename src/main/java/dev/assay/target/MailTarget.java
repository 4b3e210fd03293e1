package dev.assay.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Mail to people.
 *
 * @param to who always gets it
 * @param owner whether the lead's owner gets it too, when the owner is a mail address
 */
record MailTarget(List<String> to, boolean owner, LeadLinks links) implements Target {

  private static final int MOST = 50;

  static MailTarget parse(JsonNode config, LeadLinks links) throws RefusedTarget {
    Members.only(config, "to", "owner");
    List<String> to = new ArrayList<>();
    for (JsonNode address : config.path("to")) {
      if (!MailAddress.is(address.asText())) {
        throw new RefusedTarget(
            "config.to holds '%s'; expected a mail address such as sales@example.com"
                .formatted(Line.of(address.asText(), 60)));
      }
      to.add(address.asText());
    }
    boolean owner = config.path("owner").asBoolean();
    if (to.isEmpty() && !owner) {
      throw new RefusedTarget(
          "config names nobody to mail; expected {\"to\":[\"sales@example.com\"]} or {\"owner\":true}");
    }
    if (to.size() > MOST) {
      throw new RefusedTarget(
          "config.to has %d addresses; at most %d are mailed. Use a mailing list"
              .formatted(to.size(), MOST));
    }
    return new MailTarget(List.copyOf(to), owner, links);
  }

  @Override
  public Outgoing render(Notice notice) throws Unrenderable {
    List<String> recipients = new ArrayList<>(to);
    String lead = owner ? Notice.text(notice.data(), "owner") : null;
    if (lead != null && MailAddress.is(lead) && !recipients.contains(lead)) {
      recipients.add(lead);
    }
    if (recipients.isEmpty()) {
      throw new Unrenderable(
          "The lead's owner is no mail address, and config.to names nobody else. Add somebody there");
    }
    if (notice.type().equals("lead.digest")
        && Notice.objects(notice.data().get("leads")).isEmpty()) {
      throw new Unrenderable("All leads that it was about were erased");
    }
    Card card = Card.of(notice, links);
    Map<String, @Nullable Object> shown = MailText.shown(card);
    return new Outgoing.Mail(recipients, card.title(), MailText.plain(shown), MailText.html(shown));
  }
}
