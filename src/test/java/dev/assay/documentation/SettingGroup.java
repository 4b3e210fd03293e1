package dev.assay.documentation;

import java.util.List;

/** The settings of one {@code @ConfigMapping}, in the order of its source. */
record SettingGroup(String prefix, String about, List<Setting> settings) {}
