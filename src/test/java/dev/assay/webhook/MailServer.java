package dev.assay.webhook;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.List;

/** A mail server on a loopback port, the same for the service and its tests. */
final class MailServer implements AutoCloseable {

  /** Known to all class loaders. */
  private static final String PORT = "assay.test.mail-port";

  private final GreenMail server =
      new GreenMail(new ServerSetup(port(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  MailServer() {
    server.start();
  }

  static synchronized int port() {
    if (System.getProperty(PORT) == null) {
      try (ServerSocket free = new ServerSocket(0)) {
        System.setProperty(PORT, Integer.toString(free.getLocalPort()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Integer.getInteger(PORT);
  }

  List<MimeMessage> mails() {
    return List.of(server.getReceivedMessages());
  }

  @Override
  public void close() {
    server.stop();
  }
}
