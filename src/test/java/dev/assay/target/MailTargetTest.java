package dev.assay.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTargetTest {

  @Test
  void theOwnerIsMailed() throws Exception {
    Outgoing.Mail mail = render("{\"owner\":true}", Notices.stageChanged(Map.of()));

    assertThat(mail.to()).containsExactly("kim@example.com");
    assertThat(mail.subject()).isEqualTo("Ada Lovelace (Example Ltd) is now SQL");
    assertThat(mail.text())
        .isEqualTo(
            """
            Ada Lovelace (Example Ltd) is now SQL

            E-mail: ada@example.com
            Company: Example Ltd
            Score: 112 (fit 60, engagement 52)
            Grade: A
            Band: hot
            Owner: kim@example.com

            Why:
              +30 Asked for a demo
              -5 Works at an agency

            https://assay.example.com/leads/l-42
            """);
    assertThat(mail.html())
        .contains("<li>+30 Asked for a demo</li>", "<td>112 (fit 60, engagement 52)</td>")
        .contains("<a href=\"https://assay.example.com/leads/l-42\">Open in Assay</a>");
  }

  @Test
  void aListIsMailedWhoeverTheOwnerIs() throws Exception {
    Notice ownedByATeam = Notices.stageChanged(Map.of("owner", "Inbound"));

    assertThat(render("{\"to\":[\"a@b.c\",\"d@e.f\"],\"owner\":true}", ownedByATeam).to())
        .containsExactly("a@b.c", "d@e.f");
    assertThatThrownBy(() -> render("{\"owner\":true}", ownedByATeam))
        .isInstanceOf(Unrenderable.class)
        .hasMessageContaining("owner");
  }

  @Test
  void namesAreHarmless() throws Exception {
    Notice evil =
        Notices.stageChanged(
            Map.of(
                "firstName", "Ada\r\nBcc: all@example.com",
                "lastName", "<script>alert('x')</script>",
                "company", "\" onmouseover=\"x",
                "lead", "\"><img src=x>"));

    Outgoing.Mail mail = render("{\"to\":[\"a@b.c\"]}", evil);

    assertThat(mail.subject()).doesNotContain("\r", "\n").contains("Ada  Bcc: all@example.com");
    assertThat(mail.html()).doesNotContain("<script", "<img", "\" onmouseover");
    assertThat(mail.html()).contains("&lt;script&gt;alert(&#39;x&#39;)", "leads/%22%3E%3Cimg");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a@",
        "@b",
        "a@b@c",
        "a b@c",
        "a@b,c@d",
        "a@b\r\nBcc:c@d",
        "Ada <a@b>",
        "<a@b>",
        "a@b;c@d",
        "\"a\"@b",
        "a@[127.0.0.1]",
        "a@b>",
        "a@-b",
        "a@b..c",
        "é@b",
        "a@b (c)"
      })
  void whatIsNoPlainAddressIsRefused(String address) throws Exception {
    String config = new ObjectMapper().writeValueAsString(Map.of("to", new String[] {address}));

    assertThatThrownBy(() -> render(config, Notices.stageChanged(Map.of())))
        .isInstanceOf(RefusedTarget.class);
    assertThatThrownBy(
            () -> render("{\"owner\":true}", Notices.stageChanged(Map.of("owner", address))))
        .isInstanceOf(Unrenderable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"owner\":false}", "{\"to\":[]}", "{\"cc\":[\"a@b.c\"]}"})
  void somebodyMustBeNamed(String config) {
    assertThatThrownBy(() -> render(config, Notices.stageChanged(Map.of())))
        .isInstanceOf(RefusedTarget.class);
  }

  private static Outgoing.Mail render(String config, Notice message) throws Exception {
    return (Outgoing.Mail)
        new Targets(Optional.of("https://assay.example.com"))
            .of("email", null, new ObjectMapper().readTree(config), null)
            .render(message);
  }
}
