package dev.assay.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadScanTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET / HTTP/1.1~Host: a~~                       | false",
        "~GET / HTTP/1.1~Host: a~~                      | false",
        "GET / HTTP/1.1~Host: a~ b~~                    | true",
        "GET / HTTP/1.1~Host: a~\tb~~                   | true",
        "GET / HTTP/1.1~ Host: a~~                      | true",
        "POST / HTTP/1.1~Host: a~~ body~ more           | false",
      })
  void aFoldedLineIsFoundHoweverTheBytesArrive(String request, boolean folded) {
    for (String end : new String[] {"\r\n", "\n"}) {
      String head = request.strip().replace("~", end);
      for (int pieces = 1; pieces <= head.length(); pieces++) {
        assertThat(find(head, pieces))
            .describedAs("%s in pieces of %d", head, pieces)
            .isEqualTo(folded);
      }
    }
  }

  private static boolean find(String head, int size) {
    HeadScan scan = new HeadScan();
    boolean found = false;
    for (int from = 0; from < head.length(); from += size) {
      String piece = head.substring(from, Math.min(head.length(), from + size));
      found = scan.findsFolded(Unpooled.copiedBuffer(piece, US_ASCII));
    }
    return found;
  }
}
