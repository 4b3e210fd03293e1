package dev.assay.http;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;

/**
 * Puts a guard on each connection that is accepted. Quarkus and Vert.x know a limit for a
 * connection on which nothing comes, but none for one on which little does, and no place for one
 * before the first request is there. Netty has this place for it, and looks for extensions only
 * where {@link #enable()} was called before the server starts.
 */
public final class GuardConnections extends ChannelInitializerExtension {
  private static final String NETTY_SETTING = "io.netty.bootstrap.extensions";

  /** Lets Netty find this class. */
  public static void enable() {
    System.setProperty(NETTY_SETTING, "serviceload");
  }

  @Override
  public void postInitializeServerChildChannel(Channel connection) {
    connection.pipeline().addFirst(new ConnectionGuard(OpenConnections.OF_PROCESS));
  }
}
