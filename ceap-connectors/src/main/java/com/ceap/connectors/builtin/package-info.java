/** The connectors that ship, written on the ports of the SPI: no cloud library in here. */
package com.ceap.connectors.builtin;
