package dev.assay.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.target.Notice;
import dev.assay.target.Outgoing;
import dev.assay.target.Unrenderable;
import dev.assay.webhook.Answer.Answered;
import dev.assay.webhook.Answer.Unanswered;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** Makes one try at an endpoint that is no plain webhook. */
@Singleton
class SendToTarget {

  /** What a mail server says when it has taken a mail. */
  private static final int TAKEN = 250;

  private final EndpointTargets targets;
  private final AddressGuard guard;
  private final HttpExchange exchange;
  private final ReactiveMailer mailer;
  private final Digests digests;

  SendToTarget(
      EndpointTargets targets,
      AddressGuard guard,
      HttpExchange exchange,
      ReactiveMailer mailer,
      Digests digests) {
    this.targets = targets;
    this.guard = guard;
    this.exchange = exchange;
    this.mailer = mailer;
    this.digests = digests;
  }

  /**
   * @param sent told the headers, but for what proves who calls
   * @param answer completed with the outcome, now or later
   */
  void send(
      Claimed claimed,
      DeliverySpan span,
      AtomicReference<Map<String, String>> sent,
      CompletableFuture<Answer> answer)
      throws SQLException, RefusedUrl {
    try {
      Notice notice = Notice.parse(claimed.message(), claimed.payload());
      if (notice.type().equals(MessageType.LEAD_DIGEST.wireName())) {
        notice =
            Notice.parse(claimed.message(), digests.filled(claimed.message(), claimed.payload()));
      }
      Outgoing outgoing = targets.open(claimed.endpoint()).render(notice);
      if (outgoing instanceof Outgoing.Request request) {
        call(request, claimed, span, sent, answer);
      } else if (outgoing instanceof Outgoing.Mail mail) {
        mail(mail, claimed, answer);
      }
    } catch (Unrenderable unrenderable) {
      answer.complete(new Unanswered("Nothing was sent: " + unrenderable.reason(), true));
    }
  }

  private void call(
      Outgoing.Request request,
      Claimed claimed,
      DeliverySpan span,
      AtomicReference<Map<String, String>> sent,
      CompletableFuture<Answer> answer)
      throws RefusedUrl {
    Destination destination = guard.check(request.url());
    Map<String, String> headers = new TreeMap<>(request.headers());
    headers.put("user-agent", "Assay-Webhooks");
    span.addTo(headers);
    Map<String, String> shown = new TreeMap<>(headers);
    request.secretHeader().ifPresent(name -> shown.put(name, "…"));
    sent.set(shown);
    exchange.send(
        HttpMethod.valueOf(request.method()),
        destination.url(),
        destination.address(claimed.attemptInRound()),
        headers,
        request.body().getBytes(UTF_8),
        answer);
  }

  private void mail(Outgoing.Mail mail, Claimed claimed, CompletableFuture<Answer> answer) {
    Mail sent =
        new Mail()
            .setTo(mail.to())
            .setSubject(mail.subject())
            .setText(mail.text())
            .setHtml(mail.html())
            // The same for every try, so that a repetition can be told.
            .addHeader("X-Assay-Message", claimed.message())
            .addHeader("Auto-Submitted", "auto-generated");
    mailer
        .send(sent)
        .subscribe()
        .with(
            done -> answer.complete(new Answered(TAKEN, "", null)), answer::completeExceptionally);
  }
}
