package com.ceap.lambdas.wiring.aws;

import com.ceap.channels.aws.Senders;
import com.ceap.channels.spi.Brand;

/** Who messages are from, and how they are sent. */
public record MessageSettings(Brand brand, Senders senders) {}
