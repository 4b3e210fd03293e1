package dev.assay.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends a problem where JAX-RS does not, with the same members in the same order. */
public final class ProblemAnswer {

  private static final String DISPLAY = ProblemAnswer.class.getName();

  private ProblemAnswer() {}

  /** Lets a problem with this request be answered in a form other than JSON. */
  public static void showBy(RoutingContext request, Consumer<HttpProblem> display) {
    request.put(DISPLAY, display);
  }

  /** Ends the response with the problem; does nothing when something was sent already. */
  public static void send(RoutingContext request, HttpProblem problem) {
    HttpServerResponse response = request.response();
    if (response.ended()) {
      return;
    }
    if (response.headWritten()) {
      response.end();
      return;
    }
    Consumer<HttpProblem> display = request.get(DISPLAY);
    if (display != null) {
      display.accept(problem);
      return;
    }
    response.setStatusCode(problem.getStatusCode());
    response.headers().set(HttpHeaders.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString());
    problem.getHeaders().forEach((name, value) -> response.putHeader(name, value.toString()));
    response.end(body(request, problem).toBuffer());
  }

  private static JsonObject body(RoutingContext request, HttpProblem problem) {
    JsonObject body = new JsonObject();
    put(body, "type", problem.getType());
    body.put("status", problem.getStatusCode());
    put(body, "title", problem.getTitle());
    put(body, "detail", problem.getDetail());
    body.put("instance", request.normalizedPath());
    for (Map.Entry<String, Object> member : problem.getParameters().entrySet()) {
      body.put(member.getKey(), member.getValue());
    }
    return body;
  }

  private static void put(JsonObject body, String name, @Nullable Object value) {
    if (value != null) {
      body.put(name, value.toString());
    }
  }
}
