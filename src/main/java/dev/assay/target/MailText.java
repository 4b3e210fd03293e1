package dev.assay.target;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.qute.Expression;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes a card as the two parts of a mail. */
final class MailText {

  private static final Part PLAIN = new Part("mail.txt", UnaryOperator.identity());
  private static final Part HTML = new Part("mail.html", MailText::escape);

  private MailText() {}

  static String plain(Map<String, @Nullable Object> shown) throws Unrenderable {
    return PLAIN.render(shown);
  }

  static String html(Map<String, @Nullable Object> shown) throws Unrenderable {
    return HTML.render(shown);
  }

  /** The card as data of templates. */
  static Map<String, @Nullable Object> shown(Card card) {
    Map<String, @Nullable Object> shown = new HashMap<>();
    shown.put("title", card.title());
    shown.put(
        "facts",
        card.facts().stream()
            .map(fact -> Map.of("name", fact.name(), "value", fact.value()))
            .toList());
    shown.put("why", card.why());
    shown.put("rows", card.rows().stream().map(MailText::row).toList());
    shown.put("link", card.link());
    return shown;
  }

  private static Map<String, @Nullable Object> row(Card.Row row) {
    Map<String, @Nullable Object> shown = new HashMap<>();
    shown.put("who", row.who());
    shown.put("score", row.score());
    shown.put("link", row.link());
    return shown;
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** A template that comes with the service. */
  private static final class Part {
    private final PlainTemplates templates;
    private final Template template;

    Part(String resource, UnaryOperator<String> escape) {
      templates = new PlainTemplates(new Values(escape));
      try (InputStream text =
          Objects.requireNonNull(MailText.class.getResourceAsStream(resource), resource)) {
        template = templates.parse(new String(text.readAllBytes(), UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (RefusedTarget broken) {
        throw new IllegalStateException(resource + ": " + broken.reason(), broken);
      }
    }

    String render(Map<String, @Nullable Object> shown) throws Unrenderable {
      return templates.render(template, shown);
    }
  }

  private record Values(UnaryOperator<String> escape) implements ResultMapper {
    @Override
    public String map(@Nullable Object value, Expression expression) {
      return value == null || value == Nothing.VALUE ? "" : escape.apply(value.toString());
    }
  }
}
