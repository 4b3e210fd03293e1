package dev.assay.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.target.Notice;
import dev.assay.target.OAuth;
import dev.assay.target.Outgoing;
import dev.assay.target.Target;
import dev.assay.target.Unrenderable;
import dev.assay.webhook.Answer.Answered;
import dev.assay.webhook.Answer.Unanswered;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** Makes one try at an endpoint that is no plain webhook, or at the contact of any. */
@Singleton
class SendToTarget {

  private static final int UNAUTHORIZED = 401;

  private final EndpointTargets targets;
  private final AddressGuard guard;
  private final HttpExchange exchange;
  private final SendMail sendMail;
  private final Digests digests;
  private final AccessTokens tokens;

  SendToTarget(
      EndpointTargets targets,
      AddressGuard guard,
      HttpExchange exchange,
      SendMail sendMail,
      Digests digests,
      AccessTokens tokens) {
    this.targets = targets;
    this.guard = guard;
    this.exchange = exchange;
    this.sendMail = sendMail;
    this.digests = digests;
    this.tokens = tokens;
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
    if ("".equals(claimed.contact())) {
      answer.complete(
          new Unanswered("Nothing was sent: the endpoint has no contact any more", true));
      return;
    }
    try {
      Notice notice = Notice.parse(claimed.message(), claimed.payload());
      if (notice.type().equals(MessageType.LEAD_DIGEST.wireName())) {
        notice =
            Notice.parse(claimed.message(), digests.filled(claimed.message(), claimed.payload()));
      }
      Outgoing outgoing = target(claimed).render(notice);
      if (outgoing instanceof Outgoing.Request request) {
        call(request, claimed, span, sent, answer);
      } else if (outgoing instanceof Outgoing.Mail mail) {
        sendMail.send(mail, claimed.message(), answer);
      }
    } catch (Unrenderable unrenderable) {
      answer.complete(new Unanswered("Nothing was sent: " + unrenderable.reason(), true));
    }
  }

  private Target target(Claimed claimed) throws SQLException {
    String contact = claimed.contact();
    return contact == null ? targets.open(claimed.endpoint()) : targets.mailTo(contact);
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
    OAuth oauth = request.oauth().orElse(null);
    if (oauth == null) {
      post(request, destination, claimed, headers, sent, answer);
      return;
    }
    var unused =
        tokens
            .current(oauth, claimed.attemptInRound())
            .whenComplete(
                (token, failure) -> {
                  if (failure != null) {
                    answer.completeExceptionally(failure);
                  } else if (!answer.isDone()) {
                    forgetIfRefused(oauth, token, answer);
                    headers.put(oauth.header(), oauth.value(token.value()));
                    post(request, destination, claimed, headers, sent, answer);
                  }
                });
  }

  private void forgetIfRefused(OAuth oauth, AccessToken token, CompletableFuture<Answer> answer) {
    var unused =
        answer.thenAccept(
            outcome -> {
              if (outcome instanceof Answered answered && answered.status() == UNAUTHORIZED) {
                tokens.refused(oauth, token);
              }
            });
  }

  private void post(
      Outgoing.Request request,
      Destination destination,
      Claimed claimed,
      Map<String, String> headers,
      AtomicReference<Map<String, String>> sent,
      CompletableFuture<Answer> answer) {
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
}
