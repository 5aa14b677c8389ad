/** The {@code ceap} command line: one class for each command. */
package com.ceap.local.cli;
