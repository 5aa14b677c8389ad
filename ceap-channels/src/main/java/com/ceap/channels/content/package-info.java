/** What a message's content says, in the words, the money and the time of its reader. */
package com.ceap.channels.content;
