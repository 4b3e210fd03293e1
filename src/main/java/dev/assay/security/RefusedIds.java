package dev.assay.security;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The ids last found to be of no usable key, so that none is looked for twice. Forgetting is
 * harmless and remembering too: an id is random, known to nobody before its key exists, and a
 * revoked key never comes back.
 */
final class RefusedIds {

  static final int MOST = 4_096;

  private final Map<String, Boolean> ids =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > MOST;
        }
      };

  synchronized boolean contains(String id) {
    return ids.containsKey(id);
  }

  synchronized void add(String id) {
    ids.put(id, true);
  }
}
