package dev.assay.ruleset;

import dev.assay.engine.DrlErrors;
import dev.assay.engine.DrlFile;
import dev.assay.engine.DrlFingerprint;
import dev.assay.engine.DrlPackages;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Compiles DRL files once: compiled code is kept in memory for the next rule set with the same
 * files, and in the database for the next start. Whoever can write there could as well change the
 * DRL of a version, so this code is as trusted as that.
 */
@ApplicationScoped
class KnownDrl {
  private static final Logger LOG = Logger.getLogger(KnownDrl.class);

  private final AgroalDataSource database;
  private final Clock clock;
  private final Map<List<DrlFile>, DrlPackages> recent =
      new LinkedHashMap<>(8, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<DrlFile>, DrlPackages> eldest) {
          return size() > MOST_RECENT;
        }
      };

  /** A deployment has one; rolling back needs another. */
  private static final int MOST_RECENT = 4;

  KnownDrl(AgroalDataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * The compiled files. Callers wait for each other, for a compiler takes all the machine has.
   *
   * @throws DrlErrors if the files are broken
   */
  synchronized DrlPackages of(List<DrlFile> files) {
    DrlPackages known = recent.get(files);
    if (known == null) {
      byte[] fingerprint = DrlFingerprint.of(files);
      known = stored(files, fingerprint);
      if (known == null) {
        known = DrlPackages.compile(files);
        store(fingerprint, known);
      }
      recent.put(List.copyOf(files), known);
    }
    return known;
  }

  private @Nullable DrlPackages stored(List<DrlFile> files, byte[] fingerprint) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT classes FROM compiled_drl WHERE fingerprint = ?")) {
      select.setBytes(1, fingerprint);
      try (ResultSet found = select.executeQuery()) {
        return found.next() ? DrlPackages.load(files, found.getBytes(1)) : null;
      }
    } catch (SQLException | LinkageError unusable) {
      LOG.warnf("Compiled DRL cannot be used, it is compiled again: %s", unusable);
      return null;
    }
  }

  private void store(byte[] fingerprint, DrlPackages compiled) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO compiled_drl VALUES (?, ?, ?) ON CONFLICT (fingerprint)"
                    + " DO UPDATE SET classes = excluded.classes")) {
      insert.setBytes(1, fingerprint);
      insert.setBytes(2, compiled.compiled());
      insert.setObject(3, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
      insert.executeUpdate();
    } catch (SQLException failure) {
      LOG.warnf("Compiled DRL was not kept, the next start compiles it again: %s", failure);
    }
  }
}
