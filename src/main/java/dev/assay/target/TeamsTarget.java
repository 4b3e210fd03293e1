package dev.assay.target;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A channel or chat of Teams, through a workflow "when a webhook request is received".
 *
 * @param url a secret: whoever has it can post
 */
record TeamsTarget(String url, LeadLinks links) implements Target {

  private static final String CARD = "application/vnd.microsoft.card.adaptive";

  @Override
  public Outgoing render(Notice notice) {
    Card card = Card.of(notice, links);
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("type", "message");
    ObjectNode attachment = body.putArray("attachments").addObject().put("contentType", CARD);
    attachment.putNull("contentUrl");
    ObjectNode content =
        attachment
            .putObject("content")
            .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
            .put("type", "AdaptiveCard")
            .put("version", "1.4");
    ArrayNode blocks = content.putArray("body");
    text(blocks, card.title()).put("size", "Large").put("weight", "Bolder");
    if (!card.facts().isEmpty()) {
      ArrayNode facts = blocks.addObject().put("type", "FactSet").putArray("facts");
      card.facts()
          .forEach(
              fact ->
                  facts.addObject().put("title", fact.name()).put("value", escape(fact.value())));
    }
    card.why().forEach(reason -> text(blocks, reason).put("spacing", "Small"));
    for (Card.Row row : card.rows()) {
      String who = escape(row.who());
      String named = row.link() == null ? who : "[" + who + "](" + row.link() + ")";
      block(blocks, named + " " + escape(row.score())).put("spacing", "Small");
    }
    if (card.link() != null) {
      content
          .putArray("actions")
          .addObject()
          .put("type", "Action.OpenUrl")
          .put("title", "Open in Assay")
          .put("url", card.link());
    }
    return Outgoing.Request.card(url, body.toString());
  }

  @Override
  public String toString() {
    return "TeamsTarget";
  }

  private static ObjectNode text(ArrayNode blocks, String text) {
    return block(blocks, escape(text));
  }

  private static ObjectNode block(ArrayNode blocks, String markdown) {
    return blocks.addObject().put("type", "TextBlock").put("text", markdown).put("wrap", true);
  }

  /** Cards read Markdown: a name must not become a link, and stars stay stars. */
  static String escape(String text) {
    return text.replaceAll("([\\\\`*_\\[\\]()#~|<>])", "\\\\$1")
        .replaceAll("^([-+])", "\\\\$1")
        .replaceAll("^([0-9]+)\\.", "$1\\\\.");
  }
}
