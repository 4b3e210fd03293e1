package dev.assay.imports;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * An upload on disk. A client may be slow, so its file is taken in whole before the database is
 * asked for anything. Only this process's user can read it, and it is gone when it is closed or the
 * process ends in whatever way: where the system allows it, the file has no name from the start.
 */
final class SpooledFile implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final FileChannel file;

  private SpooledFile(FileChannel file) {
    this.file = file;
  }

  /** The file is longer than may be. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** The disk takes no more. */
  static final class NoRoom extends IOException {
    private static final long serialVersionUID = 1L;

    private NoRoom(IOException cause) {
      super(cause);
    }
  }

  /**
   * Reads all of an upload.
   *
   * @param most bytes
   * @throws TooLong if there are more
   * @throws NoRoom if the disk is full
   * @throws IOException if it does not arrive whole
   */
  static SpooledFile of(InputStream upload, long most) throws IOException {
    Path path = Files.createTempFile("assay-upload", ".csv");
    SpooledFile spooled =
        new SpooledFile(
            FileChannel.open(
                path,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE));
    try {
      spooled.fill(upload, most);
      return spooled;
    } catch (IOException | RuntimeException failure) {
      spooled.close();
      throw failure;
    }
  }

  private void fill(InputStream upload, long most) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long length = 0;
    for (int count = upload.read(buffer); count >= 0; count = upload.read(buffer)) {
      length += count;
      if (length > most) {
        throw new TooLong();
      }
      write(ByteBuffer.wrap(buffer, 0, count));
    }
    file.position(0);
  }

  private void write(ByteBuffer bytes) throws NoRoom {
    try {
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    } catch (IOException full) {
      throw new NoRoom(full);
    }
  }

  /** What was uploaded; once. */
  InputStream content() {
    return new BufferedInputStream(Channels.newInputStream(file), BUFFER);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
