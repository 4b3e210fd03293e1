package dev.assay.webhook;

import dev.assay.target.Outgoing;
import dev.assay.webhook.Answer.Answered;
import dev.assay.webhook.Answer.Unanswered;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands mails to the mail server, if there is one. */
@Singleton
class SendMail {

  static final String IMPOSSIBLE =
      "there is no mail server; set quarkus.mailer.from and quarkus.mailer.host, and start again";

  /** What a mail server says when it has taken a mail. */
  private static final int TAKEN = 250;

  /**
   * One event loop for all mails. The mail client listens to a new connection only after the pool
   * has handed it over; on another thread that may be after the greeting of a near server, for
   * which it then waits for ever.
   */
  private final Context eventLoop;

  private final ReactiveMailer mailer;
  private final boolean possible;

  SendMail(
      Vertx vertx,
      ReactiveMailer mailer,
      @ConfigProperty(name = "quarkus.mailer.from") Optional<String> from) {
    this.eventLoop = ((VertxInternal) vertx).createEventLoopContext();
    this.mailer = mailer;
    this.possible = from.isPresent();
  }

  /** Whether somebody said where the mail server is. */
  boolean possible() {
    return possible;
  }

  /**
   * @param message the {@code webhook-id}
   * @param answer completed with the outcome, now or later
   */
  void send(Outgoing.Mail mail, String message, CompletableFuture<Answer> answer) {
    if (!possible) {
      answer.complete(new Unanswered("Nothing was sent: " + IMPOSSIBLE));
      return;
    }
    Mail sent =
        new Mail()
            .setTo(mail.to())
            .setSubject(mail.subject())
            .setText(mail.text())
            .setHtml(mail.html())
            // The same for every try, so that a repetition can be told.
            .addHeader("X-Assay-Message", message)
            .addHeader("Auto-Submitted", "auto-generated");
    eventLoop.runOnContext(
        here ->
            mailer
                .send(sent)
                .subscribe()
                .with(
                    done -> answer.complete(new Answered(TAKEN, "", null)),
                    answer::completeExceptionally));
  }
}
