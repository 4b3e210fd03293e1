package dev.assay.console;

import dev.assay.lead.RankingFilter;
import dev.assay.lead.SavedView;
import dev.assay.problem.Problems;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which leads to list, as the address says. A filter left empty is none. */
public record LeadsQuery(
    @QueryParam("view") @Nullable String view,
    @QueryParam("stage") @Nullable String stage,
    @QueryParam("band") @Nullable String band,
    @QueryParam("grade") @Nullable String grade,
    @QueryParam("owner") @Nullable String owner,
    @QueryParam("q") @Size(max = 200) @Nullable String q,
    @QueryParam("cursor") @Nullable String cursor) {

  RankingFilter filter() {
    SavedView saved = view == null || view.isEmpty() ? null : SavedView.of(view);
    if (saved == null && view != null && !view.isEmpty()) {
      throw Problems.notFound("There is no view of that name; choose one above the list of leads.");
    }
    return new RankingFilter(
        saved, given(stage), given(band), given(grade), given(owner), given(q));
  }

  /** The value of a field, empty for none. */
  public String of(String field) {
    return Objects.requireNonNullElse(all().get(field), "");
  }

  /** Whether anything but a view is asked for. */
  public boolean filtered() {
    return all().entrySet().stream()
        .anyMatch(each -> !"view".equals(each.getKey()) && given(each.getValue()) != null);
  }

  /** The same question as the query of an address, without the place in the list. */
  public String text() {
    return all().entrySet().stream()
        .filter(each -> given(each.getValue()) != null)
        .map(each -> each.getKey() + "=" + encoded(Objects.requireNonNull(each.getValue())))
        .collect(Collectors.joining("&"));
  }

  private Map<String, @Nullable String> all() {
    Map<String, @Nullable String> all = new LinkedHashMap<>();
    all.put("view", view);
    all.put("stage", stage);
    all.put("band", band);
    all.put("grade", grade);
    all.put("owner", owner);
    all.put("q", q);
    return all;
  }

  private static @Nullable String given(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
