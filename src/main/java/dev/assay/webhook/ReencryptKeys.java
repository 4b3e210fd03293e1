package dev.assay.webhook;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/**
 * At start, encrypts with the present key what an earlier one had encrypted. Several processes may
 * do so at once: a row changes only from what was read.
 */
@Singleton
class ReencryptKeys {

  private static final Logger LOG = Logger.getLogger(ReencryptKeys.class);

  private final AgroalDataSource database;
  private final SecretVault vault;

  ReencryptKeys(AgroalDataSource database, SecretVault vault) {
    this.database = database;
    this.vault = vault;
  }

  void atStart(@Observes StartupEvent event) throws SQLException {
    int changed = reencrypt();
    if (changed > 0) {
      LOG.infof("%d secrets of webhook endpoints are now encrypted with the present key", changed);
    }
  }

  /**
   * What no key opens stays as it is; its endpoint's tries say so.
   *
   * @return how many were encrypted again
   */
  int reencrypt() throws SQLException {
    String update = "update signing_key set sealed = ? where id = ? and sealed = ?";
    int changed = 0;
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select id, endpoint, kind, sealed from signing_key");
        PreparedStatement change = connection.prepareStatement(update);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        String endpoint = row.getString("endpoint");
        SealedKey old =
            new SealedKey(
                SignatureKind.named(row.getString("kind")).orElseThrow(),
                new SealedSecret(row.getBytes("sealed")));
        if (vault.isPresent(old.secret())) {
          continue;
        }
        try {
          SealedKey renewed = SealedKey.of(old.open(endpoint, vault), endpoint, vault);
          change.setBytes(1, renewed.secret().bytes());
          change.setInt(2, row.getInt("id"));
          change.setBytes(3, old.secret().bytes());
          changed += change.executeUpdate();
        } catch (IllegalStateException lost) {
          LOG.errorf("%s", lost.getMessage());
        }
      }
    }
    return changed + credentials();
  }

  /** What endpoints call others with. */
  private int credentials() throws SQLException {
    String select = "select id, credentials from webhook_endpoint where credentials is not null";
    String update = "update webhook_endpoint set credentials = ? where id = ? and credentials = ?";
    int changed = 0;
    try (Connection connection = database.getConnection();
        PreparedStatement present = connection.prepareStatement(select);
        PreparedStatement change = connection.prepareStatement(update);
        ResultSet row = present.executeQuery()) {
      while (row.next()) {
        SealedSecret old = new SealedSecret(row.getBytes("credentials"));
        if (vault.isPresent(old)) {
          continue;
        }
        try {
          String owner = EndpointTargets.owner(row.getString("id"));
          change.setBytes(1, vault.seal(vault.open(old, owner), owner).bytes());
          change.setString(2, row.getString("id"));
          change.setBytes(3, old.bytes());
          changed += change.executeUpdate();
        } catch (IllegalStateException lost) {
          LOG.errorf("%s", lost.getMessage());
        }
      }
    }
    return changed;
  }
}
