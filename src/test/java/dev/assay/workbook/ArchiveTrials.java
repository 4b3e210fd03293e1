package dev.assay.workbook;

import static dev.assay.workbook.Trial.file;
import static dev.assay.workbook.Trial.refused;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives in which other programs would find another workbook, or more than one. */
final class ArchiveTrials {
  private static final String INTACT = "file: intact";
  private static final String OUTSIDE = "file: names of parts that lie within";
  private static final String LOCAL = "PK\3\4";
  private static final String CENTRAL = "PK\1\2";

  private ArchiveTrials() {}

  static List<Trial> all() {
    List<Trial> trials = new ArrayList<>();
    for (String name :
        List.of(
            "../../x",
            "xl/../../x",
            "..\\..\\x",
            "xl/..",
            "/x",
            "//server/x",
            "\\x",
            "C:/x",
            "C:x",
            "xl/./x",
            "xl//x",
            "a\u0007b",
            "a\0b")) {
      trials.add(refused("a part called " + name, x -> x.part(name, "x"), OUTSIDE));
    }
    trials.add(file("bytes behind the archive", () -> joined(sound(), new byte[1]), INTACT));
    trials.add(file("an archive behind the archive", () -> joined(sound(), sound()), INTACT));
    trials.add(
        file(
            "a script behind the archive",
            () -> joined(sound(), "#!x".getBytes(ISO_8859_1)),
            INTACT));
    trials.add(file("a comment on the archive", ArchiveTrials::commented, INTACT));
    trials.add(file("bytes between parts and directory", ArchiveTrials::withGap, INTACT));
    trials.add(changed("a part that the directory does not name", ArchiveTrials::hideAPart));
    trials.add(
        changed(
            "another name in the directory", file -> file.put(at(file, CENTRAL) + 46, (byte) 'x')));
    trials.add(
        changed("another name at the part", file -> file.put(at(file, LOCAL) + 30, (byte) 'x')));
    trials.add(
        changed(
            "another way of packing at the part",
            file -> file.putShort(at(file, LOCAL) + 8, (short) 0)));
    trials.add(changed("an unknown way of packing", ArchiveTrials::packOtherwise));
    trials.add(changed("a part that is a link", ArchiveTrials::makeLink));
    trials.add(changed("a part of another size", file -> file.putInt(at(file, CENTRAL) + 20, 7)));
    trials.add(changed("parts that overlap", file -> file.putInt(second(file) + 42, 0)));
    trials.add(
        file("an encrypted part", () -> changed(ArchiveTrials::encrypt), "file: without password"));
    return trials;
  }

  private static byte[] sound() {
    return Trial.sound().bytes();
  }

  private static Trial changed(String name, Consumer<ByteBuffer> change) {
    return file(name, () -> changed(change), INTACT);
  }

  private static byte[] changed(Consumer<ByteBuffer> change) {
    byte[] file = sound();
    change.accept(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN));
    return file;
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static byte[] commented() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (var part : Trial.sound().parts().entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
      zip.setComment("x");
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return out.toByteArray();
  }

  /** The directory is moved by some bytes, and the end tells so. */
  private static byte[] withGap() {
    byte[] file = sound();
    int directory = at(ByteBuffer.wrap(file), CENTRAL);
    byte[] moved = joined(Arrays.copyOf(file, directory + 4), new byte[file.length - directory]);
    System.arraycopy(file, directory, moved, directory + 4, file.length - directory);
    ByteBuffer.wrap(moved).order(ByteOrder.LITTLE_ENDIAN).putInt(moved.length - 6, directory + 4);
    return moved;
  }

  /** The directory begins with its second part, and the end tells so. */
  private static void hideAPart(ByteBuffer file) {
    int end = file.capacity() - 22;
    int hidden = second(file) - at(file, CENTRAL);
    file.putShort(end + 8, (short) (file.getShort(end + 8) - 1));
    file.putShort(end + 10, (short) (file.getShort(end + 10) - 1));
    file.putInt(end + 12, file.getInt(end + 12) - hidden);
    file.putInt(end + 16, file.getInt(end + 16) + hidden);
  }

  private static void packOtherwise(ByteBuffer file) {
    file.putShort(at(file, LOCAL) + 8, (short) 14);
    file.putShort(at(file, CENTRAL) + 10, (short) 14);
  }

  private static void encrypt(ByteBuffer file) {
    file.putShort(at(file, LOCAL) + 6, (short) (file.getShort(at(file, LOCAL) + 6) | 1));
    file.putShort(at(file, CENTRAL) + 8, (short) (file.getShort(at(file, CENTRAL) + 8) | 1));
  }

  private static void makeLink(ByteBuffer file) {
    file.put(at(file, CENTRAL) + 5, (byte) 3);
    file.putInt(at(file, CENTRAL) + 38, 0xA1FF0000);
  }

  private static int second(ByteBuffer file) {
    return new String(file.array(), ISO_8859_1).indexOf(CENTRAL, at(file, CENTRAL) + 1);
  }

  private static int at(ByteBuffer file, String mark) {
    return new String(file.array(), ISO_8859_1).indexOf(mark);
  }
}
