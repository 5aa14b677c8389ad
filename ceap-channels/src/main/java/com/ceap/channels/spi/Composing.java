package com.ceap.channels.spi;

import com.ceap.channels.link.Links;
import com.ceap.channels.template.TemplateLibrary;

/** What messages are made with, the same for every program of an environment. */
public record Composing(TemplateLibrary templates, Links links, Brand brand) {}
