package com.ceap.filters.builtin;

import com.ceap.model.CustomerLedger;
import com.ceap.model.program.ChannelSpec;
import com.ceap.model.program.Program;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The channels of a program by id and type. A disabled one still counts: it may have sent. */
final class ProgramChannels {
  private final String programId;
  private final Map<String, String> typeById = new HashMap<>();

  ProgramChannels(Program program) {
    programId = program.programId();
    for (ChannelSpec channel : program.channels()) {
      typeById.put(channel.channelId(), channel.type());
    }
  }

  /** The ids of all channels that have this id or type, and the name itself. */
  Set<String> named(String idOrType) {
    Set<String> ids = new HashSet<>();
    ids.add(idOrType);
    typeById.forEach(
        (id, type) -> {
          if (type.equals(idOrType)) {
            ids.add(id);
          }
        });
    return ids;
  }

  /** Whether an opt-out covers the channel, under its own id or under its type. */
  boolean optedOut(CustomerLedger ledger, String channelId) {
    return ledger.optedOut(programId, channelId)
        || ledger.optedOut(programId, typeById.getOrDefault(channelId, channelId));
  }
}
