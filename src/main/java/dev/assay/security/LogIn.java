package dev.assay.security;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Begins and ends sessions of the console. */
@Singleton
public class LogIn {

  private static final Logger LOG = Logger.getLogger(LogIn.class);

  private final KeyRing ring;
  private final SessionTable sessions;

  LogIn(KeyRing ring, SessionTable sessions) {
    this.ring = ring;
    this.sessions = sessions;
  }

  /**
   * Begins a session, always under a new id, so that nobody can have put one into the browser
   * before.
   *
   * @return the id to be kept in the cookie {@link SessionCookies#session}, null if the key is none
   *     that can be used
   */
  public @Nullable String begin(String key) throws SQLException {
    Token token = Token.parse(key.strip());
    if (token == null) {
      return null;
    }
    HeldKey held = ring.held(token.id());
    if (held == null && ring.mayLookFor(token.id())) {
      held = ring.lookFor(token.id());
    }
    if (held == null || !held.opensWith(token)) {
      return null;
    }
    String id = SessionId.random();
    sessions.insert(id, token.id());
    LOG.infof("Key %s logged in to the console", token.id());
    return id;
  }

  /** Ends the session of the cookie, if it is one. */
  public void end(@Nullable String id) throws SQLException {
    if (id != null && SessionId.isOne(id)) {
      sessions.delete(id);
    }
  }

  /** A value for a cookie that ties the log-in form to the browser that asked for it. */
  public static String formId() {
    return SessionId.random();
  }

  /** Whether it is of the form of {@link #formId()}; what else a cookie holds is of no use. */
  public static boolean isFormId(@Nullable String id) {
    return id != null && SessionId.isOne(id);
  }

  /** What the form of that cookie sends along. */
  public static Session form(String id) {
    return Session.of(id, "");
  }
}
