/** HTTP on the loopback interface: what AWS clients call, and the platform's status. */
package com.ceap.local.http;
