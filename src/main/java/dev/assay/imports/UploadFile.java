package dev.assay.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;

/** A file on the disk that has no name; closing it deletes it. */
final class UploadFile implements Closeable {
  private final FileChannel channel;

  UploadFile(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Adds bytes at the end.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem if the disk does not take them (503)
   */
  void append(byte[] bytes, int from, int length) {
    try {
      ByteBuffer left = ByteBuffer.wrap(bytes, from, length);
      while (left.hasRemaining()) {
        channel.write(left);
      }
    } catch (IOException failure) {
      throw UploadFolder.cannotStore(failure);
    }
  }

  /** Reads all of it from its beginning. */
  InputStream read() throws IOException {
    return Channels.newInputStream(channel.position(0));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
