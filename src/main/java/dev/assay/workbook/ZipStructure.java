package dev.assay.workbook;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Holds an archive against the form that spreadsheet programs write (APPNOTE.TXT of PKWARE, 4.3): a
 * row of parts, then their directory, then the end, with nothing before, between or behind, and
 * said of each part the same in both places. Programs that read an archive another way than this
 * service would else find in it what the service never saw, and uploads are handed on byte for
 * byte.
 */
final class ZipStructure {
  private static final int LOCAL = 0x04034b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int END_64 = 0x06064b50;
  private static final int LOCATOR_64 = 0x07064b50;
  private static final int DESCRIPTOR = 0x08074b50;

  private static final int LOCAL_BYTES = 30;
  private static final int CENTRAL_BYTES = 46;
  private static final int END_BYTES = 22;
  private static final int END_64_BYTES = 56;
  private static final int LOCATOR_BYTES = 20;

  private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
  private static final int DESCRIPTOR_FOLLOWS = 1 << 3;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final int UNIX = 3;
  private static final int LINK = 0xA;
  private static final long IN_EXTRA_FIELD = 0xFFFFFFFFL;

  private final ByteBuffer file;

  private ZipStructure(byte[] file) {
    this.file = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * What the directory says of a part.
   *
   * @param size packed, in bytes
   */
  private record Part(String name, int offset, long size, int flags, int method) {}

  /**
   * @throws Unreadable if the archive is of another form
   */
  static void check(byte[] file) throws Unreadable {
    try {
      new ZipStructure(file).check();
    } catch (IndexOutOfBoundsException | IllegalArgumentException cut) {
      throw Unreadable.damaged();
    }
  }

  private void check() throws Unreadable {
    int end = file.capacity() - END_BYTES;
    if (file.getInt(end) != END || file.getShort(end + 20) != 0) {
      throw mixed("nothing behind the archive");
    }
    int size = file.getInt(end + 12);
    int start = file.getInt(end + 16);
    int directoryEnd = directoryEnd(end);
    if (start < 0 || size < 0 || start + size != directoryEnd) {
      throw mixed("the directory of the archive at its end");
    }
    List<Part> parts = parts(start, directoryEnd);
    if (parts.size() != unsigned(end + 10) || parts.size() != unsigned(end + 8)) {
      throw mixed("as many parts as the archive says");
    }
    parts.sort(Comparator.comparingInt(Part::offset));
    int at = 0;
    for (Part part : parts) {
      if (part.offset() != at) {
        throw mixed("nothing between the parts of the archive");
      }
      at = end(part);
    }
    if (at != start) {
      throw mixed("nothing between the parts of the archive");
    }
  }

  /** Where the directory ends; the records of ZIP64 may stand behind it. */
  private int directoryEnd(int end) throws Unreadable {
    int locator = end - LOCATOR_BYTES;
    if (locator < 0 || file.getInt(locator) != LOCATOR_64) {
      return end;
    }
    int end64 = locator - END_64_BYTES;
    if (file.getInt(end64) != END_64 || file.getLong(locator + 8) != end64) {
      throw mixed("nothing behind the directory of the archive");
    }
    return end64;
  }

  private List<Part> parts(int start, int end) throws Unreadable {
    List<Part> parts = new ArrayList<>();
    int at = start;
    while (at < end) {
      if (file.getInt(at) != CENTRAL) {
        throw mixed("an unbroken directory of the archive");
      }
      int attributes = file.getInt(at + 38) >>> 28;
      if (file.get(at + 5) == UNIX && attributes == LINK) {
        throw mixed("parts alone and no links");
      }
      int name = unsigned(at + 28);
      parts.add(
          new Part(
              text(at + CENTRAL_BYTES, name),
              file.getInt(at + 42),
              file.getInt(at + 20) & IN_EXTRA_FIELD,
              unsigned(at + 8),
              unsigned(at + 10)));
      at += CENTRAL_BYTES + name + unsigned(at + 30) + unsigned(at + 32);
    }
    if (at != end) {
      throw mixed("an unbroken directory of the archive");
    }
    return parts;
  }

  /** Where the part ends, once its own head is found to say what the directory does. */
  private int end(Part part) throws Unreadable {
    int at = part.offset();
    if (file.getInt(at) != LOCAL
        || unsigned(at + 6) != part.flags()
        || unsigned(at + 8) != part.method()
        || !text(at + LOCAL_BYTES, unsigned(at + 26)).equals(part.name())) {
      throw mixed("the same said of each part at its place and in the directory");
    }
    if ((part.flags() & ENCRYPTED) != 0) {
      throw Unreadable.file("an .xlsx file without password", "Save it as .xlsx without password.");
    }
    if (part.method() != STORED && part.method() != DEFLATED || part.size() == IN_EXTRA_FIELD) {
      throw mixed("parts that are packed as spreadsheet programs do");
    }
    checkName(part.name());
    long end = at + (long) LOCAL_BYTES + unsigned(at + 26) + unsigned(at + 28) + part.size();
    boolean descriptor = (part.flags() & DESCRIPTOR_FOLLOWS) != 0;
    long local = file.getInt(at + 18) & IN_EXTRA_FIELD;
    if (!descriptor && local != part.size() && local != IN_EXTRA_FIELD) {
      throw mixed("the same said of each part at its place and in the directory");
    }
    return descriptor ? afterDescriptor((int) end, part) : (int) end;
  }

  /** A descriptor has a checksum and both sizes, of 4 or 8 bytes, and may have a mark before. */
  private int afterDescriptor(int at, Part part) throws Unreadable {
    int sizes = file.getInt(at) == DESCRIPTOR ? at + 8 : at + 4;
    if ((file.getInt(sizes) & IN_EXTRA_FIELD) != part.size()) {
      throw mixed("the same said of each part at its place and in the directory");
    }
    boolean wide = file.getInt(sizes + 4) == 0 && !startsNext(sizes + 8);
    return sizes + (wide ? 16 : 8);
  }

  private boolean startsNext(int at) {
    int mark = file.getInt(at);
    return mark == LOCAL || mark == CENTRAL;
  }

  private static void checkName(String name) throws Unreadable {
    String path = name.replace('\\', '/');
    for (String step : path.split("/", -1)) {
      if (step.equals("..") || step.equals(".")) {
        throw outside(name);
      }
    }
    if (path.startsWith("/")
        || path.contains("//")
        || path.contains(":")
        || path.chars().anyMatch(Character::isISOControl)) {
      throw outside(name);
    }
  }

  private static Unreadable outside(String name) {
    return Unreadable.file(
        "names of parts that lie within the archive",
        "The part %s does not: save the workbook again from the spreadsheet program."
            .formatted(WorkbookError.shorten(name.replaceAll("\\p{Cntrl}", "?"))));
  }

  private static Unreadable mixed(String expected) {
    return Unreadable.file(
        "an intact .xlsx file: " + expected,
        "The file is damaged or holds more than a workbook: save it again from the spreadsheet"
            + " program.");
  }

  private int unsigned(int at) {
    return Short.toUnsignedInt(file.getShort(at));
  }

  private String text(int at, int length) {
    return new String(file.array(), at, length, StandardCharsets.UTF_8);
  }
}
