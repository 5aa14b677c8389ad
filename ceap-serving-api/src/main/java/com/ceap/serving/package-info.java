/** What apps are shown: a customer's candidates, and never somebody else's. */
package com.ceap.serving;
