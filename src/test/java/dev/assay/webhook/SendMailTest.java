package dev.assay.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.target.Outgoing;
import dev.assay.webhook.Answer.Answered;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SenderAtRest.class)
class SendMailTest {

  private static final int MAILS = 400;

  @Inject SendMail sendMail;

  /** Each mail has a thread and a connection of its own, as when many are due. */
  @Test
  void noGreetingOfANearServerIsMissed() throws Exception {
    try (MailServer server = new MailServer()) {
      List<CompletableFuture<Answer>> answers =
          IntStream.range(0, MAILS).mapToObj(SendMailTest.this::send).toList();

      for (CompletableFuture<Answer> answer : answers) {
        assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(new Answered(250, "", null));
      }
      assertThat(server.mails()).hasSize(MAILS);
    }
  }

  private CompletableFuture<Answer> send(int number) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    Outgoing.Mail mail =
        new Outgoing.Mail(List.of("sales@example.com"), "Call", "today", "<p>today</p>");
    new Thread(() -> sendMail.send(mail, "msg_" + number, answer)).start();
    return answer;
  }
}
