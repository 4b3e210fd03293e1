package dev.assay.webhook;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** Builds the parts that know neither injection nor configuration. */
class WebhookBeans {

  @Produces
  @Singleton
  SortableId ids(Clock clock) {
    return new SortableId(clock, new SecureRandom());
  }

  @Produces
  @Singleton
  SecretVault vault(WebhookConfig config) {
    return new SecretVault(EncryptionKey.of(config), EncryptionKey.previous(config));
  }

  @Produces
  @Singleton
  AddressGuard guard(WebhookConfig config) {
    return new AddressGuard(config, Resolver.SYSTEM);
  }

  @Produces
  @Singleton
  RetrySchedule schedule() {
    return new RetrySchedule(new SecureRandom());
  }

  @Produces
  @Singleton
  HttpExchange exchange(Vertx vertx, WebhookConfig config) {
    return new HttpExchange(vertx, new HttpClientOptions(), config.sending().concurrency());
  }

  void close(@Disposes HttpExchange exchange) {
    exchange.close();
  }
}
