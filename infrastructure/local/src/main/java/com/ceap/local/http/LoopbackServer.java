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

  private final HttpServer server;
  private final ExecutorService threads;

  private LoopbackServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Starts answering.
   *
   * @param port 0 for any that is free
   * @param option how a person names another port, such as {@code --port}
   * @param handlers by the path that they and everything below them answers
   * @throws CeapException ARGUMENT_INVALID where the port is in use
   */
  public static LoopbackServer start(int port, String option, Map<String, HttpHandler> handlers) {
    // Without it an answer waits for the client's delayed acknowledgement, 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
      HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
      ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
      server.setExecutor(threads);
      handlers.forEach((path, handler) -> server.createContext(path, new Guarded(handler)));
      server.start();
      return new LoopbackServer(server, threads);
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
