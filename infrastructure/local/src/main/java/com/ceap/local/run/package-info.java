/** Runs of a program's batch on this machine, their report, and the explanation of a decision. */
package com.ceap.local.run;
