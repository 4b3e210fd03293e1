package dev.assay.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects one after the other and gives one up that has too many members or bytes, before it
 * is in memory; what follows can still be read.
 */
public final class BoundedParser extends JsonParserDelegate {
  private int depth;
  private int members;
  private long begun;

  /** Reads what that parser reads. */
  public BoundedParser(JsonParser parser) {
    super(parser);
  }

  /** An object is larger than one may be; the message goes on from its name. */
  public static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge(String why) {
      super(why);
    }
  }

  /** Begins with the next object: what is counted is counted from here. */
  public void restart() {
    members = 0;
    begun = delegate.currentTokenLocation().getByteOffset();
  }

  /** Passes over what is left of an object that was given up, down to that depth. */
  public void skipTo(int depth) throws IOException {
    while (this.depth > depth) {
      count(delegate.nextToken());
    }
  }

  /** How many objects and lists are open. */
  public int depth() {
    return depth;
  }

  /** Goes on between objects, where nothing is counted. */
  public @Nullable JsonToken nextOutside() throws IOException {
    return count(delegate.nextToken());
  }

  @Override
  public @Nullable JsonToken nextToken() throws IOException {
    @Nullable JsonToken token = count(delegate.nextToken());
    if (token == JsonToken.FIELD_NAME && delegate.currentName().length() > JsonLimits.NAME) {
      throw new TooLarge(
          "has a name of more than %,d characters; shorten it".formatted(JsonLimits.NAME));
    }
    if (members > JsonLimits.OBJECT_MEMBERS) {
      throw new TooLarge(
          "has more than %,d members; send less of it".formatted(JsonLimits.OBJECT_MEMBERS));
    }
    if (delegate.currentLocation().getByteOffset() - begun > JsonLimits.OBJECT_BYTES) {
      throw new TooLarge(
          "has more than %,d bytes; send less of it".formatted(JsonLimits.OBJECT_BYTES));
    }
    return token;
  }

  private @Nullable JsonToken count(@Nullable JsonToken token) {
    if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
      depth++;
    } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
      depth--;
    } else if (token == JsonToken.FIELD_NAME) {
      members++;
    }
    return token;
  }
}
