package dev.assay.security;

/** What became of an attempt to revoke a key. */
sealed interface Revocation {

  /** The key cannot be used any more, since now or since earlier. */
  record Done() implements Revocation {}

  /** There is no such key. */
  record Unknown() implements Revocation {}

  /** Refused: nobody could make or revoke keys afterwards. */
  record LastAdmin() implements Revocation {}
}
