package dev.assay.target;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is to be sent for one message. */
public sealed interface Outgoing {

  /**
   * An HTTP request.
   *
   * @param headers by lower-case name
   * @param secretHeader the one that proves who calls
   * @param oauth how to get its value, where it is not among the headers yet
   */
  record Request(
      String method,
      String url,
      Map<String, String> headers,
      Optional<String> secretHeader,
      Optional<OAuth> oauth,
      String body)
      implements Outgoing {

    public Request {
      headers = Map.copyOf(headers);
    }

    /** A card for a chat, whose URL is all that proves who calls. */
    static Request card(String url, String body) {
      Map<String, String> headers = Map.of("content-type", "application/json");
      return new Request("POST", url, headers, Optional.empty(), Optional.empty(), body);
    }

    /** Without URL, headers and body, any of which may hold a secret. */
    @Override
    public String toString() {
      return "Request[" + method + "]";
    }
  }

  /** A mail. Neither a recipient nor the subject holds a line break. */
  record Mail(List<String> to, String subject, String text, String html) implements Outgoing {

    public Mail {
      to = List.copyOf(to);
    }
  }
}
