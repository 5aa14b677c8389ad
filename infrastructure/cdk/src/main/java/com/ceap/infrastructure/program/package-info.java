/** The programs that are deployed: read, checked and put into stacks' pieces. */
package com.ceap.infrastructure.program;
