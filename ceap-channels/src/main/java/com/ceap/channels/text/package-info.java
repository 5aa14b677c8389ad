/** Texts with placeholders, and the values that stand in for them. */
package com.ceap.channels.text;
