package dev.assay.pipeline;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import com.fasterxml.jackson.dataformat.cbor.CBORParser;
import dev.assay.assessment.Activities;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/**
 * Activities as bytes: a CBOR (RFC 8949) sequence of type, subject, epoch milliseconds of the first
 * occurrence, and the distances between it and the following ones as a typed array (RFC 8746) of 32
 * or, if one of them is longer than 49 days, 64 bits. Arrays cost a busy lead, whose history is
 * read and written with each of its events, a tenth of what numbers one by one do.
 */
public final class ActivitiesCodec {
  private static final CBORFactory CBOR = new CBORFactory();
  private static final int UINT32_ARRAY = 66;
  private static final int UINT64_ARRAY = 67;
  private static final long LARGEST_UINT32 = 0xFFFF_FFFFL;

  private ActivitiesCodec() {}

  public static byte[] encode(Activities activities) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(32 * activities.size());
    try (CBORGenerator cbor = CBOR.createGenerator(out)) {
      activities.<IOException>forEach(
          (type, subject, times) -> {
            cbor.writeString(type);
            cbor.writeString(subject);
            cbor.writeNumber(times[0]);
            boolean narrow = narrow(times);
            cbor.writeTag(narrow ? UINT32_ARRAY : UINT64_ARRAY);
            cbor.writeBinary(distances(times, narrow));
          });
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return out.toByteArray();
  }

  private static boolean narrow(long[] times) {
    for (int i = 1; i < times.length; i++) {
      if (Long.compareUnsigned(times[i] - times[i - 1], LARGEST_UINT32) > 0) {
        return false;
      }
    }
    return true;
  }

  private static byte[] distances(long[] times, boolean narrow) {
    ByteBuffer bytes = ByteBuffer.allocate((times.length - 1) * (narrow ? 4 : 8));
    for (int i = 1; i < times.length; i++) {
      long distance = times[i] - times[i - 1];
      if (narrow) {
        bytes.putInt((int) distance);
      } else {
        bytes.putLong(distance);
      }
    }
    return bytes.array();
  }

  /**
   * All activities of these sequences together; each may itself be several, one after the other.
   */
  public static Activities decode(byte[]... sequences) {
    Activities.Builder activities = new Activities.Builder();
    for (byte[] sequence : sequences) {
      decode(sequence, activities);
    }
    return activities.build();
  }

  private static void decode(byte[] sequence, Activities.Builder activities) {
    try (CBORParser cbor = CBOR.createParser(sequence)) {
      for (JsonToken token = cbor.nextToken(); token != null; token = cbor.nextToken()) {
        String type = cbor.getText();
        String subject = cbor.nextTextValue();
        activities.add(type, subject, times(cbor));
      }
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  private static long[] times(CBORParser cbor) throws IOException {
    long first = cbor.nextLongValue(0);
    if (cbor.nextToken() != JsonToken.VALUE_EMBEDDED_OBJECT) {
      return oneByOne(cbor, Math.toIntExact(first));
    }
    boolean narrow = cbor.getCurrentTag() == UINT32_ARRAY;
    ByteBuffer distances = ByteBuffer.wrap(cbor.getBinaryValue());
    long[] times = new long[1 + distances.remaining() / (narrow ? 4 : 8)];
    times[0] = first;
    for (int i = 1; i < times.length; i++) {
      long distance = narrow ? Integer.toUnsignedLong(distances.getInt()) : distances.getLong();
      times[i] = times[i - 1] + distance;
    }
    return times;
  }

  /** As earlier versions wrote them: their number, and each distance as a number of its own. */
  private static long[] oneByOne(JsonParser cbor, int number) throws IOException {
    long[] times = new long[number];
    times[0] = cbor.getLongValue();
    for (int i = 1; i < times.length; i++) {
      times[i] = times[i - 1] + cbor.nextLongValue(0);
    }
    return times;
  }
}
