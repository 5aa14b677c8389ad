/** Message templates: files that are read and checked once, and rendered for each message. */
package com.ceap.channels.template;
