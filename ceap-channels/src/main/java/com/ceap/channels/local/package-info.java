/** Where messages go on one machine: a folder in which people look at them. */
package com.ceap.channels.local;
