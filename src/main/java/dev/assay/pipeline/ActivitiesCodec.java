package dev.assay.pipeline;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import dev.assay.assessment.Activities;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Activities as bytes: a CBOR (RFC 8949) sequence of type, subject, number of occurrences, and
 * their epoch milliseconds, each but the first as the distance to the one before.
 */
public final class ActivitiesCodec {
  private static final CBORFactory CBOR = new CBORFactory();

  private ActivitiesCodec() {}

  public static byte[] encode(Activities activities) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(32 * activities.size());
    try (JsonGenerator cbor = CBOR.createGenerator(out)) {
      activities.<IOException>forEach(
          (type, subject, times) -> {
            cbor.writeString(type);
            cbor.writeString(subject);
            cbor.writeNumber(times.length);
            long before = 0;
            for (long time : times) {
              cbor.writeNumber(time - before);
              before = time;
            }
          });
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return out.toByteArray();
  }

  public static Activities decode(byte[] bytes) {
    Activities.Builder activities = new Activities.Builder();
    try (JsonParser cbor = CBOR.createParser(bytes)) {
      for (JsonToken token = cbor.nextToken(); token != null; token = cbor.nextToken()) {
        String type = cbor.getText();
        String subject = cbor.nextTextValue();
        long[] times = new long[cbor.nextIntValue(0)];
        long before = 0;
        for (int i = 0; i < times.length; i++) {
          before += cbor.nextLongValue(0);
          times[i] = before;
        }
        activities.add(type, subject, times);
      }
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
    return activities.build();
  }
}
