package dev.assay.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Unpacks a file within fixed limits and refuses everything that is not a plain .xlsx. Only what is
 * kept here is ever looked at, so nothing can hide in the archive.
 */
final class PackageGuard {
  private static final String SHRINK = "Remove pictures and sheets that hold no rules.";

  private final Set<String> names = new HashSet<>();
  private final Map<String, byte[]> parts = new HashMap<>();
  private final byte[] buffer = new byte[1 << 14];
  private long unpacked;

  private PackageGuard() {}

  /** The XML parts of the file by name, in lower case and without leading slash. */
  static Map<String, byte[]> unpack(byte[] file) throws Unreadable {
    if (file.length > Limits.FILE_BYTES) {
      throw Unreadable.file("a file of at most %d MB".formatted(Limits.FILE_BYTES >> 20), SHRINK);
    }
    if (startsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw Unreadable.file(
          "an .xlsx file without password",
          "This is an old .xls or an encrypted workbook: save it as .xlsx without password.");
    }
    if (!startsWith(file, 'P', 'K', 3, 4)) {
      throw notXlsx();
    }
    ZipStructure.check(file);
    PackageGuard guard = new PackageGuard();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      guard.unpack(zip);
    } catch (IOException | IllegalArgumentException broken) {
      throw Unreadable.damaged();
    }
    if (!guard.parts.containsKey("[content_types].xml")
        || !guard.parts.containsKey("xl/workbook.xml")) {
      throw notXlsx();
    }
    return guard.parts;
  }

  private static Unreadable notXlsx() {
    return Unreadable.file("an .xlsx file", "Save the workbook as .xlsx (Excel Workbook).");
  }

  private void unpack(ZipInputStream zip) throws IOException, Unreadable {
    for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
      String name = part.getName().toLowerCase(Locale.ROOT).replace('\\', '/');
      name = name.startsWith("/") ? name.substring(1) : name;
      if (!names.add(name)) {
        throw Unreadable.file(
            "each part once",
            "The file holds two parts named %s: save it again from the spreadsheet program."
                .formatted(WorkbookError.shorten(name)));
      }
      if (names.size() > Limits.PARTS) {
        throw Unreadable.file("at most %d parts".formatted(Limits.PARTS), SHRINK);
      }
      refuseActiveContent(name);
      boolean kept = name.endsWith(".xml") || name.endsWith(".rels");
      byte[] content = content(zip, kept);
      if (kept) {
        parts.put(name, content);
      }
    }
  }

  private byte[] content(ZipInputStream zip, boolean kept) throws IOException, Unreadable {
    ByteArrayOutputStream content = new ByteArrayOutputStream(kept ? buffer.length : 0);
    DoctypeScan doctype = new DoctypeScan();
    for (int count = zip.read(buffer); count >= 0; count = zip.read(buffer)) {
      unpacked += count;
      if (unpacked > Limits.UNPACKED_BYTES) {
        throw Unreadable.file(
            "at most %d MB when unpacked".formatted(Limits.UNPACKED_BYTES >> 20), SHRINK);
      }
      doctype.add(buffer, count);
      if (kept) {
        content.write(buffer, 0, count);
      }
    }
    if (doctype.found()) {
      throw Unreadable.file(
          "XML without DOCTYPE", "Save the workbook again from the spreadsheet program.");
    }
    return content.toByteArray();
  }

  /** Active parts by their usual names; by their content types they are refused as well. */
  private static void refuseActiveContent(String name) throws Unreadable {
    if (name.contains("vbaproject") || name.contains("/macrosheets/")) {
      throw macros();
    }
    if (name.contains("externallink")) {
      throw links();
    }
    if (name.contains("embeddings/")
        || name.contains("activex/")
        || name.contains("dialogsheets/")
        || name.contains("querytables/")
        || name.contains("webextensions/")
        || name.contains("customui/")
        || name.endsWith("volatiledependencies.xml")
        || name.endsWith("connections.xml")) {
      throw embedded();
    }
  }

  static Unreadable macros() {
    return Unreadable.file(
        "a workbook without macros", "Save it as .xlsx (Excel Workbook), not .xlsm.");
  }

  static Unreadable links() {
    return Unreadable.file(
        "a workbook without links to other files", "In Excel choose Data, Edit Links, Break Link.");
  }

  static Unreadable embedded() {
    return Unreadable.file(
        "a workbook without embedded objects, controls and data connections",
        "Remove them: rules are read from cells alone.");
  }

  private static boolean startsWith(byte[] file, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= file.length || (file[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
