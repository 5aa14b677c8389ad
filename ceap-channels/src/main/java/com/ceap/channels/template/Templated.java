package com.ceap.channels.template;

/** The configuration of a channel whose messages are made from a template. */
public interface Templated {
  String templateId();
}
