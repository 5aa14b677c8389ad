package com.ceap.model.program;

/**
 * A channel of a program.
 *
 * @param priority 1 is asked first
 * @param shadow everything is done but the sending
 * @param config the typed configuration that the channel's factory reads
 */
public record ChannelSpec(
    String channelId, String type, boolean enabled, int priority, boolean shadow, Object config) {}
