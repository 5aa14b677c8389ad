package com.ceap.lambdas.channel;

import com.ceap.filters.FilterChain;
import com.ceap.filters.spi.FilterFactory;
import com.ceap.model.SendCap;
import com.ceap.model.program.ExtensionRegistry;
import com.ceap.model.program.Program;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The caps of a program's filters, asked once more since time has passed, and those of its delivery
 * rules. The filters of each program's last version are kept.
 */
public final class ProgramCaps implements Caps {
  private final ExtensionRegistry<? extends FilterFactory<?>> factories;
  private final Map<String, Chain> chains = new ConcurrentHashMap<>();

  private record Chain(String version, FilterChain filters) {}

  public ProgramCaps(ExtensionRegistry<? extends FilterFactory<?>> factories) {
    this.factories = factories;
  }

  @Override
  public List<SendCap> of(Program program, String marketplace) {
    return Stream.concat(
            filters(program).caps(marketplace).stream(),
            program.forMarketplace(marketplace).delivery().capsOf(program.programId()).stream())
        .toList();
  }

  private FilterChain filters(Program program) {
    return chains
        .compute(
            program.programId(),
            (_, known) ->
                known != null && known.version().equals(program.version())
                    ? known
                    : new Chain(program.version(), FilterChain.of(program, factories)))
        .filters();
  }
}
