package dev.assay.ruleset;

/** Told of publications inside the transaction that stores them. */
public interface PublicationAnnouncer {

  /** Writes what has to be sent, in the transaction of the calling thread. */
  void announce(Published published);

  /** Called after the commit: there may be something to send. Must return at once. */
  default void committed() {}
}
