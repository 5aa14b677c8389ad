/** Signed links: what a message's recipient clicks, and what the platform trusts of it. */
package com.ceap.channels.link;
