package com.ceap.local.http;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers on a port of 127.0.0.1 and on no other interface, one virtual thread a request. */
public final class LoopbackServer implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final int MOST = 65_535;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private LoopbackServer(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
  }

  /**
   * Takes a port, and answers on it once it is started.
   *
   * @param port 0 for any that is free
   * @param option how a person names another port, such as {@code --port}
   * @throws CeapException ARGUMENT_INVALID where there is no such port or another program has it
   */
  public static LoopbackServer bind(int port, String option) {
    if (port < 0 || port > MOST) {
      throw new CeapException(
          ErrorCode.ARGUMENT_INVALID,
          "%s should be a port from 0 to %d, was %d".formatted(option, MOST, port));
    }
    // Without it an answer waits for the client's delayed acknowledgement, 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
      return new LoopbackServer(HttpServer.create(new InetSocketAddress(loopback, port), 0));
    } catch (BindException e) {
      throw new CeapException(
          ErrorCode.ARGUMENT_INVALID,
          "port %d is in use by another program; name another with %s".formatted(port, option),
          e);
    } catch (IOException e) {
      throw new CeapException(
          ErrorCode.STORE_UNAVAILABLE, "cannot listen on port %d: %s".formatted(port, e), e);
    }
  }

  /** Takes a port and answers on it at once, as {@link #bind} and {@link #serve}. */
  public static LoopbackServer start(int port, String option, Map<String, HttpHandler> handlers) {
    LoopbackServer server = bind(port, option);
    handlers.forEach(server::serve);
    return server.start();
  }

  /** Lets a handler answer for a path and everything below it that no other answers for. */
  public LoopbackServer serve(String path, HttpHandler handler) {
    server.createContext(path, new Guarded(handler));
    return this;
  }

  public LoopbackServer start() {
    server.start();
    return this;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public String url() {
    return "http://127.0.0.1:" + port();
  }

  /** Takes no more requests and finishes those that it has. */
  @Override
  public void close() {
    server.stop((int) GRACE.toSeconds());
    threads.close();
  }
}
