package dev.assay.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host name. */
interface Resolver {

  Resolver SYSTEM = InetAddress::getAllByName;

  InetAddress[] resolve(String host) throws UnknownHostException;
}
