package dev.assay.console;

import dev.assay.ruleset.OpenRuleset;
import dev.assay.ruleset.PublishRuleset;
import dev.assay.ruleset.ShowRulesets;
import dev.assay.ruleset.VersionDetail;
import dev.assay.security.KeyNames;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers what stands above the pages of a version. */
@RequestScoped
class RulesetHeads {
  private final ShowRulesets show;
  private final OpenRuleset open;
  private final PublishRuleset publish;
  private final KeyNames names;
  private final SecurityIdentity caller;

  RulesetHeads(
      ShowRulesets show,
      OpenRuleset open,
      PublishRuleset publish,
      KeyNames names,
      SecurityIdentity caller) {
    this.show = show;
    this.open = open;
    this.publish = publish;
    this.names = names;
    this.caller = caller;
  }

  RulesetHead of(int number, String tab) throws SQLException {
    VersionDetail detail = show.detail(number);
    String uploader = detail.summary().createdBy();
    return new RulesetHead(
        detail,
        tab,
        open.live(),
        named(names.byId(), uploader),
        publish.wantsOther(uploader, caller.getPrincipal().getName()));
  }

  /** Who holds the key, in words. */
  static String named(Map<String, String> names, @Nullable String key) {
    return key == null ? "the service" : names.getOrDefault(key, "key " + key);
  }
}
