package com.ceap.local.web;

import com.ceap.channels.spi.Composing;
import com.ceap.local.http.LoopbackServer;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.platform.SecretFile;
import com.ceap.local.reactive.LocalReactive;
import com.ceap.serving.api.ServingApi;
import com.ceap.serving.api.ServingPorts;
import com.ceap.serving.api.ServingSettings;
import com.ceap.serving.api.UnsubscribeTokens;
import com.ceap.serving.metrics.ServingCounters;
import java.util.List;

/** All that customers and apps see of the platform on one machine, behind one port. */
public final class PlatformWeb {
  /** The scope of tokens that may read and write every customer. */
  public static final String SERVICE_SCOPE = "ceap:service";

  /** What is the serving API's of it. */
  private static final List<String> API =
      List.of("/v1/", "/svc/", "/u/", "/o/", "/p/", "/health", "/openapi.json");

  private final ApiHandler api;
  private final WebPages pages;

  /**
   * The pages of a platform.
   *
   * @param authenticated whether callers of the API must show a token of {@code ./ceap token}
   * @param ordered is run when somebody has bought a cart on the sample page
   */
  public PlatformWeb(
      LocalPlatform platform,
      LocalReactive reactive,
      Composing composing,
      boolean authenticated,
      Runnable ordered) {
    ServingSettings settings =
        ServingSettings.of(new SecretFile(platform.data().cursorKey()).read());
    ServingPorts ports =
        ServingPorts.of(
            platform.stores(),
            reactive.programs()::newest,
            platform.registries().filters(),
            UnsubscribeTokens.of(composing.links(), platform.clock()),
            new ServingCounters(),
            platform.clock());
    String scope = settings.serviceScope();
    Callers callers =
        authenticated
            ? Callers.byToken(tokens(platform), scope, platform.clock())
            : Callers.everybody(scope);
    this.api = new ApiHandler(new ServingApi(ports, settings), callers);
    this.pages =
        new WebPages(
            platform.stores(),
            composing,
            new Checkout(reactive.bus(), reactive.programs(), platform.clock(), ordered),
            platform.clock());
  }

  /** The tokens that a platform's API takes. */
  public static LocalTokens tokens(LocalPlatform platform) {
    return new LocalTokens(new SecretFile(platform.data().tokenKey()).read());
  }

  /** Answers on a server. */
  public LoopbackServer serveOn(LoopbackServer server) {
    API.forEach(path -> server.serve(path, api));
    return server.serve("/", pages);
  }
}
