package dev.assay.target;

import java.util.regex.Pattern;

/** What is accepted as the address of a mailbox. */
public final class MailAddress {

  /**
   * One plain address: no name, no list, no comment, nothing that a header could be broken with.
   */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?=.{3,254}$)[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

  private MailAddress() {}

  /** Whether the text is one. */
  public static boolean is(String text) {
    return ADDRESS.matcher(text).matches();
  }
}
