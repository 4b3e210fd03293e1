package dev.assay.webhook;

import dev.assay.ruleset.PublicationAnnouncer;
import dev.assay.ruleset.Published;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;

/** Tells endpoints that a version of the rules went live. */
@Singleton
class AnnouncePublication implements PublicationAnnouncer {

  private final AgroalDataSource database;
  private final OtherMessages messages;
  private final DeliveryLoop loop;

  AnnouncePublication(AgroalDataSource database, OtherMessages messages, DeliveryLoop loop) {
    this.database = database;
    this.messages = messages;
    this.loop = loop;
  }

  @Override
  public void announce(Published published) {
    try (Connection connection = database.getConnection()) { // that of the caller's transaction
      messages.write(connection, MessageType.RULESET_PUBLISHED, published);
    } catch (SQLException failure) {
      throw new IllegalStateException("The publication cannot be announced", failure);
    }
  }

  @Override
  public void committed() {
    loop.wake();
  }
}
