/** What an app shows of a candidate: title, image, price, link, reason, offer. */
package com.ceap.serving.display;
