package dev.assay.target;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A channel of Slack, through an incoming webhook.
 *
 * @param url a secret: whoever has it can post
 */
record SlackTarget(String url, LeadLinks links) implements Target {

  /** Slack's limits: a header, a section, a whole text. */
  private static final int HEADER = 150;

  private static final int SECTION = 3000;

  @Override
  public Outgoing render(Notice notice) {
    Card card = Card.of(notice, links);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    // Shown in notifications, where blocks are not.
    body.put("text", escape(card.title()));
    ArrayNode blocks = body.putArray("blocks");
    blocks
        .addObject()
        .put("type", "header")
        .putObject("text")
        .put("type", "plain_text")
        .put("text", Line.clip(unmarked(card.title()), HEADER))
        .put("emoji", false);
    List<String> facts = new ArrayList<>();
    card.facts().forEach(fact -> facts.add("*" + fact.name() + "* " + escape(fact.value())));
    section(blocks, facts);
    List<String> why = new ArrayList<>();
    card.why().forEach(reason -> why.add("• " + escape(reason)));
    section(blocks, why);
    section(blocks, rows(card));
    if (card.link() != null) {
      section(blocks, List.of("<" + escape(card.link()) + "|Open in Assay>"));
    }
    return Outgoing.Request.card(url, body.toString());
  }

  @Override
  public String toString() {
    return "SlackTarget";
  }

  private static List<String> rows(Card card) {
    List<String> lines = new ArrayList<>();
    for (Card.Row row : card.rows()) {
      String who = escape(row.who());
      String named = row.link() == null ? who : "<" + escape(row.link()) + "|" + who + ">";
      lines.add((lines.size() + 1) + ". " + named + " " + escape(row.score()));
    }
    return lines;
  }

  /**
   * Entities would count several times towards the header's limit, so look-alikes are put there.
   */
  private static String unmarked(String title) {
    return title.replace('<', '‹').replace('>', '›');
  }

  /** Whole lines only, as many as fit, so that no link is cut; the next section takes the rest. */
  private static void section(ArrayNode blocks, List<String> lines) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      if (text.length() + line.length() + 1 > SECTION) {
        add(blocks, text);
        text.setLength(0);
      }
      text.append(text.isEmpty() ? "" : "\n").append(line);
    }
    add(blocks, text);
  }

  private static void add(ArrayNode blocks, CharSequence text) {
    if (!text.isEmpty()) {
      blocks
          .addObject()
          .put("type", "section")
          .putObject("text")
          .put("type", "mrkdwn")
          .put("text", text.toString())
          // Neither bare addresses nor channel names in a lead's data become links.
          .put("verbatim", true);
    }
  }

  /**
   * The three characters that Slack gives a meaning, so that a name cannot mention anybody or
   * become a link.
   */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char character : text.toCharArray()) {
      switch (character) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        default -> escaped.append(character);
      }
    }
    return escaped.toString();
  }
}
