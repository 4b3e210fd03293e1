package dev.assay.console;

import dev.assay.assessment.Stages;
import dev.assay.lead.SavedView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A saved view as it is offered. */
record ViewLink(String href, String title, boolean shown) {

  static List<ViewLink> all(Stages stages, @Nullable String shown) {
    List<ViewLink> links = new ArrayList<>();
    links.add(new ViewLink("/leads", "All", shown == null || shown.isEmpty()));
    Arrays.stream(SavedView.values())
        .map(
            view ->
                new ViewLink(
                    "/leads?view=" + view.word(), title(view, stages), view.word().equals(shown)))
        .forEach(links::add);
    return links;
  }

  private static String title(SavedView view, Stages stages) {
    return switch (view) {
      case HOT_UNASSIGNED -> "Hot and unassigned";
      case NEW_IN_TOP_STAGE -> "New %ss this week".formatted(top(stages));
      case COOLING_DOWN -> "Cooling down";
      case GOOD_ON_PAPER -> "Good on paper, never engaged";
    };
  }

  private static String top(Stages stages) {
    int last = stages.inOrder().size() - 1;
    return last < 0 ? "lead" : stages.inOrder().get(last).name();
  }
}
