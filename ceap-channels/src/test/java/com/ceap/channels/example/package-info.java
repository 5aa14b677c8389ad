/** The channel that docs/how-to/add-a-channel.md walks through. */
package com.ceap.channels.example;
