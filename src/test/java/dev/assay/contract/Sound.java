package dev.assay.contract;

import java.util.List;
import java.util.Map;

/** Bodies that are good as they stand, where the description of an operation shows none. */
final class Sound {
  private static final List<String> ENDPOINTS =
      List.of(
          """
          {"url":"http://127.0.0.1:9/x","eventTypes":["lead.stage.changed"],
           "filter":{"stages":["SQL"],"lead":[{"field":"employees","is":">=","value":200}]}}""",
          """
          {"url":"http://127.0.0.1:9/x","scoreStep":5,"order":"strict",
           "limits":{"perSecond":5,"atOnce":2},"description":"CRM","enabled":false}""",
          """
          {"kind":"slack","url":"http://127.0.0.1:9/x","digest":"PT1H",
           "followUp":{"stage":"MQL","after":"P2D"},"contact":"a@example.com"}""",
          """
          {"kind":"email","config":{"to":["a@example.com"],"owner":true}}""",
          """
          {"kind":"template","config":{"method":"POST","url":"http://127.0.0.1:9/x",
           "headers":{"X-A":"b"},"body":{"lead":"{data.lead}","n":[1,{"s":"{data.score}"}]}},
           "auth":{"bearer":"t"}}""",
          """
          {"kind":"template","config":{"method":"PUT","url":"http://127.0.0.1:9/x","body":{"a":1}},
           "auth":{"oauth":{"tokenUrl":"http://127.0.0.1:9/t","clientId":"a","clientSecret":"b"}}}""",
          """
          {"preset":"salesforce","site":"https://example.my.salesforce.com","auth":{"bearer":"t"}}""");

  static final Map<String, List<String>> BODIES =
      Map.of(
          "POST /v1/webhooks",
          ENDPOINTS,
          "PATCH /v1/webhooks/{id}",
          ENDPOINTS,
          "POST /v1/keys",
          List.of("{\"name\":\"fuzz\",\"roles\":[\"sales\",\"ingest\"]}"),
          "POST /v1/events",
          List.of(
              """
              [{"id":"e-2","lead":"l-1","type":"page_view","subject":"/a","properties":{"a":{"b":[1,"c"]}}},
               {"id":"e-3","email":"kim@example.com","type":"chat"}]""",
              """
              {"specversion":"1.0","id":"e-4","type":"chat","source":"web","subject":"l-1",
               "time":"2026-11-20T09:30:00Z","data":{"a":1}}""",
              """
              {"id":"o-1","lead":"l-1","type":"outcome","subject":"rejected","properties":{"reason":"r"}}"""),
          "PUT /v1/leads/{lead}",
          List.of(
              """
              {"title":"VP","employees":300,"revenue":1e6,"country":"US","doNotContact":false,
               "technologies":["Java"],"attributes":{"tier":"gold","seats":5}}"""),
          "POST /v1/imports/{id}/start",
          List.of(
              """
              {"kind":"leads","columns":{"lead":"lead","title":"title"},"constants":{"source":"crm"}}"""),
          "POST /v1/imports/{id}/preview",
          List.of("{\"kind\":\"leads\",\"columns\":{\"lead\":\"lead\",\"title\":\"title\"}}"));

  private Sound() {}
}
