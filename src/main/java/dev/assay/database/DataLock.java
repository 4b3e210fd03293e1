package dev.assay.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** Lets one service at a time use a data folder. The system releases it when the process ends. */
final class DataLock implements AutoCloseable {
  /** The library that started the server in earlier versions locks the same file. */
  private static final String FILE = "epg-lock";

  private final FileChannel channel;

  private DataLock(FileChannel channel) {
    this.channel = channel;
  }

  static DataLock take(Path data) throws IOException {
    FileChannel channel =
        FileChannel.open(
            data.resolve(FILE),
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            PrivateFolder.file(false));
    if (!locked(channel)) {
      channel.close();
      throw new IllegalStateException(
          "Another Assay runs on the data in %s. Stop it, or give this one a folder of its own with"
                  .formatted(data)
              + " ASSAY_DATABASE_DIRECTORY, or let both use one server with"
              + " QUARKUS_DATASOURCE_JDBC_URL.");
    }
    return new DataLock(channel);
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException thisProcess) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
