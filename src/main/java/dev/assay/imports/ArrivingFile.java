package dev.assay.imports;

import dev.assay.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hands on what arrives while it is written to a file on the disk. */
final class ArrivingFile extends InputStream {
  private final InputStream sent;
  private final UploadFile file;
  private final long largest;
  private final MessageDigest digest = sha256();
  private long length;

  /**
   * @param largest bytes that the file may have
   */
  ArrivingFile(InputStream sent, UploadFile file, long largest) {
    this.sent = sent;
    this.file = file;
    this.largest = largest;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  /**
   * {@inheritDoc}
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem if the file is too large (413)
   */
  @Override
  public int read(byte[] buffer, int from, int most) throws IOException {
    int read = sent.read(buffer, from, most);
    if (read > 0) {
      length += read;
      if (length > largest) {
        throw Problems.tooLarge(
            "The file has more than %,d bytes; import it in parts.".formatted(largest));
      }
      digest.update(buffer, from, read);
      file.append(buffer, from, read);
    }
    return read;
  }

  /** Bytes that have arrived. */
  long length() {
    return length;
  }

  /** The SHA-256 of what has arrived; to be asked once. */
  byte[] digest() {
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
