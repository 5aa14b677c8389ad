/** HTTP on the loopback interface: what AWS clients call, and the platform's health. */
package com.ceap.local.http;
