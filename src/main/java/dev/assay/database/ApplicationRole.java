package dev.assay.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jboss.logging.Logger;
import org.postgresql.util.PasswordUtil;

/**
 * The role that the service connects with. It owns the database and what is in it, and may do
 * nothing else. It is set up while no server runs, by PostgreSQL in single-user mode: so the
 * superuser needs no password, and no way to connect.
 *
 * @param data the folder of the database
 * @param passwordFile is written last: where it is, all is set up
 */
record ApplicationRole(Path data, Path passwordFile) {
  static final String NAME = "assay";
  static final String DATABASE = "postgres";

  private static final Logger LOG = Logger.getLogger(ApplicationRole.class);
  private static final int PASSWORD_BYTES = 32;

  /** After a crash PostgreSQL first recovers. */
  private static final Duration LONGEST = Duration.ofMinutes(3);

  private static final String WHO_MAY_CONNECT =
      """
      # Written by Assay at each start. Nobody else may connect, the superuser included.
      host %s %s 127.0.0.1/32 scram-sha-256
      """
          .formatted(DATABASE, NAME);

  boolean isSetUp() {
    return Files.exists(passwordFile);
  }

  String password() throws IOException {
    return Files.readString(passwordFile).strip();
  }

  /** The next start sets it up again, with a new password. */
  void forget() throws IOException {
    Files.deleteIfExists(passwordFile);
  }

  /** No server may run. May be repeated, whatever interrupted it. */
  void setUp(Programs programs) throws IOException {
    if (!isSetUp()) {
      LOG.infof("Making the role %s the owner of the database in %s", NAME, data);
      String password = randomPassword();
      programs.run(
          "postgres",
          List.of(
              "--single",
              "-j",
              "-D",
              data.toString(),
              "-c",
              "exit_on_error=on",
              "-c",
              "log_min_error_statement=panic",
              DATABASE),
          "SET assay.verifier = '%s';\n\n%s\n\n".formatted(verifier(password), statements()),
          LONGEST);
      allowConnecting();
      PrivateFolder.write(passwordFile, password + "\n");
    }
    allowConnecting();
  }

  private void allowConnecting() throws IOException {
    Path file = data.resolve("pg_hba.conf");
    if (!Files.exists(file) || !Files.readString(file).equals(WHO_MAY_CONNECT)) {
      PrivateFolder.write(file, WHO_MAY_CONNECT);
    }
  }

  private static String randomPassword() {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /** What PostgreSQL stores: it tells that somebody knows the password, but not which it is. */
  private static String verifier(String password) {
    try {
      return PasswordUtil.encodePassword(NAME, password.toCharArray(), "scram-sha-256");
    } catch (SQLException impossible) {
      throw new IllegalStateException("The driver knows scram-sha-256", impossible);
    }
  }

  private static String statements() throws IOException {
    try (InputStream sql = ApplicationRole.class.getResourceAsStream("application-role.sql")) {
      if (sql == null) {
        throw new IOException("application-role.sql is gone from the class path");
      }
      return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
